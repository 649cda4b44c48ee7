import { describe, expect, it } from 'vitest';
import { convert } from '../../src/index.js';
import { alignRow } from '../../src/map/align-row.js';
import { readGiver } from '../../src/map/award-cells.js';
import { film, lines, mapText } from '../support/convert.js';

/** Recognitions as `giver edition | year | category | recipient | outcome or result`. */
async function awards(
  table: string,
  fields: string[] = [],
  heading = '== Awards ==',
): Promise<{ rows: string[]; codes: string[]; unread: string[] }> {
  const { statements, problems } = await mapText(
    film(['Director: Ann Lee', ...fields], `${heading}\n${table}`),
  );
  const of = (subject: string | undefined, property: string): string =>
    statements.find((s) => s.subject.value === subject && s.predicate.value.endsWith(property))?.object
      .value ?? '';
  const nodes = statements
    .filter(({ object }) => object.value.endsWith('#Recognition'))
    .map(({ subject }) => subject.value);
  const rows = [...new Set(nodes)].map((node) => {
    const giver = of(of(node, '#body'), '/name');
    const outcome = of(node, '#outcome').replace(/.*#/, '') || of(node, '#result');
    const recipient = of(of(node, '#recipient'), '/name');
    return [
      `${giver} ${of(node, '#edition')}`.trim(),
      of(node, '#year'),
      of(node, '#category'),
      recipient,
      outcome,
    ].join(' | ');
  });
  const unread = statements
    .filter(({ predicate }) => predicate.value.endsWith('#unread'))
    .map(({ object }) => object.value);
  return { rows, codes: problems.map(({ code }) => code), unread };
}

describe('tables that were cut to three columns and lost their merged cells', () => {
  it('carries giver and year down', async () => {
    const { rows, codes } = await awards(`| Award | Date of ceremony | Category |
| Asia-Pacific Film Festival | 1997 | Best Actress |
| Golden Bauhinia Awards | 1998 | Best Film |
| Best Director | Ann Lee | |
| Best New Performer | Bo Roe | |
| Best Poster | | |
| Seattle International Film Festival | 1997 | Golden Space Needle Award: Best Film |`);
    expect(rows).toEqual([
      'Asia-Pacific Film Festival | 1997 | Best Actress |  | ',
      'Golden Bauhinia Awards | 1998 | Best Film |  | ',
      'Golden Bauhinia Awards | 1998 | Best Director | Ann Lee | ',
      'Golden Bauhinia Awards | 1998 | Best New Performer | Bo Roe | ',
      'Golden Bauhinia Awards | 1998 | Best Poster |  | ',
      'Seattle International Film Festival | 1997 | Golden Space Needle Award: Best Film |  | ',
    ]);
    expect(codes).toEqual([]);
  });

  it('takes a row as wide as the header as it stands', async () => {
    const { rows, codes } = await awards(`| Award | Date of ceremony | Category |
| Saturn Awards | 1999 | Best Film |
| Lakeside Film Festival | 2001 | Palme d'Or |`);
    expect(rows.at(-1)).toBe("Lakeside Film Festival | 2001 | Palme d'Or |  | ");
    expect(codes).toEqual([]);
  });

  it('takes no name for a category', async () => {
    const { rows, unread } = await awards(`| Year | Award | Category | Recipient |
| 1999 | Saturn Awards | Best Film | Ann Lee |
| 2001 | Lakeside Film Festival | Bo Roe |`);
    expect(rows).toHaveLength(1);
    expect(unread).toEqual(['| 2001 | Lakeside Film Festival | Bo Roe |']);
  });

  it('carries a year, and more recipients of a category', async () => {
    const { rows } = await awards(`| Year | Organization | Award |
| 1981 | Academy Awards | Best Original Score |
| Best Production Design | Bo Roe | |
| Cy Poe | |
| Special Achievement Academy Award | Di Moe | |
| Saturn Awards | Best Director | Ann Lee |
| 1982 | Writers Guild of America Awards | Best Adapted Screenplay |`);
    expect(rows).toEqual([
      'Academy Awards | 1981 | Best Original Score |  | ',
      'Academy Awards | 1981 | Best Production Design | Bo Roe | ',
      'Academy Awards | 1981 | Best Production Design | Cy Poe | ',
      'Academy Awards | 1981 | Special Achievement Academy Award | Di Moe | ',
      'Saturn Awards | 1981 | Best Director | Ann Lee | ',
      'Writers Guild of America Awards | 1982 | Best Adapted Screenplay |  | ',
    ]);
  });

  it('makes up no year where none is above', async () => {
    const { rows } = await awards(
      '| Year | Organization | Award |\n| Academy Awards | Best Original Score | Bo Roe |',
    );
    expect(rows).toEqual(['Academy Awards |  | Best Original Score | Bo Roe | ']);
  });

  it('does not carry the year of one giver to another', async () => {
    const { rows } = await awards(
      '| Award | Year | Category |\n| Saturn Awards | 1999 | Best Film |\n| Empire Awards | | Best Film |',
    );
    expect(rows).toEqual(['Saturn Awards | 1999 | Best Film |  | ', 'Empire Awards |  | Best Film |  | ']);
  });
});

describe('whole tables', () => {
  it('reads results, two recipients, notes and marks', async () => {
    const { rows, codes } = await awards(`| Year | Award | Category | Recipient(s) | Result | Ref. |
| 1998 | 51st Cannes Film Festival | Palme d'Or | Ann Lee | Nominated | [1] |
| Best Actress | Bo Roe & Cy Poe | Won[a] | [2] |
| 1999 | British Academy Film Awards | Best British Film | Zorb Films / Di Moe | Nominated (shared) | |
| Best Original Music | Ed Loe | 2nd place | |`);
    expect(rows).toEqual([
      "Cannes Film Festival 51 | 1998 | Palme d'Or | Ann Lee | Nominated",
      'Cannes Film Festival 51 | 1998 | Best Actress | Bo Roe | Won',
      'Cannes Film Festival 51 | 1998 | Best Actress | Cy Poe | Won',
      'British Academy Film Awards | 1999 | Best British Film | Zorb Films | Nominated',
      'British Academy Film Awards | 1999 | Best British Film | Di Moe | Nominated',
      'British Academy Film Awards | 1999 | Best Original Music | Ed Loe | 2nd place',
    ]);
    expect(codes).toEqual([]);
  });

  it('reads other names and orders of columns', async () => {
    const { rows } = await awards(`| Category | Nominee(s) | Outcome | Ceremony | Date |
| Best Director | Ann Lee | Nominated | 12th Andes Film Festival | 5–7 May 2016 |
| Best Editing | Bo Roe | Winner | Santiago Guild Awards | 20 June 2016 |`);
    expect(rows).toEqual([
      'Andes Film Festival 12 | 2016 | Best Director | Ann Lee | Nominated',
      'Santiago Guild Awards | 2016 | Best Editing | Bo Roe | Won',
    ]);
  });

  it('takes the heading for the giver where no column names one', async () => {
    const { rows } = await awards(
      '| Category | Nominee | Result |\n| Best Film | X | Won |',
      [],
      '== Awards ==\n=== Platinum Academy Awards ===',
    );
    expect(rows).toEqual(['Platinum Academy Awards |  | Best Film | X | Won']);
  });

  it('says no outcome because of a mere header', async () => {
    const { rows } = await awards(
      '| Award | Year | Category | Nominee(s) |\n| Saturn Awards | 1999 | Best Film | Ann Lee |',
    );
    expect(rows).toEqual(['Saturn Awards | 1999 | Best Film | Ann Lee | ']);
  });

  it('carries a result only to more recipients of its category', async () => {
    const { rows } = await awards(`| Award | Year | Category | Recipient | Result |
| Saturn Awards | 1999 | Best Writing | Bo Roe | Won |
| Cy Poe | | | | |
| Best Music | Di Moe | | | |`);
    expect(rows).toEqual([
      'Saturn Awards | 1999 | Best Writing | Bo Roe | Won',
      'Saturn Awards | 1999 | Best Writing | Cy Poe | Won',
      'Saturn Awards | 1999 | Best Music | Di Moe | ',
    ]);
  });

  it('reads works and dates', async () => {
    const { rows } = await awards(
      '| Award | Date | Category | Recipient | Result |\n| Saturn Awards (1999) | 11 November 2018 | Best Song | "Light" | Won |',
    );
    expect(rows).toEqual(['Saturn Awards | 2018 | Best Song | Light | Won']);
  });

  it('knows a country from a person', async () => {
    const { statements } = await mapText(
      film(
        ['Director: Ann Lee'],
        '== Awards ==\n| Award | Year | Category | Nominee |\n| Saturn Awards | 1999 | Best International Film | South Korea |',
      ),
    );
    const { subject } = statements.find(({ object }) => object.value === 'South Korea') ?? {};
    const types = statements.filter(
      (s) => s.subject.value === subject?.value && s.predicate.value.endsWith('#type'),
    );
    expect(types.map(({ object }) => object.value)).toEqual(['https://schema.org/Country']);
  });

  it('reads an awards table under any heading, by its header', async () => {
    const { rows } = await awards(
      '| Award | Year | Category |\n| Saturn Awards | 1999 | Best Film |',
      [],
      '== Reception ==',
    );
    expect(rows).toEqual(['Saturn Awards | 1999 | Best Film |  | ']);
  });
});

describe('what cannot be told apart', () => {
  it('is kept as it stands, with its line', async () => {
    const { rows, unread, codes } = await awards(`| Award | Year | Category | Recipient | Result |
| Qwxyz | Vbnm | Plokij | Hgfd | Rtyu |
| Foo | |
| Saturn Awards | 1999/2000 | Best Film | the whole team of the film | Won |`);
    expect(rows).toEqual(['Saturn Awards |  | Best Film |  | Won']);
    expect(unread).toEqual([
      '| Qwxyz | Vbnm | Plokij | Hgfd | Rtyu |',
      '| Foo | |',
      '1999/2000',
      'the whole team of the film',
    ]);
    expect(codes).toEqual(['unread-text', 'unread-text', 'unread-text', 'unread-text']);
  });

  it('leaves a table without known columns', async () => {
    const { rows, unread } = await awards('| Rank | Name |\n| 1 | X |');
    expect(rows).toEqual([]);
    expect(unread).toEqual(['| Rank | Name |', '| 1 | X |']);
  });

  it('does not take other tables for awards', async () => {
    const { rows, codes } = await awards(
      '| Track | Song | Singer(s) |\n| 1 | "A" | Bo Roe |',
      [],
      '== Soundtrack ==',
    );
    expect(rows).toEqual([]);
    expect(codes).toEqual(['unmapped-table']);
  });
});

it.each([
  ['34th Golden Horse Awards', 'Golden Horse Awards', '34', undefined],
  ['The 76th Annual Golden Globe Awards', 'Golden Globe Awards', '76', undefined],
  ['2019 Teen Choice Awards', 'Teen Choice Awards', undefined, '2019'],
  ['Saturn Awards 1999', 'Saturn Awards', undefined, '1999'],
  ['Saturn Awards (1999)', 'Saturn Awards', undefined, '1999'],
  ['Hong Kong Film Awards', 'Hong Kong Film Awards', undefined, undefined],
])('reads the giver %j', (text, name, edition, year) => {
  const giver = readGiver(text);
  expect(text.slice(giver.name.begin, giver.name.end)).toBe(name);
  expect(giver.edition?.number).toBe(edition);
  expect(giver.year?.year).toBe(year);
});

describe('alignment', () => {
  const costs = { before: () => 0.1, between: () => 0.2 };

  it('prefers the columns that fit, in order', () => {
    const fits = [
      [0, 5, 0],
      [0, 0, 5],
    ];
    expect(alignRow(2, 3, (cell, column) => fits[cell]?.[column] ?? 0, costs)).toMatchObject({
      columns: [1, 2],
    });
  });

  it('says how clear the choice is', () => {
    expect(alignRow(1, 2, () => 1, { ...costs, before: () => 0 })?.margin).toBe(0);
    expect(alignRow(2, 2, () => 1, costs)?.margin).toBe(Number.POSITIVE_INFINITY);
  });

  it('refuses what cannot fit or is too wide', () => {
    expect(alignRow(3, 2, () => 1, costs)).toBeNull();
    expect(alignRow(0, 2, () => 1, costs)).toBeNull();
    expect(alignRow(2, 10_000, () => 1, costs)).toBeNull();
  });
});

describe('awards of somebody who receives them', () => {
  const person = {
    name: 'person.yaml',
    text: 'kind: person\nclass: schema:Person\nsigns: { templates: [infobox person] }\nfields: {}\nsections: [{ names: [awards], part: recognitions }]\n',
  };
  const page = (table: string): string =>
    `{{Infobox person\n| name = Ina Holm\n}}\n'''Ina Holm''' is an actress.\n== Awards ==\n{| class="wikitable"\n${table}\n|}\n`;
  const read = async (table: string, mapping = person): Promise<{ rows: string[]; unread: number }> => {
    const { statements } = await convert(
      { name: 'Ina Holm.wiki', text: page(table) },
      { settings: { mappingFiles: [mapping] } },
    );
    const rows = lines(statements, (line) => / award:(?:recipient|work|body) /.test(line));
    return { rows, unread: lines(statements, (line) => line.includes('article:unread')).length };
  };

  it('go to the subject, for the work that the row names', async () => {
    const { rows } = await read(
      "! Year !! Award !! Category !! Work !! Result\n|-\n| 1990 || Stone Awards || Best Actress || ''Grey Tide'' || {{won}}",
    );
    expect(rows).toEqual([
      'Ina_Holm#award-stone-awards-1990-best-actress-grey-tide award:work Grey_Tide',
      'Ina_Holm#award-stone-awards-1990-best-actress-grey-tide award:body Stone_Awards',
      'Ina_Holm#award-stone-awards-1990-best-actress-grey-tide award:recipient Ina_Holm',
    ]);
  });

  it('are none without a giver, nor where another may have received them', async () => {
    const { rows, unread } = await read(
      '! Year !! Award !! Category !! Nominee !! Result\n|-\n| 1990 || || Best Actress || || {{won}}\n|-\n| 1991 || Stone Awards || Best Film || Karl Foss || {{won}}',
    );
    expect(rows).toEqual([]);
    expect(unread).toBe(2);
  });

  it('are kept where neither the kind nor its class says what its subjects are of awards', async () => {
    const place = { ...person, text: person.text.replace('schema:Person', 'schema:Place') };
    const { rows, unread } = await read(
      '! Year !! Award !! Category !! Result\n|-\n| 1990 || Stone Awards || Best Town || {{won}}',
      place,
    );
    expect(rows).toEqual([]);
    expect(unread).toBe(2);
  });
});

it('makes no more statements of a table than an article may have', async () => {
  const rows = Array.from({ length: 29_000 }, (_, i) => `| Stone Awards | 1990 | Best Film ${i} | Won |`);
  const { statements } = await mapText(
    film(['Director: Ann Lee'], `== Awards ==\n| Award | Year | Category | Result |\n${rows.join('\n')}\n`),
  );
  expect(statements.length).toBe(250_001);
});

it('states the same of the same words once', async () => {
  const { statements } = await mapText(
    film(
      ['Director: Ann Lee'],
      '== Awards ==\n| Award | Year | Category | Recipient | Result |\n| Stone Awards | 1999 | Best Film | Bo Roe | Won |\n| Best Actor | Bo Roe | Won |\n',
    ),
  );
  const keys = statements.map(({ subject, predicate, object, span, rule }) =>
    JSON.stringify([subject.value, predicate.value, object.value, span, rule]),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

describe('lines of awards', () => {
  const read = async (line: string): Promise<string[]> => {
    const source = `= X =\n\nX\n- Director: Ina Holm\n\nX is a 2001 film.\n\n== Awards ==\n- ${line}\n`;
    const { statements } = await mapText(source);
    const of = (subject: string, property: string): string =>
      statements
        .filter((one) => one.subject.value === subject && one.predicate.value.endsWith(`#${property}`))
        .map(({ object }) => object.value.replace(/.*[#/]/, '').replaceAll('_', ' '))
        .join();
    const nodes = statements.filter(({ predicate }) => predicate.value.endsWith('#category'));
    return nodes.map(({ subject: { value } }) =>
      ['body', 'year', 'category', 'recipient', 'outcome'].map((property) => of(value, property)).join(' | '),
    );
  };

  it.each([
    [
      "1997, won 'Best Actress' at Stone Film Festival for Vera Holt",
      ['Stone Film Festival | 1997 | Best Actress | Vera Holt | Won'],
    ],
    [
      'Best Film at the Stone Awards, shared by Ann Lee and Bo Roe',
      ['Stone Awards |  | Best Film | Ann Lee | ', 'Stone Awards |  | Best Film | Bo Roe | '],
    ],
    ['1998, nominated "Best Film" at the Stone Awards', ['Stone Awards | 1998 | Best Film |  | Nominated']],
    [
      'Best Performance in a Motion Picture, Comedy – Stone Awards (Bo Roe)',
      ['Stone Awards |  | Best Performance in a Motion Picture, Comedy | Bo Roe | '],
    ],
    [
      'Best Actress – Ann Lee and Vera Holt (Stone Awards)',
      ['Stone Awards |  | Best Actress | Ann Lee | ', 'Stone Awards |  | Best Actress | Vera Holt | '],
    ],
    [
      'Stone Award for Best Sound: Ann Lee, Bo Roe and Vera Holt',
      ['Ann Lee', 'Bo Roe', 'Vera Holt'].map((name) => `Stone Award |  | Best Sound | ${name} | `),
    ],
  ])('reads %s', async (line, said) => {
    expect(await read(line)).toEqual(said);
  });
});

describe('tables of awards whose header was cut', () => {
  const read = async (table: string): Promise<{ awards: string[]; unread: string[] }> => {
    const { statements } = await mapText(
      `= X =\n\nX\n- Director: Ina Holm\n\nX is a 2001 film.\n\n== Awards ==\n\n${table}\n`,
    );
    const ends = (end: string) => statements.filter(({ predicate }) => predicate.value.endsWith(end));
    return {
      awards: ends('#category').map(({ subject }) => subject.value.replace(/.*#award-/, '')),
      unread: ends('#unread').map(({ object }) => object.value),
    };
  };

  it('have the giver before the category', async () => {
    expect(
      await read(`| Year | Title | Award |
| 1989 | X | Salt Awards |
| Readers' Choice Award – Best Norwegian Film | |
| Stone Film Award | Best Film | |
| Lamp Prize | |
| Blue Awards | Special Award | |
| 1995 | Key Awards | Best Video Release |`),
    ).toEqual({
      awards: [
        'salt-awards-1989-readers-choice-award-best-norwegian-film',
        'blue-awards-1989-special-award',
        'key-awards-1995-best-video-release',
      ],
      unread: ['| Stone Film Award | Best Film | |', '| Lamp Prize | |'],
    });
  });

  it('say both in a cell', async () => {
    expect(await read('| Year | Title | Award |\n| 1997 | X | Stone Award for Best Film |')).toEqual({
      awards: ['stone-award-1997-best-film'],
      unread: [],
    });
  });

  it('name no giver as what is given', async () => {
    expect((await read('| Year | Title | Award |\n| 1997 | X | Stone Awards |')).awards).toEqual([]);
  });
});
