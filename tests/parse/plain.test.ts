import { describe, expect, it } from 'vitest';
import type { Article, Block } from '../../src/article.js';
import { nodesOf } from '../../src/article.js';
import { textsOf } from '../support/convert.js';
import { growth, linear } from '../support/growth.js';
import { parse } from '../support/parse.js';

const read = (text: string): Article => parse({ name: 'a.txt', text }).article;
/** The first block of the first section. */
function blockOf<Type extends 'list' | 'table'>(
  article: Article,
  type: Type,
): Extract<Block, { type: Type }> {
  const block = article.sections[0]?.blocks[0];
  if (block?.type !== type) throw new Error(`there is no ${type}`);
  return block as Extract<Block, { type: Type }>;
}

const codes = (text: string): string[] => parse({ name: 'a.txt', text }).problems.map(({ code }) => code);

describe('titles', () => {
  it.each(['= T =\n\nx', '=T=\nx', '\n\n  = T =  \nx', '\ufeff= T =\r\nx', '= T =\rx'])(
    'reads %j',
    (text) => {
      expect(read(text).title?.value).toBe('T');
      expect(read(text).name).toBe('T');
    },
  );

  it('takes the name of the infobox where there is no title', () => {
    const { article, problems } = parse({ name: 'a.txt', text: 'Box\n- A: b\n' });
    expect(article.title).toBeNull();
    expect(article.name).toBe('Box');
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['no-title', 'warning']]);
  });

  it('takes what the container says where there is neither', () => {
    expect(parse({ name: 'a.txt', text: 'Some words.', title: 'From outside' }).article.name).toBe(
      'From outside',
    );
    expect(parse({ name: 'a.txt', text: 'Some words.' }).problems[0]?.severity).toBe('error');
  });

  it('does not take a section for a title', () => {
    expect(read('== T ==\nx').title).toBeNull();
    expect(read('== T ==\nx').sections).toHaveLength(1);
  });
});

describe('infoboxes', () => {
  const fields = (text: string): (string | null)[][] =>
    read(text).infoboxes.flatMap((box) =>
      box.fields.map(({ key, values }) => [key?.value ?? null, ...values.map(({ value }) => value)]),
    );

  it('reads bullets under the repeated title', () => {
    expect(fields('= T =\n\nT\n- A: b\n- C d: e: f, g\n- H:\n\nLead.')).toEqual([
      ['A', 'b'],
      ['C d', 'e: f, g'],
      ['H'],
    ]);
  });

  it('has the title it carries, which may differ', () => {
    expect(read('= T =\n\nOther\n- A: b\n').infoboxes[0]?.title?.value).toBe('Other');
    expect(read('= T =\n- A: b\n').infoboxes[0]?.title).toBeNull();
  });

  it('reads bullets below a field as its values', () => {
    expect(fields('= T =\n\nT\n- A:\n  - b\n  - c\n* D: e')).toEqual([
      ['A', 'b', 'c'],
      ['D', 'e'],
    ]);
  });

  it('keeps a bullet without a label', () => {
    expect(fields('= T =\n\nT\n- A: b\n- lost words\n')).toEqual([
      ['A', 'b'],
      [null, 'lost words'],
    ]);
  });

  it('does not take an address for a label', () => {
    expect(fields('= T =\n\nT\n- A: https://example.org/x\n- B: c\n')).toEqual([
      ['A', 'https://example.org/x'],
      ['B', 'c'],
    ]);
    expect(read('= T =\n\nThings\n- https://example.org/x\n').infoboxes).toEqual([]);
  });

  it('takes a list of the lead for a list', () => {
    const article = read('= T =\n\nLead.\n\nThese are:\n- one\n- two\n');
    expect(article.infoboxes).toEqual([]);
    expect(article.lead.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'list']);
  });

  it('keeps a second one apart', () => {
    expect(
      read('= T =\n\nT\n- A: b\n\nMusic\n- C: d\n\nLead.').infoboxes.map(({ title }) => title?.value),
    ).toEqual(['T', 'Music']);
  });
});

