import { expect, it } from 'vitest';
import { makePlan, optionsOf, parsePlan, planLines, shardHash } from '../../src/batch/plan.js';
import type { Shard } from '../../src/shard.js';
import { config, planOf } from './shards.js';

const text = (shards: readonly Shard[]): string => [...planLines(shards)].join('');

it('numbers the shards over all inputs', () => {
  const header = { kind: 'text', compression: 'none', size: 7 } as const;
  const plan = makePlan(
    [
      { src: 'a.txt', header, ranges: [{ start: 0, end: 7 }] },
      {
        src: 'b.txt',
        header,
        ranges: [
          { start: 0, end: 4 },
          { start: 4, end: 7 },
        ],
      },
    ],
    config(),
  );
  expect(plan.map(({ id, src, start, end }) => [id, src, start, end])).toEqual([
    [0, 'a.txt', 0, 7],
    [1, 'b.txt', 0, 4],
    [2, 'b.txt', 4, 7],
  ]);
});

it('reads what it wrote, with what all lines repeat in memory once', () => {
  const plan = planOf(3);
  const read = parsePlan(text(plan), 'plan.ndjson');
  expect(read).toEqual({ shards: plan });
  const [a, b] = (read as { shards: Shard[] }).shards as [Shard, Shard];
  expect(a.config).toBe(b.config);
  expect(a.header).toBe(b.header);
});

it.each<[string, (lines: string[]) => string[], number, RegExp]>([
  ['nothing', () => [], 1, /it holds no shard/],
  ['no JSON', ([a]) => [a as string, '{'], 2, /this line is no JSON/],
  ['null', () => ['null'], 1, /id, start and end are numbers/],
  ['another object', () => ['{"id":0,"start":0,"end":1}'], 1, /src and header are missing/],
  ['a line left out', ([a, , c]) => [a as string, c as string], 2, /shard 2 stands where shard 1 should/],
  ['a line twice', ([a]) => [a as string, a as string], 2, /shard 0 stands where shard 1 should/],
  [
    'options changed in one line',
    ([a, b]) => [a as string, (b as string).replace('"validate":false', '"validate":true')],
    2,
    /not those of the lines above/,
  ],
  ['a format unknown', ([a]) => [(a as string).replace('nquads', 'xml')], 1, /a format is not known/],
  ['no options', ([a]) => [(a as string).replace(/"config":.*/, '"config":{}}')], 1, /config is missing/],
])('refuses %s', (_, change, line, message) => {
  const lines = change(text(planOf(3)).trimEnd().split('\n'));
  expect(parsePlan(lines.join('\n'), 'plan.ndjson')).toEqual({
    problem: {
      code: 'plan-invalid',
      severity: 'error',
      message: expect.stringMatching(message),
      place: { source: 'plan.ndjson', line },
    },
  });
});

it('hashes all that decides the bytes of a part', () => {
  const [shard, other] = planOf(2) as [Shard, Shard];
  const changed: Shard[] = [
    other,
    { ...shard, id: 1 },
    { ...shard, end: 99 },
    { ...shard, src: 'others.ndjson' },
    { ...shard, header: { ...shard.header, size: 1 } },
    { ...shard, config: { ...shard.config, version: '1.2.4' } },
    { ...shard, config: config({ validate: true }) },
    { ...shard, config: config({ settings: 'abd' }) },
  ];
  const hashes = [shard, ...changed].map(shardHash);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(shardHash(JSON.parse(JSON.stringify(shard)))).toBe(shardHash(shard));
  expect(optionsOf(shard).formats).toEqual(['nquads']);
});
