/** A redirect: another name of what another article is about (https://www.mediawiki.org/wiki/Help:Redirects). */
import type { NamedNode } from '@rdfjs/types';
import { baseName } from '../article/title.js';
import { Iris } from '../rdf/iris.js';
import { literal } from '../rdf/terms.js';
import { rdf, schema } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';

export const emits = { classes: [schema.Thing], properties: [schema.name, schema.sameAs] };

export interface Redirect {
  readonly title: string;
  /** Title of the article that it leads to, with `#` and a section where it leads into one. */
  readonly target: string;
}

export interface MappedRedirect {
  /** The page that redirects, whose graph holds the statements. */
  readonly page: NamedNode;
  /** None where the redirect says of nothing that it is the same. */
  readonly statements: readonly Statement[];
}

/**
 * The thing of the redirect's title is the thing of its target. A section is not what its article is about, so a
 * redirect into one says nothing of that sort; neither does one that leads to itself.
 */
export function mapRedirect(
  { title, target }: Redirect,
  { base, language }: { readonly base: string; readonly language: string },
): MappedRedirect {
  const iris = new Iris(base);
  const [from, to] = [iris.thing(title), iris.thing(target)];
  const page = iris.page(title);
  if (target.includes('#') || target.trim() === '' || from.equals(to)) return { page, statements: [] };
  const name = literal(baseName({ name: title, infoboxes: [] }), language);
  const rule = 'article/redirect';
  return {
    page,
    statements: [
      { subject: from, predicate: rdf.type, object: schema.Thing, rule },
      { subject: from, predicate: schema.name, object: name, rule },
      { subject: from, predicate: schema.sameAs, object: to, rule },
    ],
  };
}
