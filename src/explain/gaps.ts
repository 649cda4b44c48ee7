/** What stands nearest to what mappings read and gave no fact, over many articles, grouped by its shape. */
import type { Kind, Mappings } from '../map/compile-mappings.js';
import { labelKey } from '../map/label-key.js';
import { isForeignHeading, standsUnder } from '../map/prose/headings.js';
import { nearestPattern } from '../map/prose/nearest-pattern.js';
import type { Word } from '../map/prose/word.js';
import { wordsOf } from '../map/prose/word.js';
import { findQuotations } from '../value/sentence.js';
import type { Explanation, Part, Unit } from './explanation.js';
import { shapeOf } from './shape.js';
import { lacksFact } from './wording.js';

export interface Gap {
  readonly type: 'sentence' | 'item' | 'row';
  /** What reads others like it: the rule of a pattern, or how the lists and tables of a section are read. */
  readonly near: string;
  /** Its words, with names as `Name`, numbers as `0`, quotations as `“”`, and others that no pattern knows as `…`. */
  readonly shape: string;
  readonly places: readonly GapPlace[];
}

export interface GapPlace {
  readonly source: string;
  readonly line: number;
  readonly words: string;
}

/** Words of a unit that are looked at. */
const mostWords = 250;
/** How much of an item or a row its shape shows. */
const mostSigns = 10;
/** How much of a sentence its shape shows before and behind the words that its pattern needs. */
const around = 2;

/** Gathers the gaps of many articles. */
export class Gaps {
  private readonly byShape = new Map<string, Gap & { readonly places: GapPlace[] }>();

  constructor(private readonly mappings: Pick<Mappings, 'kinds'>) {}

  add(explanation: Explanation): void {
    const kind = this.mappings.kinds.find(({ name }) => name === explanation.kind);
    if (!kind) return;
    const above: { level: number; name: string }[] = [];
    for (const part of explanation.parts) {
      if (part.type !== 'lead' && part.type !== 'section') continue;
      while ((above.at(-1)?.level ?? 0) >= part.level) above.pop();
      if (part.type === 'section') above.push(part);
      const headings = above.map(({ name }) => name);
      for (const unit of part.units) this.look(explanation.source, unit, { part, headings, kind });
    }
  }

  /** The most frequent first. */
  all(): readonly Gap[] {
    const inOrder = (a: Gap, b: Gap): number => (`${a.near} ${a.shape}` < `${b.near} ${b.shape}` ? -1 : 1);
    return [...this.byShape.values()].sort((a, b) => b.places.length - a.places.length || inOrder(a, b));
  }

  private look(source: string, unit: Unit, context: Context): void {
    const { type, line } = unit;
    if (!lacksFact(unit) || (type !== 'sentence' && type !== 'item' && type !== 'row')) return;
    const words = unit.words.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join(' | ');
    const found = type === 'sentence' ? null : listed(words, context);
    const gap = found ?? (type === 'row' ? null : said(words, context));
    if (!gap) return;
    const key = `${type} ${gap.near} ${gap.shape}`;
    const known = this.byShape.get(key) ?? { type, ...gap, places: [] };
    known.places.push({ source, line, words });
    this.byShape.set(key, known);
  }
}

interface Context {
  readonly part: Part;
  readonly headings: readonly string[];
  readonly kind: Kind;
}

type Near = Pick<Gap, 'near' | 'shape'>;

/** An item or a row of a section whose lists and tables are read. */
function listed(text: string, { part, kind }: Context): Near | null {
  const key = labelKey(part.name);
  const list = kind.lists.find(({ sections }) => sections.includes(key));
  const section = kind.sections.get(key);
  if (!section && !list) return null;
  const words = wordsOf(text, 0, text.length, mostWords);
  const shape = shapeOf(words, (word) => kind.grammar?.wordings.numbers.has(word) === true, quotedIn(text));
  const isLong = shape.length > mostSigns;
  const near = list?.rule ?? `${kind.name}/${section?.part}`;
  return { near, shape: [...shape.slice(0, mostSigns), ...(isLong ? ['…'] : [])].join(' ') };
}

/** Words that a pattern needs, in a section where it reads. */
function said(text: string, { headings, kind }: Context): Near | null {
  const { grammar } = kind;
  if (!grammar || headings.some((heading) => isForeignHeading(heading, grammar))) return null;
  const words = wordsOf(text, 0, text.length, mostWords);
  const isQuoted = quotedIn(text);
  const lower = headings.map((heading) => heading.toLowerCase());
  const own = words.filter((word) => !isQuoted(word));
  const sentence = { words: own, hasQuotation: own.length < words.length };
  const nearest = nearestPattern(sentence, grammar, (pattern) => standsUnder(pattern, lower));
  if (!nearest) return null;
  const needed = words.flatMap((word, at) => (nearest.needed.has(word.lower) && !isQuoted(word) ? [at] : []));
  const from = Math.max(0, (needed[0] ?? 0) - around);
  const shown = words.slice(from, (needed.at(-1) ?? 0) + around + 1);
  const shape = shapeOf(shown, (word) => nearest.needed.has(word), isQuoted);
  return { near: `${kind.name}/sentences/${nearest.rule}`, shape: trimmed(shape).join(' ') };
}

/** A shape without what says nothing at its ends. */
function trimmed(shape: readonly string[]): readonly string[] {
  const tells = (sign: string): boolean => /[\p{L}\p{N}“$]/u.test(sign);
  return shape.slice(shape.findIndex(tells), shape.findLastIndex(tells) + 1);
}

function quotedIn(text: string): (word: Word) => boolean {
  const quotations = findQuotations(text);
  return ({ begin }) => quotations.some((quotation) => quotation.begin <= begin && begin < quotation.end);
}
