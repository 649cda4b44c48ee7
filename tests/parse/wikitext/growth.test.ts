/** The cost of any wikitext grows in line with its size. */
import { expect, it } from 'vitest';
import { growth, linear } from '../../support/growth.js';
import { parse } from '../../support/parse.js';
import { page } from '../../support/wikitext.js';

type Make = (times: number) => string;

const again =
  (text: string): Make =>
  (times) =>
    text.repeat(times);
const between =
  (begin: string, text: string, end: string): Make =>
  (times) =>
    begin + text.repeat(times) + end;
const nested =
  (begin: string, end: string): Make =>
  (times) =>
    begin.repeat(times) + end.repeat(times);

/** A tag in as many spellings of its name as there are pieces, and what they would look through for their ends. */
const spelled =
  (name: string, rest: string): Make =>
  (times) =>
    Array.from({ length: times }, (_, i) => `<${spelling(name, i)}>`).join('') + rest.repeat(times);
const spelling = (name: string, bits: number): string =>
  [...name].map((letter, i) => ((bits >> i) & 1 ? letter.toUpperCase() : letter)).join('');

/** Names, texts of a given number of pieces, and how many pieces the largest has. */
const shapes: readonly (readonly [name: string, make: Make, pieces: number])[] = [
  ['braces', again('{'), 160_000],
  ['calls that stay open', again('{{a|'), 160_000],
  ['lists that stay open', again('{{ubl|'), 160_000],
  ['boxes that stay open', again('{{Infobox film|name='), 32_000],
  ['links that stay open', again('[['), 160_000],
  ['links and calls that stay open', again('[[{{'), 80_000],
  ['addresses that stay open', again('[http://x '), 80_000],
  ['footnotes that stay open', again('<ref>x'), 80_000],
  ['footnotes that end far away', between('<ref>', '<ref x', '/></ref>'), 160_000],
  ['tags of many spellings', spelled('templatestyles', '</a'), 16_000],
  ['comments that stay open', again('<!--'), 160_000],
  ['tags that stay open', again('<br '), 160_000],
  ['nowiki that stays open', again('<nowiki>'), 80_000],
  ['tables that stay open', again('{|\n'), 80_000],
  ['tables with boxes that stay open', again('{|\n{{'), 80_000],
  ['quotes', again("'"), 160_000],
  ['bars', again('|'), 160_000],
  ['closing brackets', again(']'), 160_000],
  ['closing braces', again('}'), 160_000],
  ['ampersands', again('&'), 160_000],
  ['entities without an end', again('&amp'), 80_000],
  ['underscores', again('_'), 160_000],
  ['colons', again(':'), 160_000],
  ['bullets', again('* '), 160_000],
  ['bulleted lines', again('* * *\n'), 32_000],
  ['lines of equals signs', again('=\n'), 64_000],
  ['equals signs', again('= '), 160_000],
  ['headings', again('== h ==\n'), 32_000],
  ['galleries', again('<gallery>\nA b.jpg|x [[A]]\n</gallery>\n'), 8000],
  ['lines of a gallery', between('<gallery>\n', 'A b.jpg|x\n', '</gallery>'), 16_000],
  ['bars of a gallery', between('<gallery>\n', 'A b.jpg|', '</gallery>'), 16_000],
  ['categories', again('[[Category:A b]]\n'), 32_000],
  ['definitions', again(';a:b\n'), 32_000],
  ['descriptions', between(';[[a]]\n', ':b\n', ''), 32_000],
  ['nested lists', nested('{{ubl|', '}}'), 80_000],
  ['nested calls', nested('{{x|', '}}'), 80_000],
  ['nested links', nested('[[a|', ']]'), 80_000],
  ['nested shows', nested('{{small|', '}}'), 80_000],
  ['nested boxes', nested('{{Infobox film|m=', '}}'), 16_000],
  ['nested tables', nested('{|\n|\n', '|}\n'), 32_000],
  ['nested blocks', nested('{{center|\n', '\n}}'), 32_000],
  ['templates that show a part twice', nested('{{nihongo3|x|', '}}'), 16_000],
  ['parameters', between('{{unknown|', 'a=b|', '}}'), 80_000],
  ['fields', between('{{Infobox film|', 'a=b|', '}}'), 32_000],
  ['items', between('{{ubl|', 'a|', '}}'), 80_000],
  ['items with links', between('{{Infobox film|a=\n', '* [[x]]\n', '}}'), 32_000],
  ['notes below items', between('{{Infobox film|a=\n', '* x\n* (y)\n', '}}'), 16_000],
  ['dates', between('{{film date|', '2001|1|2|x|', '}}'), 16_000],
  ['rows', between('{|\n', '|-\n| a || b\n', '|}'), 16_000],
  ['rows without a table', again('|-\n'), 64_000],
  ['cells', between('{|\n|', 'a||', '\n|}'), 32_000],
  ['captions', between('{|\n', '|+ a\n', '|}'), 32_000],
  ['tables', again('{|\n|a\n|}\n'), 16_000],
  ['blocks in a template', between('{{center|\n', 'a\n\n', '}}'), 32_000],
  ['a long line', again('word '), 160_000],
  ['line breaks', again('\n'), 160_000],
  ['two sorts of line breaks', again('\r\n'), 80_000],
];

it.each(shapes)(
  '%s',
  async (_, make, pieces) => {
    expect(await growth(page, make, pieces)).toBeLessThanOrEqual(linear);
  },
  120_000,
);

it('does not repeat merged cells without end', () => {
  const rows = '|-\n|rowspan=2000 colspan=200|x\n'.repeat(3000);
  const [table] = page(`{|\n${rows}|}`).article.lead;
  if (table?.type !== 'table') throw new Error('no table');
  const cells = table.rows.reduce((sum, row) => sum + row.cells.length, 0);
  expect(table.rows).toHaveLength(3000);
  expect(cells).toBeLessThan(210_000);
});

it('gives a page up that has more marks than one can have', () => {
  const { article, problems } = parse({
    name: 'x',
    title: 'X',
    text: '{{'.repeat(1_200_000),
    format: 'wikitext',
  });
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error too-many-marks']);
  expect(article.span).toEqual({ begin: 0, end: 2_400_000, line: 1, column: 1 });
});
