/** Which sentences, items and rows are told of that are near to what is read and gave no fact. */
import { beforeAll, expect, it } from 'vitest';
import type { Gap } from '../../src/explain/gaps.js';
import { Gaps } from '../../src/explain/gaps.js';
import { writeGaps } from '../../src/explain/write-gaps.js';
import { explainConversion } from '../../src/explain.js';
import type { Workshop } from '../../src/pipeline.js';
import { convertSource, openWorkshop } from '../../src/pipeline.js';

let workshop: Workshop;

beforeAll(async () => {
  workshop = (await openWorkshop()).workshop as Workshop;
});

async function gapsOf(sections: Readonly<Record<string, string>>): Promise<readonly Gap[]> {
  const gaps = new Gaps(workshop.mappings);
  for (const [name, text] of Object.entries(sections)) {
    const source = {
      name,
      text: `{{Infobox film\n| name = Salt Road\n}}\nSalt Road is a 2012 film.\n${text}\n`,
    };
    const conversion = await convertSource(source, workshop, {
      base: 'https://example.org/',
      language: 'en',
    });
    gaps.add(explainConversion(source, conversion, workshop));
  }
  return gaps.all();
}

it('groups sentences of one shape over articles, the most frequent first', async () => {
  const gaps = await gapsOf({
    'a.wiki': '== Release ==\nA friend sent 3 copies of what was released on paper.',
    'b.wiki': '== Release ==\nNobody knew 4 of those that were released on paper.',
  });
  expect(gaps[0]).toMatchObject({ type: 'sentence', near: 'film/sentences/release', shape: 'released' });
  expect(gaps[0]?.places.map(({ source, line }) => `${source}:${line}`)).toEqual(['a.wiki:6', 'b.wiki:6']);
});

it('tells of no sentence that gave a fact, stands in a foreign section, or has the words of no pattern', async () => {
  const gaps = await gapsOf({
    'a.wiki':
      '== Release ==\nThe film was released in Norway on 3 May 2012.\n== Plot ==\nIna is released on 4 May.\n== Music ==\nIt is loud.',
  });
  expect(gaps).toEqual([]);
});

it('tells of an item under a heading whose lists are read', async () => {
  const gaps = await gapsOf({ 'a.wiki': '== Cast ==\n* Vera Holt as Ina\n* a dozen sheep' });
  expect(gaps).toMatchObject([
    { type: 'item', near: 'film/performances', places: [{ words: 'a dozen sheep' }] },
  ]);
});

it('writes at most three places of each', () => {
  const place = (line: number) => ({ source: 'a.wiki', line, words: `It is ${line}.` });
  const gap = {
    type: 'row',
    near: 'film/recognitions',
    shape: '0 | Name',
    places: [1, 2, 3, 4, 5].map(place),
  } as const;
  expect(writeGaps([gap])).toBe(
    '5 × row near film/recognitions: 0 | Name\n    a.wiki:1: It is 1.\n    a.wiki:2: It is 2.\n    a.wiki:3: It is 3.\n    … 2 more\n',
  );
});
