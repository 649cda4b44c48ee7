/** What makes B of A does make B of A, whatever A and B are. */
import fc from 'fast-check';
import oxigraph from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { patchWriter } from '../../src/diff/write-patch.js';
import { updateWriter } from '../../src/diff/write-update.js';
import { quoteString } from '../../src/rdf/write-term.js';
import { compare } from '../support/compare.js';

const base = 'https://example.org/';
const subject = fc
  .tuple(
    fc.constantFrom('resource', 'page'),
    fc.constantFrom('A', 'B', 'Ç(d)', '😀'),
    fc.constantFrom('', '#x'),
  )
  .map(([kind, title, part]) => `<${base}${kind}/${title}${part}>`);
const text = fc.string({
  unit: fc.constantFrom('a', '\\', 'u', '0041', '"', '\n', '\u0007', '😀', '\ufffd', '{', '}', '#'),
});
const object = fc.oneof(
  subject,
  text.map(quoteString),
  text.map((value) => `${quoteString(value)}@en-gb`),
  text.map((value) => `${quoteString(value)}^^<${base}type>`),
);
const graph = fc.oneof(
  fc.constant(''),
  fc
    .tuple(fc.constantFrom('A', 'B', 'Ç(d)'), fc.constantFrom('', '#char=0,4', '#char=4,9'))
    .map(([title, part]) => ` <${base}page/${title}${part}>`),
);
const line = fc
  .tuple(subject, fc.constantFrom('p', 'q'), object, graph)
  .map(([s, p, o, g]) => `${s} <${base}${p}> ${o}${g} .`);

/** Statements, and the same after random edits: some gone, some in another order, some new. */
const edited = fc
  .tuple(
    fc.uniqueArray(line, { maxLength: 40 }),
    fc.uniqueArray(line, { maxLength: 10 }),
    fc.array(fc.boolean()),
  )
  .chain(([before, fresh, gone]) =>
    fc.record({
      before: fc.constant(before),
      after: fc.shuffledSubarray([...new Set([...before.filter((_, n) => !gone[n]), ...fresh])], {
        minLength: 0,
      }),
    }),
  );

const stored = (store: oxigraph.Store): string[] =>
  store.dump({ format: 'application/n-quads' }).trim().split('\n').sort();

function storeOf(lines: readonly string[]): oxigraph.Store {
  const store = new oxigraph.Store();
  store.load(lines.join('\n'), { format: 'application/n-quads' });
  return store;
}

describe('any two exports', () => {
  it('by SPARQL Update, in a real store', async () => {
    await fc.assert(
      fc.asyncProperty(edited, async ({ before, after }) => {
        const { write, problems } = await compare(
          { 'a.nq': before.join('\n') },
          { 'b.nq': after.join('\n') },
        );
        expect(problems).toEqual([]);
        const store = storeOf(before);
        store.update(write(updateWriter));
        expect(stored(store)).toEqual(stored(storeOf(after)));
      }),
      { numRuns: 150 },
    );
  });

  it('by RDF Patch, row by row', async () => {
    await fc.assert(
      fc.asyncProperty(edited, async ({ before, after }) => {
        const { write } = await compare({ 'a.nq': before.join('\n') }, { 'b.nq': after.join('\n') });
        const lines = new Set(before);
        for (const row of write(patchWriter).split('\n')) {
          // A row that deletes what is not there, or adds what is, would be no change.
          if (row.startsWith('D ')) expect(lines.delete(row.slice(2)), row).toBe(true);
          if (row.startsWith('A ')) {
            expect(lines.has(row.slice(2)), row).toBe(false);
            lines.add(row.slice(2));
          }
        }
        expect([...lines].sort()).toEqual([...after].sort());
      }),
      { numRuns: 150 },
    );
  });

  it('and back', async () => {
    await fc.assert(
      fc.asyncProperty(edited, async ({ before, after }) => {
        const [there, back] = [
          await compare({ 'a.nq': before.join('\n') }, { 'b.nq': after.join('\n') }),
          await compare({ 'a.nq': after.join('\n') }, { 'b.nq': before.join('\n') }),
        ];
        const { added, removed, ...others } = there.totals;
        expect(back.totals).toEqual({ added: removed, removed: added, ...others });
      }),
      { numRuns: 50 },
    );
  });
});
