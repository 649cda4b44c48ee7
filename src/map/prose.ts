/** What an article's sentences say: each is fitted to the patterns of the article's kind. */
import type { Section, Text } from '../article.js';
import { findSentences, quotations } from '../value/sentence.js';
import { AwardCells } from './award-cells.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import { labelKey } from './label-key.js';
import { isProse } from './plain-text.js';
import type { Grammar, SentencePattern } from './prose/grammar.js';
import { KnownNames } from './prose/known-names.js';
import type { Capture, Match } from './prose/matcher.js';
import type { SceneContext } from './prose/scene.js';
import { Scene } from './prose/scene.js';
import type { Taken } from './prose/state-fact.js';
import { stateFact } from './prose/state-fact.js';
import { nameWords, speaksOfSubject } from './prose/subject.js';
import { wordsOf } from './prose/word.js';

/** A sentence of more words is no prose. */
const mostWords = 250;

/** How many sentences back a slot may have been filled. */
const reach = 2;

export function mapProse(draft: Draft): void {
  const grammar = draft.kind?.grammar;
  if (!grammar) return;
  const reader = new ProseReader(draft, grammar);
  for (const block of draft.article.lead) if (isProse(block)) reader.read(block.text, []);
  for (const { section, headings } of ownSections(draft, grammar)) {
    for (const block of section.blocks) {
      if (isProse(block)) reader.read(block.text, headings);
      else if (block.type === 'list' && !isCast(draft, section)) {
        for (const item of block.items) reader.read(item.text, headings);
      }
    }
  }
}

interface OwnSection {
  readonly section: Section;
  /** Its heading and those above it, in lower case. */
  readonly headings: readonly string[];
}

/** Sections that are about the subject itself, and not about another thing such as its soundtrack. */
function* ownSections({ article }: Draft, { foreignSections }: Grammar): Generator<OwnSection> {
  const above: { level: number; heading: string; isForeign: boolean }[] = [];
  for (const section of article.sections) {
    const { level, text } = section.heading;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const isForeign = above.at(-1)?.isForeign === true || foreignSections.has(labelKey(text.value));
    above.push({ level, heading: text.value.toLowerCase(), isForeign });
    if (!isForeign) yield { section, headings: above.map(({ heading }) => heading) };
  }
}

/** Whether the lists of a section are read as casts. */
function isCast({ kind }: Draft, { heading }: Section): boolean {
  return kind?.sections.get(labelKey(heading.text.value))?.part === 'performances';
}

class ProseReader {
  private readonly known: KnownNames;
  private readonly context: SceneContext;
  private readonly awardCells: AwardCells;
  /** Words of slots in the last sentences, the last one first, for those that go on about the same. */
  private before: readonly ReadonlyMap<string, Taken>[] = [];

  /** Words of the sentence by which recognitions were read from it. */
  private readonly recognised = new Set<number>();

  constructor(
    private readonly draft: Draft,
    private readonly grammar: Grammar,
  ) {
    this.known = new KnownNames(draft.statements);
    this.awardCells = new AwardCells(draft);
    const names = new Set([draft.article.name, draft.name]);
    const { recognitions, tables } = draft.mappings;
    this.context = {
      tables,
      known: this.known,
      giverWords: new Set([...recognitions.words.giver, ...grammar.file.names.givers]),
      categoryWords: new Set([...recognitions.words.category, ...grammar.file.names.categories]),
      subject: {
        names: [...names].map(nameWords).sort((a, b) => b.length - a.length),
        nouns: grammar.nouns,
        compounds: grammar.compounds,
        gapStops: grammar.gapStops,
      },
    };
  }

  /** @param headings of its section, in lower case; none in the lead */
  read(text: Text, headings: readonly string[]): void {
    if (isTooLong(text)) return;
    const { tables } = this.draft.mappings;
    const quotes = quotations(text.value);
    const solid = [...(text.links ?? []), ...this.mentions(text.value)].sort((a, b) => a.begin - b.begin);
    let isAbout = true;
    this.before = [];
    for (const { begin, end } of findSentences(text.value, solid, tables)) {
      const words = wordsOf(text.value, begin, end, mostWords + 1);
      if (words.length > mostWords) continue;
      const own = quotes.filter((quote) => quote.begin >= begin && quote.end <= end);
      const scene = new Scene(text, words, own, this.context, isAbout);
      this.readSentence(scene, headings);
      isAbout = speaksOfSubject(scene);
    }
  }

