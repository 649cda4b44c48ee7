/** The prefixes that the package knows: those of the code, and those of its vocabularies. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withVocabularies } from '../rdf/vocabulary.js';
import { packageFolder } from './package-files.js';

let known: Readonly<Record<string, string>> | null = null;

/** Namespaces by prefix. A file of vocab/ is called by the prefix of the vocabulary that it holds. Read once. */
export function packagePrefixes(): Readonly<Record<string, string>> {
  known ??= withVocabularies(['.', 'fields'].flatMap(prefixesBelow));
  return known;
}

function prefixesBelow(folder: string): (readonly [string, string])[] {
  const path = join(packageFolder, 'vocab', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.ttl'))
    .sort()
    .flatMap((name) => {
      const prefix = name.slice(0, -'.ttl'.length);
      const text = readFileSync(join(path, name), 'utf8');
      const namespace = new RegExp(`^@prefix ${prefix}: <([^>]+)>`, 'm').exec(text)?.[1];
      return namespace === undefined ? [] : [[prefix, namespace] as const];
    });
}
