/**
 * Real articles, of which the project holds none: they are read where the environment variable ARTICLE_CORPUS names a folder
 * of them. CONTRIBUTING.md tells what lies where in it.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const corpus = process.env.ARTICLE_CORPUS ?? '';

/** Exports of wikis, each with many pages of all kinds. */
export const dumps = exportsIn('dumps');

/** Small exports of wikis in other languages. */
export const otherDumps = exportsIn('dumps/other-languages');

/** Folders and files of articles, those of them that are there. */
export const articles = [
  'film/wikitext',
  'film/plain',
  'kinds/wikitext',
  'kinds/infoboxes',
  'kinds/leads/en.ndjson',
]
  .map((path) => join(corpus, path))
  .filter((path) => corpus !== '' && existsSync(path));

function exportsIn(folder: string): string[] {
  const path = join(corpus, folder);
  if (corpus === '' || !existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.xml.bz2'))
    .sort()
    .map((name) => join(path, name));
}
