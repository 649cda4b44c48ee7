/**
 * The article model: what every reader makes and every mapper takes.
 *
 * Each node says where it stands in the source. Lists and sections are flat, with a level, so that no input,
 * however deeply nested, needs recursion. docs/article-model.md shows each node with an example;
 * schemas/article.schema.json describes the JSON form.
 */
import type { Origin, Stretch } from './article/origin.js';
import type { Span } from './article/span.js';

export type { Stretch } from './article/origin.js';
export type { Span } from './article/span.js';

/** Words of the source. */
export interface Text {
  readonly type: 'text';
  /** The words as a reader sees them. */
  readonly value: string;
  readonly span: Span;
  /** The links among the words, in the order of their ends; absent where there is none. */
  readonly links?: readonly Link[];
  /** What the source says of some of the words, one stretch behind the other; absent where it says nothing. */
  readonly qualities?: readonly Quality[];
  /** The citations that stand behind words, in their order; absent where there are none or nobody asks for them. */
  readonly references?: readonly Reference[];
  /** Where each of the words stands; absent where they are the source's own, character by character. */
  readonly origin?: Origin;
}

/** Words that lead to another page. */
export interface Link {
  /** UTF-16 offset of its first character in the text. */
  readonly begin: number;
  /** UTF-16 offset behind its last character. */
  readonly end: number;
  /** Title of the page of the same wiki; with `#section` where it leads into one. */
  readonly target?: string;
  /** Address of a page elsewhere, as the source writes it. */
  readonly href?: string;
}

/** What the source says of a stretch of words besides the words, such as of which language they are. */
export interface Quality {
  /** UTF-16 offset of its first character in the text. */
  readonly begin: number;
  /** UTF-16 offset behind its last character. */
  readonly end: number;
  /** BCP 47 tag of the language that they are in. */
  readonly language?: string;
  /** ISO 4217 code of the currency that an amount is in. */
  readonly currency?: string;
  /** The usual name of the country that they name. */
  readonly country?: string;
  /** Present where they are the wikitext of a template that is not known, and so no words for people. */
  readonly isWikitext?: true;
}

/** A place right behind words at which sources are cited. */
export interface Reference {
  /** UTF-16 offset in the text behind the last word before it. */
  readonly at: number;
  /** Where its mark stands: a footnote or a template. */
  readonly span: Span;
  /** Indices of what is cited in the article's `citations`. */
  readonly citations: readonly number[];
}

/** The words before the first section, the infoboxes, and the sections in the order of the source. */
export interface Article {
  readonly type: 'article';
  readonly span: Span;
  /** What it is called: its title, its infobox's or what the container says, else empty. */
  readonly name: string;
  /** The title where the source writes one. */
  readonly title: Text | null;
  readonly infoboxes: readonly Infobox[];
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  /** Names of the categories that the source files it under. */
  readonly categories: readonly Text[];
  /** What the source says of the subject in a few words, for lists of like titles; absent where it does not. */
  readonly shortDescription?: Text;
  /** Where the subject is, as the source says for the page as a whole; absent where it does not. */
  readonly coordinates?: Text;
  /** The pages of other wikis about the same; absent where the source names none. */
  readonly translations?: readonly Translation[];
  /** The numbers under which libraries and catalogues have the subject; absent where the source gives none. */
  readonly identifiers?: readonly Identifier[];
  /** What the source shows beside the words; absent where there is none. */
  readonly pictures?: readonly Picture[];
  /** The sources that it cites, in the order of the source; absent where there are none or nobody asks for them. */
  readonly citations?: readonly Citation[];
  /** What sort of page it is: one that tells pages of like titles apart, or only leads to another, is no article. */
  readonly pageKind: 'article' | 'disambiguation' | 'redirect';
}

/** A source as the article cites it. */
export interface Citation {
  readonly type: 'citation';
  readonly span: Span;
  /** The template that says it, such as `cite web`; null where it is in words. */
  readonly template: Text | null;
  /** Present where it gives no more than names, a year and pages of a source that is cited in full elsewhere. */
  readonly isShort?: true;
  /** What the template says. */
  readonly fields: readonly Field[];
  /** The words without a template; null where there are none. */
  readonly text: Text | null;
}

/** The page of a wiki in another language about the same. */
export interface Translation {
  readonly type: 'translation';
  readonly span: Span;
  /** The prefix that leads to the wiki, such as `fr`. */
  readonly wiki: string;
  /** The title there. */
  readonly title: Text;
}

/** The number of the subject in a library or catalogue. */
export interface Identifier {
  readonly type: 'identifier';
  readonly span: Span;
  /** The source's word for the library or catalogue, such as `VIAF`. */
  readonly scheme: string;
  readonly value: Text;
}

