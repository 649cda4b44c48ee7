/** Which words gave what: units, the statements and problems beside them, and how much stands behind what. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentages } from '../../src/explain/coverage.js';
import type { Coverage, Explanation } from '../../src/explain/explanation.js';
import { lacksFact } from '../../src/explain/wording.js';
import { explainSource, lineOf, unitsOf, wordsBehind, wordsOf } from '../support/explain.js';
import { growth, linear } from '../support/growth.js';

const lantern = `= The Lantern (1998 film) =

The Lantern
- Directed by: Oona Brandt
- Running time: 1h 56m
- Colour: Eastmancolor

The Lantern is a 1998 Norwegian drama film about 🎬. Nobody saw it.

== Cast ==
- Tom Ashe as Marek

== Awards ==
| Award | Year | Category |
| Guild of Fables | 1066 | Best Film |
`;

const wiki = (text: string) => explainSource({ name: 'Page.wiki', text, title: 'Page', format: 'wikitext' });

function unit(explanation: Explanation, words: string) {
  const found = unitsOf(explanation).find((one) => wordsOf(one).join(' ').includes(words));
  if (!found) throw new Error(`no unit has ${words}`);
  return found;
}

const linesAt = (explanation: Explanation, words: string): string[] =>
  unit(explanation, words).statements.map((index) => lineOf(explanation, index));

describe('units', () => {
  it('are fields, sentences, items, rows and headings, part by part', async () => {
    const { parts } = await explainSource(lantern);
    expect(parts.map(({ type, name, units }) => [type, name, units.map((one) => one.type)])).toEqual([
      ['title', '', ['title']],
      ['infobox', 'The Lantern', ['title', 'field', 'field', 'field']],
      ['lead', '', ['sentence', 'sentence']],
      ['section', 'Cast', ['heading', 'item']],
      ['section', 'Awards', ['heading', 'row', 'row']],
    ]);
  });

  it('know where they stand, in code points', async () => {
    const explanation = await explainSource(lantern.replaceAll('\n', '\r\n'));
    expect(unit(explanation, 'Nobody')).toMatchObject({ line: 8, column: 53 });
    expect(unit(explanation, 'Marek')).toMatchObject({ line: 11, column: 3 });
  });

  it('tell the paragraphs and lists of a part apart', async () => {
    const { parts } = await explainSource('= A =\n\nOne. Two.\n\nThree.\n\n== S ==\n- x\n  - y\n');
    expect(parts[1]?.units.map(({ block }) => block)).toEqual([0, 0, 1]);
    expect(parts[2]?.units.map(({ block, level }) => [block, level])).toEqual([
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
  });

  it('of a wikitext page hold the words and not the markup', async () => {
    const explanation = await wiki(
      "{{Infobox film\n| director = [[Oona Brandt (director)|Oona '''Brandt''']]<!-- x -->\n| runtime = {{duration|h=1|m=56}}\n}}\n'''Page''' is a [[film]].<ref>A. B.</ref> It ends.\n",
    );
    expect(unitsOf(explanation).map(wordsOf)).toEqual([
      ['director', 'Oona Brandt'],
      ['runtime', '1 h 56 min'],
      ['Page is a film.'],
      ['It ends.'],
    ]);
  });
});

describe('statements', () => {
  it('stand with the words that they were read from', async () => {
    const explanation = await explainSource(lantern);
    expect(linesAt(explanation, 'Oona Brandt')).toEqual([
      'Oona Brandt a schema:Person',
      'Oona Brandt schema:name "Oona Brandt"',
      'The Lantern schema:director Oona Brandt',
    ]);
    const [genre] = unit(explanation, 'drama film').statements.filter((index) =>
      lineOf(explanation, index).includes('genre'),
    );
    expect(wordsBehind(explanation, genre as number)).toEqual(['drama']);
    expect(explanation.statements[genre as number]?.rule).toBe('film/lead/genre');
  });

  it('have the words that markup stands between, and all of what a template shows', async () => {
    const explanation = await wiki(
      "{{Infobox film\n| director = [[Oona '''Brandt''']]\n| runtime = {{duration|h=1|m=56}}\n| starring = {{ubl|[[Vera]]|[[Tom Ashe|T. 🎬 Ashe]]}}\n}}\nPage is a film.",
    );
    const behind = (line: RegExp): string[][] =>
      explanation.statements.flatMap((_, i) =>
        line.test(lineOf(explanation, i)) ? [wordsBehind(explanation, i)] : [],
      );
    expect(behind(/schema:director/)).toEqual([['Oona Brandt']]);
    expect(behind(/schema:duration/)).toEqual([['1 h 56 min']]);
    expect(behind(/film:starring/)).toEqual([['Vera'], ['T. 🎬 Ashe']]);
  });

  it('about a whole part stand with the part', async () => {
    const explanation = await explainSource(lantern);
    const [, , lead, cast] = explanation.parts;
    expect(lead?.statements.map((index) => lineOf(explanation, index))).toEqual([
      expect.stringContaining('schema:abstract'),
    ]);
    expect(cast?.statements.map((index) => lineOf(explanation, index))).toEqual([
      expect.stringMatching(/^section “Cast” schema:text/),
    ]);
    expect(cast?.units[0]?.statements.map((index) => lineOf(explanation, index))).toEqual([
      'the article schema:hasPart section “Cast”',
      'section “Cast” a schema:WebPageElement',
      'section “Cast” schema:name "Cast"',
      'section “Cast” schema:position "1"',
      'section “Cast” article:level "2"',
    ]);
  });

  it('that an option makes stand elsewhere', async () => {
    const explanation = await explainSource(lantern);
    expect(explanation.elsewhere.map((index) => lineOf(explanation, index))).toEqual([
      'the article schema:inLanguage "en"',
    ]);
  });

  it('of a merged cell stand with its one place, and its words are counted once', async () => {
    const explanation = await wiki(
      'Page is a 2001 film.\n\n== Awards ==\n{|\n! Year !! Award !! Category\n|-\n| rowspan="2" | 2003 || rowspan="2" | Reed Prize || Best Film\n|-\n| Best Song\n|}\n',
    );
    const rows = unitsOf(explanation).filter(({ type }) => type === 'row');
    expect(rows.map(({ words }) => words.map(({ isRepeated }) => isRepeated))).toEqual([
      [false, false, false],
      [true, true, false],
    ]);
    const all = explanation.parts.at(-1)?.coverage as Coverage;
    const characters = 'AwardsYearAwardCategory2003Reed PrizeBest FilmBest Song'.length;
    expect(all.fact + all.structure + all.nothing).toBe(characters);
    expect(new Set(rows.flatMap(({ statements }) => statements)).size).toBe(
      rows.flatMap(({ statements }) => statements).length,
    );
  });
});

describe('facts', () => {
  it('are what is said about the world; what keeps words or tells of the article is none', async () => {
    const { statements } = await explainSource(
      `${lantern}\n== See also ==\n- Nothing\n`.replace('== Awards', '== Reception'),
    );
    const predicates = (isFact: boolean): string[] => [
      ...new Set(statements.filter((one) => one.isFact === isFact).map(({ predicate }) => predicate.label)),
    ];
    expect(predicates(true)).toEqual(
      expect.arrayContaining(['a', 'schema:director', 'schema:duration', 'schema:actor', 'schema:genre']),
    );
    for (const kept of ['raw:colour', 'schema:abstract', 'schema:text', 'schema:hasPart', 'article:unread']) {
      expect(predicates(true)).not.toContain(kept);
      if (kept !== 'article:unread') expect(predicates(false)).toContain(kept);
    }
  });

  it('are missed where they could be: in fields, sentences, items and rows', async () => {
    const explanation = await explainSource(lantern);
    expect(
      unitsOf(explanation)
        .filter(lacksFact)
        .map((one) => wordsOf(one).join(' ')),
    ).toEqual(['Colour Eastmancolor', 'Nobody saw it.', 'Award Year Category']);
  });
});

describe('problems', () => {
  it('stand with the words that they are about, those of the shapes too', async () => {
    const explanation = await explainSource(lantern);
    const told = unitsOf(explanation).flatMap(({ words, problems }) => {
      const pieces = words.flatMap((one) => one.pieces).filter((piece) => piece.problems.length > 0);
      return problems.map((index) => [explanation.problems[index]?.code, pieces[0]?.text]);
    });
    expect(told).toContainEqual(['unmapped-field', 'Colour']);
    expect(told).toContainEqual(['shape:Recognition-year', '1066']);
    expect(explanation.problemsElsewhere).toEqual([]);
  });

  it('without a place stand elsewhere', async () => {
    const explanation = await explainSource('= A =\n\n');
    expect(explanation.problemsElsewhere.length + explanation.parts.length).toBeGreaterThan(0);
  });
});

describe('percentages', () => {
  it('are whole and make 100', () => {
    expect(percentages({ fact: 1, structure: 1, nothing: 1 })).toEqual({
      fact: 34,
      structure: 33,
      nothing: 33,
    });
    expect(percentages({ fact: 199, structure: 1, nothing: 0 })).toMatchObject({ nothing: 0 });
    expect(percentages({ fact: 0, structure: 0, nothing: 0 })).toEqual({ fact: 0, structure: 0, nothing: 0 });
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 1e9 }), (fact, structure, nothing) => {
        const shares = percentages({ fact, structure, nothing });
        return shares.fact + shares.structure + shares.nothing === 100;
      }),
    );
  });
});

it('takes no longer than there is to show, where cells are merged over thousands of rows', async () => {
  const merged = (rows: number): string => {
    const others = Array.from({ length: rows }, (_, i) => `|-\n| 2003 || Best Thing ${i}\n`).join('');
    return `Page is a 2001 film.\n\n== Awards ==\n{|\n! Award !! Year !! Category\n|-\n| rowspan=${rows + 1} | Reed Prize || 2003 || Best Film\n${others}|}\n`;
  };
  expect((await wiki(merged(1600))).statements.length).toBeGreaterThan(5_000);
  // With the statements of the merged cell in each row it would grow with the square.
  expect(await growth(wiki, merged, 1600)).toBeLessThanOrEqual(linear);
});

describe('of any text', () => {
  const fragment = fc.oneof(
    fc.constantFrom('= T =\n', '\n== A ==\n', '- ', '- Director: ', '| a | b |\n', '\n\n', '. ', 'A film. '),
    fc.constantFrom(
      '{{Infobox film\n| director = ',
      '}}',
      '[[',
      ']]',
      '|',
      "'''",
      '{|\n|-\n| rowspan=2 | ',
      '|}\n',
    ),
    fc.constantFrom('🎬', '\ud800', 'é', '\r\n', '\u2028', '<ref>', '</ref>', '<b>', 'Oona Brandt', '1998'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const anyText = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

  it.each(['plain', 'wikitext'] as const)(
    'in %s, each statement and problem stands once, and all words are counted',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(anyText, async (text) => {
          const explanation = await explainSource({ name: 'x', text, title: 'X', format });
          const { parts, statements, problems, elsewhere, problemsElsewhere, coverage } = explanation;
          const units = unitsOf(explanation);
          const everyStatement = [...elsewhere, ...[...parts, ...units].flatMap((owner) => owner.statements)];
          const everyProblem = [
            ...problemsElsewhere,
            ...[...parts, ...units].flatMap((owner) => owner.problems),
          ];
          expect(everyStatement.sort((a, b) => a - b)).toEqual(statements.map((_, i) => i));
          expect(everyProblem.sort((a, b) => a - b)).toEqual(problems.map((_, i) => i));
          const counted = units
            .flatMap(({ words }) => words.filter(({ role, isRepeated }) => role === 'value' && !isRepeated))
            .flatMap(({ pieces }) => [...pieces.map((piece) => piece.text).join('')]).length;
          expect(coverage.fact + coverage.structure + coverage.nothing).toBe(counted);
        }),
        { numRuns: 200 },
      );
    },
  );
});
