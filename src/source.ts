/** How the text of an article is written. */
export type TextFormat = 'plain' | 'wikitext';

/** What a wiki says of itself, as far as its pages are read by it. */
export interface Site {
  /** BCP 47 tag of the language of its pages. */
  readonly language?: string;
  /** What stands for its language, where that is no tag that is known. */
  readonly unknownLanguage?: string;
  /** What tells it from other wikis: the host of its pages, else the name of its database. */
  readonly wiki?: string;
  /** What a page's address begins with, such as `https://en.wikipedia.org/wiki/`. */
  readonly pageBase?: string;
  /** Numbers of namespaces by their name in lower case, such as `category` → 14. */
  readonly namespaces: Readonly<Record<string, number>>;
}

/** A state of a page of a wiki (https://www.mediawiki.org/wiki/Help:History). */
export interface Revision {
  /** Number of the page, in decimal digits; it stays the same if the page is moved. */
  readonly page?: string;
  /** Number of the revision, in decimal digits. */
  readonly id?: string;
  /** When it was saved (xsd:dateTime). */
  readonly time?: string;
}

/** One article as it was read, before anything is known of what it holds. */
export interface Source {
  /** What a message calls it: a path as the user gave it, `<stdin>`, or `dump.xml#Title` for a page of a dump. */
  readonly name: string;
  /** The decoded text, byte order mark and line endings included, so that offsets count in the file itself. */
  readonly text: string;
  /** How the text is written; where absent, the text itself tells. */
  readonly format?: TextFormat;
  /** The title that the container gives (a file's name, a dump's page title); the text's own title wins. */
  readonly title?: string;
  /** Whether the title is only a file's name, which what the article calls itself outweighs. */
  readonly isFileTitle?: boolean;
  /** BCP 47 tag of the text's language, where its container says so. */
  readonly language?: string;
  /** Where the article was published, an absolute IRI, where its container says so. */
  readonly url?: string;
  /** What tells its wiki from others: the host of its pages, else the name of its database. */
  readonly wiki?: string;
  /** What the wiki that it comes from says of itself. */
  readonly site?: Site;
  /** Which page of its wiki it is, and in which state, as far as its container says so. */
  readonly revision?: Revision;
  /** The line of the file that the text begins in, from 1, where it is not the first. */
  readonly firstLine?: number;
  /** Path of the output files without their extension, relative to the output folder, with `/` separators. */
  readonly target?: string;
}

/** A file of settings: mappings, shapes or vocabularies. */
export interface TextFile {
  /** What a message calls it. */
  readonly name: string;
  readonly text: string;
}

/**
 * A copy of words that are kept for long. A string that was cut out of another may hold on to the whole of it, and so the
 * name of a template to the page that it stood in.
 */
export function ownCopy(words: string): string {
  return ` ${words}`.slice(1);
}
