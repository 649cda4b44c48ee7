/** A base of IRIs that is filled for each article: `https://{wiki}/`, `https://data.example/{lang}/`. */

const placeholder = /\{(wiki|lang)\}/g;

export interface BaseValues {
  /** The wiki that the article is of; absent where nothing says it. */
  readonly wiki?: string;
  /** Tag of its language. */
  readonly language: string;
}

export function hasPlaceholders(base: string): boolean {
  return base.search(placeholder) >= 0;
}

/** Null where it asks for a wiki, and nothing says which. */
export function filledBase(base: string, { wiki, language }: BaseValues): string | null {
  if (wiki === undefined && base.includes('{wiki}')) return null;
  const values = { wiki: segment(wiki ?? ''), lang: segment(language) };
  return base.replace(placeholder, (_, name: 'wiki' | 'lang') => values[name]);
}

/** Letters of a host, which stand anywhere in an IRI. */
function segment(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9.-]+/g, '-');
}
