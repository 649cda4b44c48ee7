/** The parts of the benchmark that compute and draw; what it measures is not for a test to judge. */
import { expect, it } from 'vitest';
import { articlesOf, combined, copyOf } from '../../bench/corpus.js';
import { median, spread, timeInTurns } from '../../bench/measure.js';
import { formatRatio, plotRatios } from '../../bench/plot.js';

it('takes the middle of the rounds', () => {
  expect(median([3, 100, 1])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(spread([2, 4, 3])).toBeCloseTo(2 / 3);
});

it('lets the candidates take turns, and does not count what warms up', async () => {
  const calls: string[] = [];
  const timings = await timeInTurns(
    { a: () => calls.push('a'), b: () => calls.push('b') },
    { rounds: 2, warmUps: 1 },
  );
  expect(calls.join('')).toBe('baabba');
  expect(Object.keys(timings)).toEqual(['a', 'b']);
});

it('draws bars on one scale from 0, with a line at 1', () => {
  const svg = plotRatios('Ratios', [
    {
      title: 'Fast',
      bars: [
        { label: 'a < b', ratio: 4 },
        { label: 'c', ratio: 2 },
      ],
    },
    { title: 'Nothing', bars: [] },
  ]);
  const widths = [...svg.matchAll(/class="bar" x="450" y="\d+" width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths).toEqual([385, 192.5]);
  expect(svg).toContain('<line class="one" x1="546.3"');
  expect(svg).toContain('a &lt; b');
  expect(svg).not.toContain('Nothing');
});

it('writes ratios with the digits that mean something', () => {
  expect([0.934, 2.5, 31.44, 240.2].map(formatRatio)).toEqual(['0.93×', '2.50×', '31.4×', '240×']);
});

const page = (title: string, ns: number, text: string, more = '') =>
  `<page><title>${title}</title><ns>${ns}</ns>${more}<revision><text xml:space="preserve">${text}</text></revision></page>\n`;

it('takes the articles of a dump, as they were written', () => {
  const pages = [
    page('A &amp; B', 0, 'x &lt;ref&gt;&amp;amp;&lt;/ref&gt;'),
    page('Talk:A', 1, 'talk'),
    page('C', 0, '#REDIRECT [[A]]', '<redirect title="A" />'),
    page('D', 0, 'ä'),
  ];
  const dump = { name: 'd', head: '', pages, isWhole: true };
  expect(articlesOf(dump, 1000)).toEqual([
    { title: 'A & B', text: 'x <ref>&amp;</ref>', bytes: 18 },
    { title: 'D', text: 'ä', bytes: 2 },
  ]);
  expect(articlesOf(dump, 10).map(({ title }) => title)).toEqual(['A & B']);
});

it('repeats pages under new titles', () => {
  const pages = [page('A', 0, 'x'), page('B', 0, 'y')];
  expect([0, 1, 2, 5].map((index) => /<title>(.*)<\/title>/.exec(copyOf(pages, index))?.[1])).toEqual([
    'A',
    'B',
    'A (copy 2)',
    'B (copy 3)',
  ]);
});

it('combines dumps without a title twice', () => {
  const dump = (...pages: string[]) => ({ name: 'd', head: 'head', pages, isWhole: true });
  const [a, b, other, c] = [page('A', 0, '1'), page('B', 0, '2'), page('B', 0, 'other'), page('C', 0, '3')];
  expect(combined([dump(a, b), dump(other, c)])).toEqual({ head: 'head', pages: [a, b, c] });
});