describe('sections', () => {
  it('reads headings of any level and spacing', () => {
    const article = read(
      '= T =\n==A==\n=== B ===\n====C ====\n=====D=====\n====== E ======\n== G ===\n==  ==\n=\n',
    );
    expect(article.sections.map(({ heading }) => [heading.level, heading.text.value])).toEqual([
      [2, 'A'],
      [3, 'B'],
      [4, 'C'],
      [5, 'D'],
      [6, 'E'],
      [2, 'G ='],
    ]);
  });

  it('keeps headings of one name apart', () => {
    expect(read('= T =\n==A==\nx\n==A==\ny').sections).toHaveLength(2);
  });

  it('reads paragraphs over several lines', () => {
    expect(textsOf(read('= T =\n\none\ntwo\n\nthree\n'), 'paragraph')).toEqual(['one\ntwo', 'three']);
  });

  it('reads lists, nested by indentation or by marks', () => {
    const levels = (text: string): number[] =>
      blockOf(read(`= T =\n==S==\n${text}`), 'list').items.map(({ level }) => level);
    expect(levels('- a\n  - b\n    - c\n- d')).toEqual([1, 2, 3, 1]);
    expect(levels('* a\n** b\n*** c\n** d\n* e')).toEqual([1, 2, 3, 2, 1]);
    expect(levels('- a\n      - b\n   - c\n- d')).toEqual([1, 2, 2, 1]);
    expect(levels('• a\n• b')).toEqual([1, 1]);
  });

  it('takes no dash for a bullet', () => {
    expect(textsOf(read('= T =\n==S==\n-5 degrees\n--\n- '), 'paragraph')).toEqual(['-5 degrees\n--\n-']);
  });

  it('reads tables', () => {
    const cells = (text: string): string[][] =>
      blockOf(read(`= T =\n==S==\n${text}`), 'table').rows.map((row) =>
        row.cells.map((cell) => cell.text.value),
      );
    expect(cells('| A | B |\n| c | |\n| | d |')).toEqual([
      ['A', 'B'],
      ['c', ''],
      ['', 'd'],
    ]);
    expect(cells('|A|B\n|---|:-:|\n|c|d')).toEqual([
      ['A', 'B'],
      ['c', 'd'],
    ]);
    expect(cells('| a \\| b | c |')).toEqual([['a \\| b', 'c']]);
  });

  it('tells where nothing stands below the title', () => {
    expect(codes('= T =\n')).toEqual(['no-content']);
    expect(codes('= T =\n\nx')).toEqual([]);
  });
});

describe('places', () => {
  it('counts code points, lines and columns', () => {
    const { title, lead } = read('\ufeff= 🎬 T =\r\n\r\nüx 🎬 y\r\n');
    expect(title?.span).toEqual({ begin: 3, end: 6, line: 1, column: 4 });
    expect(lead[0]?.span).toEqual({ begin: 12, end: 18, line: 3, column: 1 });
  });
});

describe('size', () => {
  it('refuses more lines than an article has, and takes the rest', () => {
    expect(codes(`= T =\n${'x\n'.repeat(300_000)}`)).toContain('too-many-lines');
    expect(read(`= T =\n==S==\n${'- x\n'.repeat(10_000)}`).sections[0]?.blocks[0]).toMatchObject({
      type: 'list',
    });
  });

  it('keeps rows whole where there would be too many cells', () => {
    const { article, problems } = parse(`= T =\n==S==\n${`${'|a'.repeat(10_000)}\n`.repeat(101)}`);
    expect(problems.map(({ code }) => code)).toEqual(['too-many-cells']);
    const rows = blockOf(article, 'table').rows;
    expect(rows[99]?.cells).toHaveLength(10_000);
    expect(rows[100]?.cells).toHaveLength(1);
    expect(rows[100]?.cells[0]?.text.value).toHaveLength(19_999);
  });

  it('looks at labels behind the lead once, however many there are', async () => {
    const labels = (pieces: number): string => `= T =\n\nLead.\n\n${'- a: b\n\n'.repeat(pieces)}`;
    expect(read(labels(1000)).infoboxes).toEqual([]);
    expect(await growth(read, labels, 32_000)).toBeLessThanOrEqual(linear);
  });

  it('walks ten thousand levels without recursion', () => {
    const text = `= T =\n==S==\n${Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(i)}- x\n`).join('')}`;
    expect(blockOf(read(text), 'list').items.at(-1)?.level).toBe(10_000);
    expect([...nodesOf(read(text))].length).toBeGreaterThan(20_000);
  });
});
