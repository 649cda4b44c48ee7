import type { Article } from '../article.js';

/** The inside of the parenthesis that ends a title. */
export function disambiguator(title: string): string | undefined {
  return title.endsWith(')') ? /\S\s+\(([^()]+)\)$/.exec(title)?.[1] : undefined;
}

/** A title without the parenthesis that ends it. */
export function withoutDisambiguator(title: string): string {
  const inside = disambiguator(title);
  return inside === undefined ? title : title.slice(0, -(inside.length + 2)).trimEnd();
}

/** The title without the words that only tell it from others of the same name: "Charly (film)" is called "Charly". */
export function baseName(article: Pick<Article, 'name' | 'infoboxes'>): string {
  const inside = disambiguator(article.name);
  if (inside === undefined) return article.name;
  const base = withoutDisambiguator(article.name);
  const confirmed = article.infoboxes[0]?.title?.value === base;
  // Such words are in lower case ("film", "1946 film"); a name that goes on in parentheses is not.
  return confirmed || /^(?:\d{4}(?:\s|$)|\p{Ll})/u.test(inside) ? base : article.name;
}
