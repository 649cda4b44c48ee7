/** What is known of a title. */
export interface TitleEntry {
  /** With `_` between words, first letter upper case, NFC: titles of one key are those of one page. */
  readonly key: string;
  /** Of the page; null if only its item is known. */
  readonly pageId: number | null;
  /** Number of its Wikidata item: 42 of Q42. */
  readonly item: number | null;
  readonly isDisambiguation: boolean;
  /** Kind of its article, such as `film`; null if that is not known. */
  readonly kind: string | null;
  /** Null of a page with a text of its own. */
  readonly redirect: TitleRedirect | null;
}

export interface TitleRedirect {
  /** Key of the title that it leads to; empty if that is not known. */
  readonly target: string;
  /** The heading that it leads to, without `#`; empty if it leads to the whole page. */
  readonly section: string;
}

/** Where a redirect ends that ends nowhere: in a circle, or at a title that is not known. */
export const ends = { circle: 0xffffffff, unknown: 0xfffffffe } as const;

/** What the file says of itself. */
export interface TitlesMeta {
  readonly site: {
    readonly wiki?: string;
    readonly language?: string;
    /** Numbers of namespaces by their names in lower case. */
    readonly namespaces: Readonly<Record<string, number>>;
  };
  readonly counts: TitlesCounts;
  /** The kinds of articles, by the numbers that titles have. */
  readonly kinds: readonly string[];
}

export interface TitlesCounts {
  readonly titles: number;
  readonly redirects: number;
  /** Of the redirects, those that lead to a section. */
  readonly sections: number;
  /** Of the redirects, those that lead to another redirect. */
  readonly double: number;
  /** Of the redirects, those that end in a circle. */
  readonly circles: number;
  /** Of the redirects, those that end at a title that is no page here. */
  readonly outside: number;
  readonly disambiguations: number;
  readonly items: number;
  /** Titles of which the kind of their article is known. */
  readonly kinds: number;
}
