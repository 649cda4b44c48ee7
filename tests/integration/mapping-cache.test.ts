/** A user's own mappings are parsed and checked once; a start after that gives the same, and errors are told at each. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { article2rdf, root, temporaryFolder } from './program.js';

it('gives the same from what it has kept', () => {
  const cwd = temporaryFolder();
  const env = { XDG_CACHE_HOME: join(cwd, 'cache') };
  const kept = join(cwd, 'cache/article2rdf/mappings');
  const own = join(cwd, 'own');
  mkdirSync(own);
  for (const name of readdirSync(join(root, 'tests/fixtures/book/mappings')))
    copyFileSync(join(root, 'tests/fixtures/book/mappings', name), join(own, name));
  const convert = () =>
    article2rdf(
      [
        'convert',
        join(root, 'tests/fixtures/book/article.txt'),
        '--mapping',
        own,
        '-f',
        'jsonld',
        '--stdout',
      ],
      { cwd, env },
    );
  const first = convert();
  expect(first.stdout).toContain('coverArtist');
  const [name = ''] = readdirSync(kept);
  const written = readFileSync(join(kept, name));
  expect(convert()).toEqual(first);
  expect(readdirSync(kept)).toEqual([name]);
  // What it has kept is what it reads.
  writeFileSync(join(kept, name), written.toString().replaceAll('coverArtist', 'coverPainter'));
  expect(convert().stdout).toContain('coverPainter');
  writeFileSync(join(kept, name), '');
  expect(convert()).toEqual(first);

  writeFileSync(join(own, 'wrong.yaml'), 'kind: Wrong Name\n');
  const wrong = convert();
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(convert()).toEqual(wrong);
  expect(readdirSync(kept)).toEqual([name]);
});

it('keeps nothing where there are no mappings of a user', () => {
  const cwd = temporaryFolder();
  const env = { XDG_CACHE_HOME: join(cwd, 'cache') };
  expect(article2rdf(['convert', join(root, 'articles'), '-o', 'out'], { cwd, env }).status).toBe(0);
  expect(existsSync(join(cwd, 'cache'))).toBe(false);
});
