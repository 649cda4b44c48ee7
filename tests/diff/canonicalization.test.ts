/** RDFC-1.0: https://www.w3.org/TR/rdf-canon/ */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LabelError } from '../../src/diff/canonical-labels.js';
import { Canonicalization } from '../../src/diff/canonicalization.js';

async function canonical(
  lines: readonly string[],
  { seconds = 30, workFactor = 3, memory = 1 << 20 } = {},
): Promise<{ text: string; sha256: string }> {
  const dataset = new Canonicalization({ seconds, workFactor }, memory);
  await dataset.add(lines);
  let text = '';
  for await (const piece of dataset.text()) text += piece;
  return { text, sha256: dataset.sha256() };
}

const [p, q, r, s, t, u] = [...'pqrstu'].map((name) => `<http://example.com/#${name}>`);

describe('a dataset without blank nodes', () => {
  it('is sorted by code points, each statement once, in little memory as well', async () => {
    const lines = [
      `${p} ${q} "😀" .`,
      `${p} ${q} "\uffff" .`,
      `${p} ${q} "a" .`,
      `${p} ${q} "a" ${r} .`,
      `${p} ${q} "a" .`,
    ];
    const expected = `${p} ${q} "a" .\n${p} ${q} "a" ${r} .\n${p} ${q} "\uffff" .\n${p} ${q} "😀" .\n`;
    const { text, sha256 } = await canonical(lines);
    expect(text).toBe(expected);
    expect(sha256).toBe(createHash('sha256').update(expected).digest('hex'));
    expect((await canonical(lines, { memory: 1 })).text).toBe(expected);
  });

  it('of nothing is nothing, with the hash of nothing', async () => {
    const { text, sha256 } = await canonical([]);
    expect([text, sha256]).toEqual(['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']);
  });
});

describe('blank nodes', () => {
  it('that their statements tell apart are numbered by the hashes of these (§4.4, example of unique hashes)', async () => {
    const lines = [`${p} ${q} _:e0 .`, `${p} ${r} _:e1 .`, `_:e0 ${s} ${u} .`, `_:e1 ${t} ${u} .`];
    const hash = (...of: string[]): string => createHash('sha256').update(of.join('')).digest('hex');
    // Hash First Degree Quads (§4.6.3): the node itself is _:a, lines are sorted.
    const first = hash(`${p} ${q} _:a .\n`, `_:a ${s} ${u} .\n`);
    const second = hash(`${p} ${r} _:a .\n`, `_:a ${t} ${u} .\n`);
    expect(first < second).toBe(true);
    expect((await canonical(lines)).text).toBe(
      `${p} ${q} _:c14n0 .\n${p} ${r} _:c14n1 .\n_:c14n0 ${s} ${u} .\n_:c14n1 ${t} ${u} .\n`,
    );
  });

  it('that only their neighbours tell apart get the labels of the specification (§4.4, shared hashes)', async () => {
    const lines = [
      `${p} ${q} _:e0 .`,
      `${p} ${q} _:e1 .`,
      `_:e0 ${p} _:e2 .`,
      `_:e1 ${p} _:e3 .`,
      `_:e2 ${r} _:e3 .`,
    ];
    expect((await canonical(lines)).text).toBe(
      `${p} ${q} _:c14n2 .\n${p} ${q} _:c14n3 .\n_:c14n0 ${r} _:c14n1 .\n_:c14n2 ${p} _:c14n1 .\n_:c14n3 ${p} _:c14n0 .\n`,
    );
  });

  const node = fc.integer({ min: 0, max: 5 }).map((n) => `_:n${n}`);
  const graph = fc.array(fc.tuple(node, fc.constantFrom(p, q), fc.oneof(node, fc.constant(s))), {
    maxLength: 12,
  });

  it('give the same bytes whatever their labels and order', async () => {
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        async (triples, order) => {
          const lines = triples.map((terms) => `${terms.join(' ')} .`);
          const renamed = lines.map((line) => line.replace(/_:n(\d)/g, (_, n) => `_:m${order[n]}`)).reverse();
          const options = { workFactor: 6 };
          expect(await canonical(renamed, options)).toEqual(await canonical(lines, options));
        },
      ),
      { numRuns: 60 },
    );
  });

  const pairs = (count: number, isEdge: (i: number, j: number) => boolean): string[] =>
    Array.from({ length: count * count }, (_, n) => [Math.floor(n / count), n % count] as const)
      .filter(([i, j]) => isEdge(i, j))
      .map(([i, j]) => `_:n${i} ${p} _:n${j} .`);

  it.each([
    ['a clique of 10', pairs(10, (i, j) => i !== j)],
    ['a clique of 40', pairs(40, (i, j) => i !== j)],
    ['two sides of 12', pairs(24, (i, j) => i < 12 && j >= 12)],
    ['a ring of 1500', Array.from({ length: 1500 }, (_, n) => `_:n${n} ${p} _:n${(n + 1) % 1500} .`)],
  ])('that are poison end with a message: %s', async (_, lines) => {
    await expect(canonical(lines, { seconds: 1 })).rejects.toThrow(LabelError);
  });

  it('beside triple terms are refused', async () => {
    await expect(canonical([`_:b ${p} <<( ${p} ${q} ${r} )>> .`])).rejects.toThrow(/RDF 1\.1/);
  });
});
