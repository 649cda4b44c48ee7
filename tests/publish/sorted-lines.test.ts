import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SortedLines } from '../../src/publish/sorted-lines.js';
import { sortByCodePoints } from '../../src/rdf/code-point-order.js';

let folder: string;
let before: string | undefined;
beforeEach(() => {
  before = process.env.TMPDIR;
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-sort-'));
  process.env.TMPDIR = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  rmSync(folder, { recursive: true });
});

async function sorted(batches: readonly (readonly string[])[], memory: number): Promise<string[]> {
  const sorter = new SortedLines(memory);
  for (const batch of batches) await sorter.add(batch);
  const lines: string[] = [];
  for await (const some of sorter.sorted()) lines.push(...some);
  return lines;
}

const line = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\uffff', '😀'), minLength: 1, maxLength: 4 });

describe('lines', () => {
  it('are in order, each once, however little fits into memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { maxLength: 30 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 200 }),
        async (batches, memory) => {
          expect(await sorted(batches, memory)).toEqual(sortByCodePoints([...new Set(batches.flat())]));
          expect(readdirSync(folder)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are merged in more than one round where there are many runs', async () => {
    const numbers = Array.from({ length: 3000 }, (_, n) => String((n * 7919) % 3000).padStart(5, '0'));
    // 16 runs are merged at a time: 300 of them take two rounds before the last.
    const batches = Array.from({ length: 300 }, (_, n) => numbers.slice(n * 10, n * 10 + 10));
    expect(await sorted(batches, 1)).toEqual([...numbers].sort());
  });

  it('may be longer than what is read at a time', async () => {
    const lines = ['b'.repeat(700_000), 'a'.repeat(700_000), 'é'.repeat(300_000)];
    expect(
      await sorted(
        lines.map((one) => [one]),
        1,
      ),
    ).toEqual([...lines].sort());
  });
});

it('leaves no file behind while it works, nor after', async () => {
  const sorter = new SortedLines(1);
  for (let n = 0; n < 20; n++) await sorter.add([String(n)]);
  expect(readdirSync(folder)).toEqual([]);
  await sorter.discard();
});

it('tells where there is no room', async () => {
  process.env.TMPDIR = join(folder, 'nowhere');
  await expect(new SortedLines(1).add(['a'])).rejects.toThrow(/ENOENT/);
});
