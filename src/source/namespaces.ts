/**
 * Numbers of the namespaces by the names that every wiki knows besides those of its own language, in lower case
 * (https://www.mediawiki.org/wiki/Manual:Namespace#Built-in_namespaces).
 */
export const canonicalNamespaces: Readonly<Record<string, number>> = {
  media: -2,
  special: -1,
  talk: 1,
  user: 2,
  'user talk': 3,
  project: 4,
  'project talk': 5,
  file: 6,
  image: 6,
  'file talk': 7,
  'image talk': 7,
  mediawiki: 8,
  'mediawiki talk': 9,
  template: 10,
  'template talk': 11,
  help: 12,
  'help talk': 13,
  category: 14,
  'category talk': 15,
};

/** The number of the namespace of categories. */
export const categoryNamespace = 14;

/** What stands before the first colon of a title, as names of namespaces are written here; empty where there is none. */
export function namespacePrefix(title: string): string {
  return title
    .slice(0, Math.max(0, title.indexOf(':')))
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();
}

/** The number of a title's namespace; 0, that of articles, if what stands before its colon is the name of none. */
export function namespaceOf(
  title: string,
  names: Readonly<Record<string, number>> = canonicalNamespaces,
): number {
  const prefix = namespacePrefix(title);
  return (Object.hasOwn(names, prefix) && names[prefix]) || 0;
}