/** A picture with the words below it. */
export interface Picture {
  readonly type: 'picture';
  readonly span: Span;
  /** The name of its file, without that of the namespace. */
  readonly file: Text;
  readonly caption: Text | null;
  /** The label of the field of an infobox that holds pictures and nothing else; absent for any other picture. */
  readonly field?: Text;
}

/** A box of fields about the subject. */
export interface Infobox {
  readonly type: 'infobox';
  readonly span: Span;
  /** The template that makes it, such as `Infobox film`; null where the source has no templates. */
  readonly template: Text | null;
  /** The title it carries. */
  readonly title: Text | null;
  readonly fields: readonly Field[];
}

/** A field of an infobox. A field that is a list has a value an item. */
export interface Field {
  readonly type: 'field';
  readonly span: Span;
  /** The label or parameter name; null where a bullet has none. */
  readonly key: Text | null;
  readonly values: readonly Text[];
}

/** A heading and what stands under it, up to the next heading of any level. */
export interface Section {
  readonly type: 'section';
  readonly span: Span;
  readonly heading: Heading;
  readonly blocks: readonly Block[];
}

export interface Heading {
  readonly type: 'heading';
  readonly span: Span;
  /** 1 to 6, the number of equals signs. */
  readonly level: number;
  readonly text: Text;
}

export type Block = Paragraph | List | Table;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly span: Span;
  readonly text: Text;
}

export interface List {
  readonly type: 'list';
  readonly span: Span;
  readonly items: readonly Item[];
}

export interface Item {
  readonly type: 'item';
  readonly span: Span;
  /** Depth from 1. */
  readonly level: number;
  /** Present where the source marks it as a term, which stands over the items behind it. */
  readonly isTerm?: true;
  readonly text: Text;
}

export interface Table {
  readonly type: 'table';
  readonly span: Span;
  /**
   * Whether every cell stands in its column: a cell that is merged over several rows or columns is then in each of
   * them, with the span of its one place. Otherwise rows may lack cells.
   */
  readonly isGrid: boolean;
  /** The words above the table. */
  readonly caption: Text | null;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly type: 'row';
  readonly span: Span;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly type: 'cell';
  readonly span: Span;
  /** Whether the source marks it as the head of its row or column. */
  readonly isHeader: boolean;
  readonly text: Text;
  /** What a cell without words cites; absent for any other. */
  readonly references?: readonly Reference[];
}

export type Node =
  | Article
  | Infobox
  | Field
  | Section
  | Heading
  | Block
  | Item
  | Row
  | Cell
  | Translation
  | Picture
  | Identifier
  | Citation
  | Text;

const surrogate = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Number of code points in a string. */
export function codePoints(value: string): number {
  return value.length - (value.match(surrogate)?.length ?? 0);
}

/**
 * A part of a text, from `begin` to `end` in UTF-16 units of its value, white space at both ends left out.
 */
export function slice(text: Text, from: number, to: number): Text {
  const words = text.value.slice(from, to);
  const begin = from + words.length - words.trimStart().length;
  const end = begin + words.trim().length;
  if (begin === 0 && end === text.value.length) return text;
  if (text.origin) return sliceWithOrigin(text, text.origin, begin, end);
  const before = text.value.slice(0, begin);
  const value = text.value.slice(begin, end);
  const lastBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  const skipped = codePoints(before);
  return {
    type: 'text',
    value,
    span: {
      begin: text.span.begin + skipped,
      end: text.span.begin + skipped + codePoints(value),
      line: text.span.line + lineBreaks(before),
      column: lastBreak < 0 ? text.span.column + skipped : codePoints(before.slice(lastBreak + 1)) + 1,
    },
  };
}

function sliceWithOrigin(
  { value, links = [], qualities = [], span }: Text,
  origin: Origin,
  begin: number,
  end: number,
): Text {
  const inside = linksBetween(links, begin, end);
  const cut = qualitiesBetween(qualities, begin, end);
  return {
    type: 'text',
    value: value.slice(begin, end),
    span: within(span, origin.span(begin, end)),
    ...(inside.length > 0
      ? { links: inside.map((link) => ({ ...link, begin: link.begin - begin, end: link.end - begin })) }
      : {}),
    ...(cut.length > 0 ? { qualities: cut } : {}),
    origin: origin.from(begin),
  };
}

/** What a template puts between its parameters stands for all of it; as a part of a text it is no more than the text. */
function within(whole: Span, part: Span): Span {
  // Nothing behind the last word.
  if (part.begin > whole.end) return { ...whole, end: whole.begin };
  const end = Math.min(part.end, whole.end);
  return part.begin < whole.begin ? { ...whole, end } : { ...part, end };
}

