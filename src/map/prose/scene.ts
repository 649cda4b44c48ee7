/** A sentence as patterns see it: its words, what is linked or quoted in it, and where it speaks of the subject. */
import type { Text } from '../../article.js';
import { slice } from '../../article.js';
import { firstIndex } from '../../first-index.js';
import { classAt, digit } from '../../value/character-classes.js';
import type { Range } from '../../value/pieces.js';
import type { ValueTables } from '../../value/tables.js';
import type { KnownNames } from './known-names.js';
import type { Phrases } from './phrases.js';
import type { Word } from './word.js';

/** How much work the patterns of a sentence may be; only sentences that are made to be hard are more. */
const mostSteps = 60_000;

export interface SubjectWords {
  /** What the subject is called. */
  readonly texts: readonly string[];
  /** The same as words. */
  readonly names: readonly (readonly string[])[];
  /** Titles of the pages that are about it. */
  readonly titles: ReadonlySet<string>;
  /** Years in which it was published; none where that is not known. */
  readonly years: ReadonlySet<string>;
  /** What stands for it behind "the" or "this". */
  readonly nouns: ReadonlySet<string>;
  /** What stands for it alone: "it", "she". */
  readonly pronouns: ReadonlySet<string>;
  /** Whether it is a person: a pronoun means it only where no other person is named beside it. */
  readonly isPerson: boolean;
  /** What makes another thing of such a noun or of a name: "the film festival", "the Title novel". */
  readonly compounds: Phrases;
  /** What belongs to it and is not it: "the sequel to Title". */
  readonly relatives: Phrases;
  /** What tells another work of its name from it: "the original Title". */
  readonly markers: Phrases;
  /** Words behind which a gap of a pattern may not go on to a name. */
  readonly subordinators: Phrases;
  /** Words behind which, where a name and an auxiliary follow, a clause has a subject of its own. */
  readonly turns: Phrases;
  readonly auxiliaries: Phrases;
  /** Words between the subject and what it belongs to, and what is the subject itself in another form. */
  readonly governors: Phrases;
  readonly versions: Phrases;
  /** What calls another work of its kind, such as a sequel, and what calls another thing, such as a soundtrack. */
  readonly otherWorks: Phrases;
  readonly otherThings: Phrases;
  /** Words behind which a gap of a pattern may not go on. */
  readonly gapStops: Phrases;
}

/** Words by which names of categories and lists are known, in lower case. */
export interface NameWords {
  readonly superlatives: ReadonlySet<string>;
  /** Small words inside the name of a category: "Best Actor in a Leading Role". */
  readonly categoryInner: ReadonlySet<string>;
  /** What lists of the best name: "films". */
  readonly works: ReadonlySet<string>;
  /** Words that titles of such lists have, and small words inside them. */
  readonly listWords: ReadonlySet<string>;
  readonly listInner: ReadonlySet<string>;
  readonly listNouns: ReadonlySet<string>;
  /** Whose name is a part of the titles of their lists, as it is written. */
  readonly listBrands: ReadonlySet<string>;
  /** What a series of works is called: "trilogy". */
  readonly seriesNouns: ReadonlySet<string>;
  /** What boards of censors give films, as it is written. */
  readonly ratings: ReadonlySet<string>;
  /** How films are made in colour or without, and with sound or without. */
  readonly colours: Phrases;
  readonly sounds: Phrases;
  /** Words without a capital in the names of places: "Salt river". */
  readonly placeWords: ReadonlySet<string>;
}

export interface SceneContext {
  readonly tables: ValueTables;
  readonly subject: SubjectWords;
  readonly known: KnownNames;
  /** Words in the names of what gives awards, and of what is given, in lower case. */
  readonly givers: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
  readonly names: NameWords;
  /** What says that a work is called as the subject is. */
  readonly sameNames: Phrases;
  /** The numbers that the grammar's patterns know words by. */
  readonly numbersOf: (words: readonly Word[]) => Int32Array;
}

/** What the sentences before one leave behind. */
export interface Past {
  /** Whether "it" at the beginning of the sentence is the subject. */
  readonly isAbout: boolean;
  /** Whether "it" elsewhere in the sentence may be the subject. */
  readonly isMentioned: boolean;
  /** Whether they have turned to another work, which may be "the film" now. */
  readonly isElsewhere: boolean;
}

/** Words that some stretches of a sentence cover. */
interface Covered {
  /** Index behind the last word of a stretch, by that of its first. */
  readonly ends: ReadonlyMap<number, number>;
  /** Indices of all others of its words. */
  readonly inside: ReadonlySet<number>;
}

const nothingCovered: Covered = { ends: new Map(), inside: new Set() };

export class Scene {
  private steps = mostSteps;
  private readonly linked: Covered;
  private readonly quoted: Covered;
  private digits: boolean | null = null;
  private numbered: Int32Array | null = null;
  private mentions: readonly number[] | null = null;
  private mentioning: boolean | null = null;
  private others: readonly boolean[] | null = null;
  private stops: readonly boolean[] | null = null;
  private readonly ends = new Map<string, Map<number, readonly number[]>>();