  /** Where the subject's own name stands; a full stop in it ends no sentence. */
  private mentions(text: string): { begin: number; end: number }[] {
    const { name } = this.draft;
    const found: { begin: number; end: number }[] = [];
    if (!/[.!?]/.test(name)) return found;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      found.push({ begin: at, end: at + name.length + 1 });
    }
    return found;
  }

  private readSentence(scene: Scene, headings: readonly string[]): void {
    const candidates = new Set<number>();
    for (const { lower } of scene.words) {
      for (const index of this.grammar.byAnchor.get(lower) ?? []) candidates.add(index);
    }
    const taken = new Map<string, Taken>();
    this.recognised.clear();
    for (const index of [...candidates].sort((a, b) => a - b)) {
      const pattern = this.grammar.patterns[index] as SentencePattern;
      if (!standsIn(pattern, headings)) continue;
      for (const match of findMatches(scene, pattern, this.grammar)) this.state(scene, pattern, match, taken);
    }
    this.before = [taken, ...this.before].slice(0, reach);
  }

  /** @param taken takes the slots' words, for the sentence behind */
  private state(scene: Scene, pattern: SentencePattern, match: Match, taken: Map<string, Taken>): void {
    const { fact, rule, carries, needs } = pattern;
    const words = scene.slice(match.begin, match.end);
    for (const captures of itemsOf(match)) {
      const slots = new Map<string, Taken>();
      for (const { name, type, begin, end } of captures)
        slots.set(name, { type, words: scene.slice(begin, end) });
      for (const [name, slot] of slots) taken.set(name, slot);
      for (const name of carries) {
        const carried = taken.get(name) ?? this.before.find((slots) => slots.has(name))?.get(name);
        if (carried && !slots.has(name)) slots.set(name, carried);
        if (carried) taken.set(name, carried);
      }
      if (fact.makes === 'recognition' && !this.isFirst(captures)) continue;
      if (needs.length > 0 && !needs.some((name) => slots.has(name))) continue;
      const { draft, known, awardCells } = this;
      stateFact(fact, {
        draft,
        known,
        awardCells,
        rule: `${this.grammar.kind}/sentences/${rule}`,
        words,
        slots,
      });
    }
  }

  /** Whether no other pattern has read the words of a recognition in this sentence. */
  private isFirst(captures: readonly Capture[]): boolean {
    const own = captures.filter(({ name }) => name === 'category' || name === 'giver');
    const category = own.find(({ name }) => name === 'category');
    const isFirst = category !== undefined && !this.recognised.has(category.begin);
    for (const { begin } of own) this.recognised.add(begin);
    return isFirst;
  }
}

function standsIn({ sections }: SentencePattern, headings: readonly string[]): boolean {
  return sections === null || sections.some((word) => headings.some((heading) => heading.includes(word)));
}

/** The captures of each item of a match's list, with those outside of it. */
export function itemsOf({ captures }: Match): (readonly Capture[])[] {
  const items = [...new Set(captures.map(({ item }) => item).filter((item) => item >= 0))];
  if (items.length === 0) return [captures];
  return items.map((item) => captures.filter((capture) => capture.item === -1 || capture.item === item));
}

/** Every place where a pattern fits and its clause does not take back what it says. */
export function* findMatches(scene: Scene, pattern: SentencePattern, grammar: Grammar): Generator<Match> {
  for (const { matcher } of pattern.matchers) {
    let from = 0;
    let hasFitted = false;
    for (let match = matcher.find(scene, from); match; match = matcher.find(scene, from)) {
      from = match.end;
      if (isDenied(scene, match, pattern, grammar)) continue;
      hasFitted = true;
      yield match;
    }
    // What one wording of a pattern reads, another would read again.
    if (hasFitted) return;
  }
}

/** Whether the clause of a match says that it is not so, or only thought, or has a word that makes it another thing. */
function isDenied(
  scene: Scene,
  { begin, end, captures }: Match,
  { unless }: SentencePattern,
  { denials }: Grammar,
): boolean {
  const { words } = scene;
  const bounds = (at: number): boolean =>
    /^[,;:—()]$/.test(words[at]?.text ?? '') && !isNumberComma(scene, at);
  let from = begin;
  while (from > 0 && !bounds(from - 1)) from--;
  // What leads to the clause is said of it: "In its second weekend, the film …".
  if (
    from === begin &&
    words[from - 1]?.text === ',' &&
    !words.slice(0, from - 1).some((_, at) => bounds(at))
  ) {
    from = 0;
  }
  let to = end;
  while (to < words.length && !bounds(to)) to++;
  for (let at = from; at < to; at++) {
    // What a title or a name says is not said of the subject.
    const named = captures.find((capture) => capture.begin <= at && at < capture.end)?.end;
    const skipped = named ?? scene.subjectEnd(at);
    if (skipped > at) {
      at = skipped - 1;
      continue;
    }
    const { lower } = words[at] as { lower: string };
    if (scene.isQuoted(at)) continue;
    if (at < end && (denials.has(lower) || lower.endsWith("n't"))) return true;
    if (unless.has(lower)) return true;
  }
  return false;
}

/** "July 20, 2018" */
function isNumberComma({ words }: Scene, at: number): boolean {
  return /^\d/.test(words[at - 1]?.text ?? '') && /^\d{4}$/.test(words[at + 1]?.text ?? '');
}