/** The stretches that a text is made of, one after the other, each with the place of its words. */
export function* stretchesOf({ value, span, origin }: Text): Generator<Stretch> {
  if (!origin) {
    if (value !== '') yield { begin: 0, end: value.length, span, isOwn: true };
    return;
  }
  for (const stretch of origin.stretches(value.length))
    yield { ...stretch, span: within(span, stretch.span) };
}

/** Links stand in the order of their ends; only those that may lie in the part are looked at. */
function linksBetween(links: readonly Link[], begin: number, end: number): Link[] {
  let low = firstEndingAfter(links, begin);
  const inside: Link[] = [];
  for (let link = links[low]; link && link.end <= end; link = links[++low]) {
    if (link.begin >= begin) inside.push(link);
  }
  return inside;
}

/** What is said of a stretch is said of each part of it. */
function qualitiesBetween(qualities: readonly Quality[], begin: number, end: number): Quality[] {
  const cut: Quality[] = [];
  for (let at = firstEndingAfter(qualities, begin); at < qualities.length; at++) {
    const quality = qualities[at] as Quality;
    if (quality.begin >= end) break;
    cut.push({
      ...quality,
      begin: Math.max(quality.begin, begin) - begin,
      end: Math.min(quality.end, end) - begin,
    });
  }
  return cut;
}

/** Index of the first of some stretches, in the order of their ends, that ends behind an offset. */
function firstEndingAfter(stretches: readonly { readonly end: number }[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stretches[middle] as { readonly end: number }).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the source says of all the words of a text. */
export function qualityOf({ value, qualities }: Text): Quality | undefined {
  return qualities?.find(({ begin, end }) => begin === 0 && end === value.length);
}

/** Whether a text holds the wikitext of a template that is not known, and so is not all for people. */
export function holdsWikitext({ qualities = [] }: Text): boolean {
  return qualities.some(({ isWikitext }) => isWikitext === true);
}

/** The link that is the whole of a text; links side by side to one page are one link. */
export function linkOf({ value, links = [] }: Text): Link | undefined {
  const whole = links.find(({ begin, end }) => begin === 0 && end === value.length);
  const [first, ...others] = links;
  if (whole || !first || others.length === 0 || first.begin !== 0) return whole;
  let { end } = first;
  for (const link of others) {
    const isNext = link.target === first.target && /^\s*$/.test(value.slice(end, link.begin));
    if (link.target === undefined || !isNext) return undefined;
    end = link.end;
  }
  return end === value.length ? { ...first, end } : undefined;
}

/** Where the link that is the whole of a text stands, with the title that it leads to. */
export function linkSpanOf({ origin, value, span }: Text): Span {
  return origin?.linkSpan(0, value.length) ?? span;
}

function lineBreaks(value: string): number {
  return value.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** The box of which a value is one. */
export function boxWith({ infoboxes }: Article, text: Text): Infobox | undefined {
  return infoboxes.find(({ fields }) => fields.some(({ values }) => values.includes(text)));
}

/** The span that holds those of several; undefined where there are none. */
export function spanOfAll(nodes: readonly { readonly span: Span }[]): Span | undefined {
  const [first, ...rest] = nodes;
  if (!first) return undefined;
  return rest.reduce<Span>((all, { span }) => {
    const begin = span.begin < all.begin ? span : all;
    return { ...begin, end: Math.max(all.end, span.end) };
  }, first.span);
}

/** The span from the begin of one to the end of another. */
export function spanning(first: { readonly span: Span }, last: { readonly span: Span }): Span {
  return { ...first.span, end: last.span.end };
}

/**
 * Every node below and including the given one, in the order of the source; pictures, translations and what is said of the
 * page as a whole are no words of an article, and come only if they are given. Not recursive.
 */
export function* nodesOf(root: Node): Generator<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) waiting.push(children[i] as Node);
  }
}

function childrenOf(node: Node): Node[] {
  const present = (...nodes: (Node | null)[]): Node[] => nodes.filter((child) => child !== null);
  switch (node.type) {
    case 'article':
      return [...present(node.title), ...node.infoboxes, ...node.lead, ...node.sections, ...node.categories];
    case 'infobox':
      return [...present(node.template, node.title), ...node.fields];
    case 'field':
      return [...present(node.key), ...node.values];
    case 'section':
      return [node.heading, ...node.blocks];
    case 'list':
      return [...node.items];
    case 'table':
      return [...present(node.caption), ...node.rows];
    case 'row':
      return [...node.cells];
    case 'translation':
      return [node.title];
    case 'identifier':
      return [node.value];
    case 'citation':
      return [...present(node.template, node.text), ...node.fields];
    case 'picture':
      return [node.file, ...present(node.caption)];
    case 'heading':
    case 'paragraph':
    case 'item':
    case 'cell':
      return [node.text];
    case 'text':
      return [];
  }
}
