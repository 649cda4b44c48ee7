/** What is read of a page depends on the page alone, whatever the same process has read before. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Tokens } from '../../../src/parse/wikitext/tokens.js';
import { convertSource, openWorkshop, writeStatements } from '../../../src/pipeline.js';
import { anyPages } from '../../support/any-pages.js';
import { random, shuffled } from '../../support/random.js';

const opened = openWorkshop({ validate: false });

/**
 * A hash of all that is told of a page, by its title.
 *
 * @param isAlone whether each is read as if it were the first of its process
 */
async function readAll(
  pages: readonly { title: string; text: string }[],
  isAlone = false,
): Promise<Map<string, string>> {
  const { workshop } = await opened;
  if (!workshop) throw new Error('The package’s own mappings have errors.');
  const hashes = new Map<string, string>();
  for (const { title, text } of pages) {
    // Columns that are taken and not given back are gone: the next page has new ones, which grow.
    if (isAlone) Tokens.take(0);
    const source = { name: title, title, text, format: 'wikitext' } as const;
    const { statements, problems } = await convertSource(source, workshop, {
      base: 'https://example.org/',
      language: 'en',
    });
    const written = writeStatements(statements, 'nquads', workshop, { provenance: 'span', source });
    const told = createHash('sha256').update(written).update(JSON.stringify(problems)).digest('hex');
    if (hashes.has(title)) expect(told, title).toBe(hashes.get(title));
    hashes.set(title, told);
  }
  return hashes;
}

const large = { title: 'Large', text: '{{a|b}} <br> word '.repeat(4000) };

it('whatever the order of the pages', { timeout: 120_000 }, async () => {
  const pages = anyPages(300, 1);
  const expected = await readAll(pages, true);
  const next = random(2);
  for (let round = 0; round < 2; round++) {
    expect(await readAll(shuffled([...pages, large], next))).toEqual(
      new Map([...expected, ['Large', expect.any(String)]]),
    );
  }
});

it('a break counts wherever the columns of marks grow', async () => {
  const names = (padding: number): string =>
    `${'\n'.repeat(padding)}{{Infobox film|starring=${'[[Ann One]]<br>'.repeat(3)}}}\n'''X''' is a 1999 film.\n`;
  const pages = Array.from({ length: 150 }, (_, n) => ({ title: `Film ${n}`, text: names(n) }));
  const alone = await readAll(pages, true);
  expect(await readAll([large, ...pages.toReversed()])).toEqual(
    new Map([...alone, ['Large', expect.any(String)]]),
  );
});
