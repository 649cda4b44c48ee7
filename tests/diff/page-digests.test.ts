import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { PageDigests } from '../../src/diff/page-digests.js';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const count = 50_000;
const page = (n: number): string => `https://example.org/page/${n}`;

it('tells which of many pages differ, in whatever order they come', () => {
  const digests = new PageDigests();
  for (let n = 0; n < count; n++) digests.add(page(n), digest(`text ${n}`), 1);
  for (let n = count - 1; n >= 0; n--)
    digests.add(page(n), digest(n % 1000 === 7 ? 'other' : `text ${n}`), -1);
  expect(digests.size).toBe(count);
  expect(digests.differing()).toBe(count / 1000);
  for (let n = 0; n < count; n++) expect(digests.differs(page(n)), page(n)).toBe(n % 1000 === 7);
});

it('knows a page that one export alone has, and none that neither has', () => {
  const digests = new PageDigests();
  digests.add(page(1), digest('a'), -1);
  expect([digests.differs(page(1)), digests.differs(page(2)), digests.size]).toEqual([true, false, 1]);
});

it('takes the runs of a page together in any order', () => {
  const digests = new PageDigests();
  for (const text of ['a', 'b', 'c']) digests.add(page(1), digest(text), 1);
  for (const text of ['c', 'a']) digests.add(page(1), digest(text), -1);
  expect(digests.differs(page(1))).toBe(true);
  digests.add(page(1), digest('b'), -1);
  expect(digests.differs(page(1))).toBe(false);
});
