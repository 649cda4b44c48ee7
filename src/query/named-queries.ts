/** The queries that come with the program. */
import { Iris, isIri } from '../rdf/iris.js';
import { readQueryFiles } from '../read/package-files.js';

export interface NamedQuery {
  readonly name: string;
  /** What it answers, in a line. */
  readonly description: string;
  readonly text: string;
}

/** In the order of their names. The first line of each is a comment that describes it. */
export function namedQueries(): NamedQuery[] {
  return readQueryFiles().map(({ name, text }) => ({
    name: name.replace(/^.*[/\\]/, '').replace(/\.rq$/, ''),
    description: (/^# *(.*?)\.?\r?\n/.exec(text)?.[1] ?? '').trim(),
    text,
  }));
}

/**
 * The same query of one article.
 *
 * @param article its title, or the IRI of its page
 * @param base under which pages have theirs
 */
export function aboutArticle(query: string, article: string, base: string): string {
  const page = /^https?:/i.test(article) && isIri(article) ? article : new Iris(base).page(article).value;
  return `${query}\nVALUES ?page { <${page}> }\n`;
}
