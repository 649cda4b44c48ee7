/** Titles as keys: those that mean one page are one key. */
import { underscoredTitle } from '../rdf/iris.js';
import { namespacePrefix } from '../source/namespaces.js';

/** In UTF-16 units; MediaWiki's own titles are of 255 bytes at most. */
export const longestKey = 500;

/** Numbers of namespaces by their names in lower case. */
export type Namespaces = Readonly<Record<string, number>>;

/**
 * The key of a title. The names of a namespace in the wiki's language and in English are one: the last that is listed.
 * Null where there is no such title.
 */
export function titleKey(title: string, namespaces: Namespaces): string | null {
  // Pages that are none, such as "Special:Search", are in no file.
  const written = underscoredTitle(title.startsWith(':') ? title.slice(1) : title).toWellFormed();
  if (written === '' || written.length > longestKey || /[\u0000-\u001f\u007f]/.test(written)) return null;
  const prefix = namespacePrefix(written);
  if (prefix === '' || !Object.hasOwn(namespaces, prefix)) return written;
  const rest = underscoredTitle(written.slice(written.indexOf(':') + 1));
  const name = underscoredTitle(namesOf(namespaces).get(namespaces[prefix] as number) ?? prefix);
  return rest === '' ? null : `${name}:${rest}`;
}

/** The key of a title that stands without its namespace, as databases have it. */
export function keyIn(namespace: number, title: string, namespaces: Namespaces): string | null {
  if (namespace === 0) return titleKey(title, {});
  const name = namesOf(namespaces).get(namespace);
  return name === undefined ? null : titleKey(`${name}:${title}`, namespaces);
}

const known = new WeakMap<Namespaces, ReadonlyMap<number, string>>();

/** The name of each namespace: the last that is listed, which is the wiki's own. */
function namesOf(namespaces: Namespaces): ReadonlyMap<number, string> {
  let names = known.get(namespaces);
  if (!names) {
    names = new Map(Object.entries(namespaces).map(([name, number]) => [number, name]));
    known.set(namespaces, names);
  }
  return names;
}
