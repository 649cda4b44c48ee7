import type { Ledger } from '../../article/ledger.js';
import type { Field, Identifier, Infobox, Picture, Text, Translation } from '../../article.js';
import type { Site } from '../../source.js';
import type { Locator } from '../locator.js';
import type { Units } from '../units.js';
import type { Cited } from './citing.js';
import type { Templates } from './templates.js';
import type { TextBuilder } from './text-builder.js';
import type { Tokens } from './tokens.js';

/** A stretch of the source, with the index of the first mark in it. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly token: number;
}

/** One page while it is read: what all readers of its parts share. */
export interface Page {
  readonly source: string;
  readonly units: Units;
  readonly tokens: Tokens;
  readonly locator: Locator;
  readonly templates: Templates;
  readonly site: Site | undefined;
  /** What was found on the way, wherever it stood. */
  readonly found: Findings;
  /** What it cites; null where nobody asks. */
  readonly cited: Cited | null;
  /** Null where nobody asks what is left out. */
  readonly ledger: Ledger | null;
}

export interface Findings {
  readonly infoboxes: Infobox[];
  /** The fields of the infoboxes that are being read, the innermost last. */
  readonly openFields: Field[][];
  readonly categories: Text[];
  readonly translations: Translation[];
  readonly identifiers: Identifier[];
  readonly shown: Picture[];
  shortDescription: Text | null;
  /** Of the page as a whole. */
  coordinates: Text | null;
  /** Whether a template that stands for itself says that the page tells others of like titles apart. */
  isDisambiguation: boolean;
  /** Whether such a template was met since this was last asked: among words it says nothing of the page. */
  meetsDisambiguation: boolean;
  /** Whether no words of the page were met so far: an infobox by any name stands before them. */
  isBeforeWords: boolean;
  /** How often each template that is not known was met, and where first. */
  readonly unknownTemplates: Map<string, Count>;
  readonly unshownParameters: UnshownParameters;
  readonly pictures: Count;
  /** Words before the bar of a cell, which are neither shown nor attributes. */
  readonly cellWords: Count;
}

/** Those of a page of which nothing was read so far. */
export function noFindings(): Findings {
  return {
    infoboxes: [],
    openFields: [],
    categories: [],
    translations: [],
    identifiers: [],
    shown: [],
    shortDescription: null,
    coordinates: null,
    isDisambiguation: false,
    meetsDisambiguation: false,
    isBeforeWords: true,
    unknownTemplates: new Map(),
    unshownParameters: { all: [], by: new Map(), more: { count: 0, begin: -1 } },
    pictures: { count: 0, begin: -1 },
    cellWords: { count: 0, begin: -1 },
  };
}

/** How often each parameter was met that a known template does not show, and where first. */
export interface UnshownParameters {
  /** In the order in which they were met. */
  readonly all: UnshownParameter[];
  /** The same by the name of the template, then by that of the parameter. */
  readonly by: Map<string, Map<string, UnshownParameter>>;
  /** Those that are too many to be told apart. */
  readonly more: Count;
}

export interface UnshownParameter extends Count {
  readonly template: string;
  readonly parameter: string;
}

export interface Count {
  count: number;
  /** Offset of the first, or -1. */
  begin: number;
}

/** Adds the words of a stretch to a text. */
export type Render = (stretch: Stretch, out: TextBuilder) => void;

/** How many different unknown templates of a page are told apart. */
const mostNames = 500;

/** A template that is not known, where it stands among words or stands for itself. */
export function countUnknown(
  { found: { unknownTemplates }, locator, ledger }: Page,
  { name, begin, end }: { readonly name: string; readonly begin: number; readonly end: number },
): void {
  ledger?.tell(locator.span(begin, end), 'unknown-template');
  const known = unknownTemplates.get(name);
  if (known) known.count++;
  else if (unknownTemplates.size < mostNames) unknownTemplates.set(name, { count: 1, begin });
}

export function countPicture(
  { found: { pictures }, ledger }: Page,
  { begin, end }: { readonly begin: number; readonly end: number },
): void {
  ledger?.hide(begin, end, 'picture');
  if (pictures.count === 0) pictures.begin = begin;
  pictures.count++;
}

/** A mark that a reader takes for one, such as a bar between parameters. */
export function enterMark({ ledger, tokens }: Page, token: number): void {
  ledger?.hide(tokens.begin[token] as number, tokens.end[token] as number, 'markup');
}