  /**
   * @param text what the sentence stands in
   * @param quotes its quotations, with their marks
   */
  constructor(
    readonly text: Text,
    readonly words: readonly Word[],
    quotes: readonly Range[],
    readonly context: SceneContext,
    readonly past: Past,
  ) {
    const [first, last] = [words[0]?.begin ?? 0, words.at(-1)?.end ?? 0];
    const links = text.links?.filter(({ begin, end }) => begin < last && end > first) ?? [];
    this.linked = this.coveredBy(links);
    this.quoted = this.coveredBy(quotes);
  }

  /** The number of each word, or -1 where no pattern has it. */
  get numbers(): Int32Array {
    this.numbered ??= this.context.numbersOf(this.words);
    return this.numbered;
  }

  /** Whether a word begins with a digit. */
  get hasDigit(): boolean {
    const { value } = this.text;
    this.digits ??= this.words.some(({ begin }) => (classAt(value, begin) & digit) !== 0);
    return this.digits;
  }

  get hasQuotation(): boolean {
    return this.quoted.ends.size > 0;
  }

  get isExhausted(): boolean {
    return this.steps <= 0;
  }

  takesStep(): boolean {
    return this.steps-- > 0;
  }

  /** Index behind the last word of the link that begins with a word. */
  linkEnd(at: number): number | undefined {
    return this.linked.ends.get(at);
  }

  /** Whether a word is one of a link's, and not its first. */
  isInsideLink(at: number): boolean {
    return this.linked.inside.has(at);
  }

  /** Index behind the mark that closes the quotation that begins with a mark. */
  quoteEnd(at: number): number | undefined {
    return this.quoted.ends.get(at);
  }

  /** Whether a word stands between quotation marks, so that the sentence does not say it itself. */
  isQuoted(at: number): boolean {
    return this.quoted.inside.size > 0 && this.quoted.inside.has(at);
  }

  isEnd(at: number): boolean {
    return (
      at >= this.words.length || (at === this.words.length - 1 && /^[.!?]$/.test(this.words[at]?.text ?? ''))
    );
  }

  /** Title of the page that the link which begins with a word leads to. */
  linkTarget(at: number): string | undefined {
    const begin = this.words[at]?.begin;
    return this.text.links?.find((link) => link.begin === begin)?.target;
  }

  /** The part of the text that some words are. */
  slice(begin: number, end: number): Text {
    const [first, last] = [this.words[begin] as Word, this.words[end - 1] as Word];
    return slice(this.text, first.begin, last.end);
  }

  /** For each word, the index behind the mention of the subject that it begins, or 0; found once. */
  mentionEnds(find: (scene: Scene, at: number) => number): readonly number[] {
    this.mentions ??= this.words.map((_, at) => find(this, at));
    return this.mentions;
  }

  /** Whether any word begins a mention of the subject. */
  isMentioning(find: (scene: Scene, at: number) => number): boolean {
    this.mentioning ??= this.mentionEnds(find).some((end) => end > 0);
    return this.mentioning;
  }

  /** For each word, whether the name of something else begins there that is called after the subject; found once. */
  otherNames(find: (scene: Scene, at: number) => boolean): readonly boolean[] {
    this.others ??= this.words.map((_, at) => find(this, at));
    return this.others;
  }

  /** For each word, whether a gap of a pattern may not go on over it; found once. */
  gapStops(find: (scene: Scene, at: number) => boolean): readonly boolean[] {
    this.stops ??= this.words.map((_, at) => find(this, at));
    return this.stops;
  }

  /** Where the words of a type that begin with one may end; found once. */
  endsOf(type: string, at: number, find: (scene: Scene, at: number) => readonly number[]): readonly number[] {
    let ends = this.ends.get(type);
    if (!ends) {
      ends = new Map();
      this.ends.set(type, ends);
    }
    const known = ends.get(at);
    if (known) return known;
    const found = find(this, at);
    ends.set(at, found);
    return found;
  }

  private coveredBy(stretches: readonly Range[]): Covered {
    if (stretches.length === 0) return nothingCovered;
    const ends = new Map<number, number>();
    const inside = new Set<number>();
    for (const { begin, end } of stretches) {
      const first = this.wordAt(begin);
      let at = first;
      while (at < this.words.length && (this.words[at] as Word).begin < end) at++;
      if (at === first) continue;
      if ((this.words[first] as Word).begin === begin) ends.set(first, at);
      for (let index = first + 1; index < at; index++) inside.add(index);
    }
    return { ends, inside };
  }

  /** Index of the first word that begins at an offset or behind it. */
  private wordAt(offset: number): number {
    return firstIndex(this.words.length, (at) => (this.words[at] as Word).begin < offset);
  }
}
