/** What a wiki says of its titles, as far as articles are mapped by it. */

/** The page that a title stands for, directly or as a redirect to it. */
export interface LinkEnd {
  /** As the page writes it. */
  readonly title: string;
  /** Whether the page tells others of like titles apart, and is about none of them. */
  readonly isAmbiguous: boolean;
  /** Kind of its article, such as `film`, if it is known. */
  readonly kind?: string;
}

/** What of other data sets is the same as what a page is about. */
export interface KnownElsewhere {
  /** IRI of the Wikidata item. */
  readonly wikidata: string | null;
  /** IRI in DBpedia. */
  readonly dbpedia: string | null;
}

/** The wiki that titles are of, as far as it is known. */
export interface TitlesSite {
  /** The host of its pages, else the name of its database. */
  readonly wiki?: string;
  /** BCP 47 tag. */
  readonly language?: string;
}

/** The titles of one wiki. */
export interface TitleLookup {
  readonly site: TitlesSite;
  /**
   * Where a link ends. Null if nothing is known of the title, and if it stands for itself: that of a redirect into a section,
   * to a page of another namespace, or in a circle.
   */
  endOf(title: string): LinkEnd | null;
  /**
   * The pages of the titles that are this one with a parenthesis behind it: those of Ann Lee (singer) and of Ann Lee
   * (disambiguation) for Ann Lee. Null for each that `endOf` gives null for.
   */
  namesakesOf(title: string): readonly (LinkEnd | null)[];
  elsewhere(title: string): KnownElsewhere;
}

/** Whether articles of a wiki can be read by these titles: those of another wiki mean other things. */
export function areOf({ site }: TitleLookup, { wiki, language }: TitlesSite): boolean {
  if (wiki !== undefined && site.wiki !== undefined && areComparable(wiki, site.wiki))
    return wiki === site.wiki;
  return (
    language === undefined || site.language === undefined || primary(language) === primary(site.language)
  );
}

/** Whether both are hosts, or both names of databases; a host and a name tell nothing of each other. */
export function areComparable(wiki: string, other: string): boolean {
  return wiki.includes('.') === other.includes('.');
}

function primary(tag: string): string {
  return (tag.split('-', 1)[0] as string).toLowerCase();
}
