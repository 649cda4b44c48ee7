/** Which page a name without a link names, if the titles of the article's wiki say it. */
import type { NamedNode } from '@rdfjs/types';
import { disambiguator } from '../article/title.js';
import { underscoredTitle } from '../rdf/iris.js';
import { schema } from '../rdf/vocabulary.js';
import type { LinkEnd, TitleLookup } from '../titles.js';
import type { FittingKinds } from './fitting-kinds.js';

/** The page that a name was taken to name. */
export interface NamedPage {
  readonly title: string;
  /** The name, if it is the title of a redirect. */
  readonly redirect?: string;
}

/**
 * Takes a page for what a name names only if nothing speaks against it: there is a page of that title, or a redirect to one; its
 * kind is known and fits; and no other page is called the same and might fit. A second name that leads to the same page
 * names something else: brothers whose names redirect to a page about both.
 */
export class NameLinks {
  private readonly nameOf = new Map<string, string>();

  /** @param subject title of the article, whose names are read otherwise */
  constructor(
    private readonly subject: string,
    private readonly titles: TitleLookup,
    private readonly fits: FittingKinds,
  ) {}

  /** @param type what the name names is of this class */
  pageOf(name: string, type: NamedNode): NamedPage | null {
    // A first or last name alone is anybody's.
    if (name.includes('#') || (type.equals(schema.Person) && !/\S\s\S/.test(name))) return null;
    const end = this.titles.endOf(name);
    if (end === null || !this.isFitting(end, type)) return null;
    const [key, own] = [end.title, name].map(underscoredTitle) as [string, string];
    if (key === underscoredTitle(this.subject) || this.hasNamesakes(name, end, type)) return null;
    const before = this.nameOf.get(key) ?? own;
    this.nameOf.set(key, before);
    if (before !== own) return null;
    return key === own ? { title: name } : { title: end.title, redirect: name };
  }

  private isFitting({ isAmbiguous, kind }: LinkEnd, type: NamedNode): boolean {
    return !isAmbiguous && kind !== undefined && this.fits.areOf(kind, type);
  }

  /** Whether other pages have the name with a parenthesis, and are not known to be about something of another sort. */
  private hasNamesakes(name: string, end: LinkEnd, type: NamedNode): boolean {
    if (disambiguator(name) !== undefined) return false;
    return this.titles
      .namesakesOf(name)
      .some(
        (other) =>
          other === null ||
          (other.title !== end.title && (other.kind === undefined || this.isFitting(other, type))),
      );
  }
}
