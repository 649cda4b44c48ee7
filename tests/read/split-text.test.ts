/** Articles of plain text that stand in one file. */
import { expect, it } from 'vitest';
import { parseSource } from '../../src/parse.js';
import { openWorkshop } from '../../src/pipeline.js';
import { splitText } from '../../src/read/split-text.js';

const titlesOf = (text: string): (string | undefined)[] =>
  splitText({ name: 'x', text, format: 'plain' }).map((source) =>
    source.text
      .trim()
      .split(/[\r\n]/)[0]
      ?.trim(),
  );

it.each<[string, string[]]>([
  ['= A =\n\nA is a film.\n\n= B =\n\nB is a film.\n', ['= A =', '= B =']],
  [' = A = \n \n x\n \n = B ( film ) = \n \n y\n = C = \n', ['= A =', '= B ( film ) =', '= C =']],
  ['\ufeff=A=\r\nx\r\n=B=\r\ny', ['\ufeff=A='.trim(), '=B=']],
  ['\n\n= A =\rx\r= B =\ry', ['= A =', '= B =']],
  ['= A =\n\n== Plot ==\n\n= = Cast = =\n\n=== C ===\nx', ['= A =']],
  ['= A =\n\n=\n==\n= =\nx', ['= A =']],
  ['= A =\n\n- Director = Ann =\n1 = 1\n', ['= A =']],
  ['Words.\n\n= A =\n\n= B =\n', ['Words.']],
  ['= 薩姆 =\nx\n= 雷米 =\ny', ['= 薩姆 =', '= 雷米 =']],
  ['= A =\n= A =\n', ['= A =', '= A =']],
  ['= A =\nx\n=A section=\ny', ['= A =']],
  ['=A=\nx\n= A section =\ny', ['=A=']],
])('%j', (text, titles) => {
  expect(titlesOf(text)).toEqual(titles);
  const parts = splitText({ name: 'x', text, format: 'plain' }).map((source) => source.text);
  expect(parts.join('')).toBe(text);
});

it('leaves wikitext whole', () => {
  const source = { name: 'x', text: "= A =\n'''A'''\n= B =\n", format: 'wikitext' } as const;
  expect(splitText(source)).toEqual([source]);
});

it('counts lines from the beginning of the file, and numbers what is written', async () => {
  const text = '= A =\n\nA is a film.\r\n\r\n= B =\n\nB\n- Director: Ann Lee\n\nB is a film.\n';
  const sources = splitText({ name: 'f.txt', text, format: 'plain', title: 'f', target: 'in/f' });
  expect(sources.map(({ title, target, firstLine }) => [title, target, firstLine])).toEqual([
    ['f', 'in/f', undefined],
    [undefined, 'in/f-2', 5],
  ]);
  const { workshop } = await openWorkshop({ validate: false });
  const [, second] = sources;
  if (!workshop || !second) return expect.unreachable();
  const { article } = parseSource(second, workshop.templates, workshop.usual);
  expect(article.title).toMatchObject({ value: 'B', span: { begin: 2, line: 5, column: 3 } });
  expect(article.infoboxes[0]?.fields[0]?.span).toMatchObject({ line: 8 });
});
