import { expect, it } from 'vitest';
import { Counter } from '../../src/batch/counter.js';
import { Tally } from '../../src/batch/counts.js';
import type { Problem } from '../../src/problem.js';

const problem = (code: string, severity: Problem['severity'], about?: string): Problem => ({
  code,
  severity,
  message: '',
  place: { source: 'x' },
  ...(about === undefined ? {} : { about }),
});

it('gives the most frequent names first, and of many names not all', () => {
  const counter = new Counter();
  for (const name of ['b', 'c', 'a', 'c']) counter.add(name);
  expect(Object.entries(counter.record())).toEqual([
    ['c', 2],
    ['a', 1],
    ['b', 1],
  ]);
  expect(counter.record(1)).toEqual({ c: 2 });
  for (let i = 0; i < 10_000; i++) counter.add(`name ${i}`);
  counter.add('c');
  expect(Object.keys(counter.record())).toHaveLength(5000);
  expect(counter.record(1)).toEqual({ c: 3 });
  const long = new Counter();
  long.add('x'.repeat(1_000_000));
  expect(Object.keys(long.record())).toEqual([`${'x'.repeat(99)}…`]);
});

it('counts names that objects have of themselves', () => {
  const counter = new Counter();
  counter.add('__proto__', 2);
  counter.merge(JSON.parse('{ "__proto__": 3, "constructor": 1 }'));
  expect(Object.entries(counter.record())).toEqual([
    ['__proto__', 5],
    ['constructor', 1],
  ]);
});

it('gives the same for shards together as for the whole', () => {
  const tallies = [new Tally(), new Tally()] as const;
  const whole = new Tally();
  for (const tally of [tallies[0], whole]) {
    tally.addArticle({ kind: 'film', report: { conforms: true, results: [] } }, 20);
    tally.addProblem(problem('unmapped-field', 'info', 'Colour'));
    tally.addLeft('namespace');
    tally.addRedirect(3);
  }
  for (const tally of [tallies[1], whole]) {
    tally.addArticle({ kind: null, report: null }, 4);
    tally.addProblem(problem('unmapped-field', 'info', 'Colour'));
    tally.addProblem(problem('no-subject', 'error'));
    tally.addLeft('namespace');
    tally.addRedirect(0);
  }
  const merged = new Tally();
  for (const tally of tallies) merged.merge(JSON.parse(JSON.stringify(tally.counts())));
  expect(merged.counts()).toEqual(whole.counts());
  expect(merged.counts()).toEqual({
    articles: 2,
    kinds: { film: 1, 'of no known kind': 1 },
    statements: 27,
    validated: 1,
    conforming: 1,
    results: { violation: 0, warning: 0, info: 0 },
    redirects: { mapped: 1, counted: 1 },
    left: { namespace: 2 },
    problems: { error: { 'no-subject': 1 }, warning: {}, info: { 'unmapped-field': 2 } },
    about: { 'unmapped-field': { Colour: 2 } },
  });
});
