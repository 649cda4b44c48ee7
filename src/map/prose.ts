/** What an article's sentences say: each is fitted to the patterns of the article's kind. */
import { disambiguator } from '../article/title.js';
import type { Block, Section, Table, Text } from '../article.js';
import { slice } from '../article.js';
import type { RunningWords } from '../value/tables.js';
import { AwardCells } from './award-cells.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import { releases } from './known-releases.js';
import { labelKey } from './label-key.js';
import { headingWords, isProse, rowWords } from './plain-text.js';
import { byPattern, findMatches, itemsOf } from './prose/find-matches.js';
import type { Grammar, SentencePattern } from './prose/grammar.js';
import { isForeignHeading, standsUnder } from './prose/headings.js';
import { KnownNames } from './prose/known-names.js';
import type { Capture, Match } from './prose/matcher.js';
import { stateOccasions } from './prose/occasions.js';
import type { Scene, SceneContext } from './prose/scene.js';
import { sceneContext, scenesOf } from './prose/scenes.js';
import { namesPerson } from './prose/speakers.js';
import type { Taken } from './prose/state-fact.js';
import { stateFact } from './prose/state-fact.js';
import type { FittedTable } from './prose/table-rows.js';
import { fitTable } from './prose/table-rows.js';
import { reportOtherColumns } from './rows/columns.js';
import { runningWords } from './running-words.js';
import type { UnmappedBlock } from './sections.js';
import { subjectNames } from './subject-names.js';

/** How many sentences back a slot may have been filled. */
const reach = 2;

/** In UTF-16 units. */
const longestAnnouncement = 300;

/** @param unmapped lists and tables that are reported if nothing is read from them here */
export function mapProse(draft: Draft, unmapped: readonly UnmappedBlock[]): void {
  const read = new Set<Block>();
  const grammar = draft.kind?.grammar;
  if (grammar && grammar.patterns.length > 0) {
    const others = new Set<Block>(unmapped.map(({ block }) => block));
    const reader = new ProseReader(draft, grammar);
    for (const { block, section, headings } of ownBlocks(draft, grammar))
      if (reader.readBlock(block, section, headings, others.has(block))) read.add(block);
    stateOccasions(draft);
  }
  for (const { block, report } of unmapped) if (!read.has(block)) report();
}

interface OwnBlock {
  readonly block: Block;
  /** Null in the lead. */
  readonly section: Section | null;
  readonly headings: OwnSection['headings'];
}

/** What may say something in sentences, items and rows, with the headings above it. */
function* ownBlocks(draft: Draft, grammar: Grammar): Generator<OwnBlock> {
  for (const block of draft.article.lead.filter(isProse)) yield { block, section: null, headings: [] };
  for (const { section, headings } of ownSections(draft, grammar)) {
    if (!grammar.patterns.some((pattern) => standsUnder(pattern, headings))) continue;
    const hasCast = isCast(draft, section);
    for (const block of section.blocks)
      if (block.type === 'paragraph' ? isProse(block) : !hasCast) yield { block, section, headings };
  }
}

interface OwnSection {
  readonly section: Section;
  /** Its heading and those above it, in lower case. */
  readonly headings: readonly string[];
}

/** Sections that are about the subject itself, and not about another thing such as its soundtrack. */
function* ownSections({ article }: Draft, grammar: Grammar): Generator<OwnSection> {
  const above: { level: number; heading: string; isForeign: boolean }[] = [];
  for (const section of article.sections) {
    const { level, text } = section.heading;
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const isForeign = above.at(-1)?.isForeign === true || isForeignHeading(text.value, grammar);
    above.push({ level, heading: text.value.toLowerCase(), isForeign });
    if (!isForeign) yield { section, headings: above.map(({ heading }) => heading) };
  }
}

/** Whether the lists of a section are read as casts. */
function isCast({ kind }: Draft, { heading }: Section): boolean {
  return kind?.sections.get(labelKey(headingWords(heading)))?.part === 'performances';
}

class ProseReader {
  private readonly known: KnownNames;
  private readonly context: SceneContext;
  private readonly awardCells: AwardCells;
  /** Words of slots in the last sentences, the last one first, for those that go on about the same. */
  private before: readonly ReadonlyMap<string, Taken>[] = [];

  /** What the sentence that a list stands under says, and the rules that read it; null where it announces none. */
  private announced: {
    readonly taken: ReadonlyMap<string, Taken>;
    readonly rules: ReadonlySet<string>;
    readonly words: Text;
  } | null = null;

  /** What was read last, until a list or a table asks whether it announces it. */
  private over: Text | null = null;

  /** The rules that read the last sentence. */
  private readBy = new Set<string>();

  /** What slots said of those whom others named, by slot and name: an outlet of its critic. */
  private readonly remembered = new Map<string, Taken>();

  /** What the slots of the sentence took, by slot, in the order in which its patterns read it. */
  private inSentence = new Map<string, Taken[]>();

  /** Words of the sentence by which recognitions were read from it. */
  private readonly recognised = new Set<number>();

  constructor(
    private readonly draft: Draft,
    private readonly grammar: Grammar,
  ) {
    this.known = new KnownNames(draft.statements);
    this.awardCells = new AwardCells(draft);
    const { article } = draft;
    const years = new Set(draft.recall(releases).stated.map(({ date }) => date.year));
    const year = /\d{4}/.exec(disambiguator(article.name) ?? '')?.[0];
    if (year !== undefined) years.add(year);
    const lead = article.lead.find(isProse)?.text.value ?? '';
    const subject = { names: subjectNames(article), titles: [article.name], years, lead };
    this.context = sceneContext(grammar, draft.mappings, subject, this.known);
  }

  /**
   * @param headings of its section, in lower case; none in the lead
   * @param isUnmapped whether a table is read by no mapping of lists
   * @returns whether it is a list or a table of which anything is read
   */
  readBlock(
    block: Block,
    section: Section | null,
    headings: readonly string[],
    isUnmapped: boolean,
  ): boolean {
    if (block.type !== 'paragraph') this.enterList();
    if (block.type === 'table') return isUnmapped && this.readTable(block, section, headings);
    const { isLabel } = this.draft.mappings;
    if (block.type === 'list') {
      let isRead = false;
      for (const { text } of block.items) {
        if (this.readItem(text, headings)) isRead = true;
        for (const words of runningWords(text, isLabel)) this.read(words, headings);
      }
      return isRead;
    }
    this.leaveList();
    for (const words of runningWords(block.text, isLabel)) this.read(words, headings);
    this.over = block.text;
    return false;
  }

  private read(text: Text, headings: readonly string[]): void {
    this.before = [];
    if (isTooLong(text)) return;
    for (const scene of scenesOf(text, this.context)) this.readSentence(scene, headings);
  }

  /** Ends what the list before said. */
  private leaveList(): void {
    this.announced = null;
    this.before = [];
    this.readBy = new Set();
  }

  /** Begins a list if the words over it announce one. */
  private enterList(): void {
    const [taken] = this.before;
    const { over } = this;
    this.over = null;
    const ending = over?.value.slice(-longestAnnouncement) ?? '';
    if (!over || !taken || !announces(ending, this.draft.mappings.tables.running)) return;
    const words = slice(over, over.value.length - lastSentence(ending).length, over.value.length);
    this.announced = { taken, rules: this.readBy, words };
  }

  /** @returns whether its rows are those that a pattern of columns reads */
  private readTable(table: Table, section: Section | null, headings: readonly string[]): boolean {
    if (table.rows.some(({ cells }) => cells.some(({ text }) => isTooLong(text)))) return false;
    this.before = this.announced ? [this.announced.taken] : [];
    const read: FittedTable[] = [];
    for (const pattern of this.grammar.ofRows) {
      const above = {
        headings,
        sentence: this.announced?.words.value.toLowerCase() ?? '',
        isFollowed: pattern.follows?.some((rule) => this.announced?.rules.has(rule)) ?? false,
      };
      const fitted = fitTable(table, pattern, above, this.context);
      if (!fitted) continue;
      read.push(fitted);
      for (const { row, says } of fitted.rows) {
        if (this.draft.isFull) break;
        this.inSentence = new Map();
        this.recognised.clear();
        const taken = new Map<string, Taken>();
        for (const slots of says ?? []) this.stateSlots(pattern, rowWords(row), new Map(slots), taken);
      }
    }
    this.before = [];
    const [first] = read;
    if (!first || !section) return false;
    this.reportUnread(table, section, read, first.labels);
    return true;
  }

  /** Reports the rows that no pattern reads, cells that are not what their columns hold, and columns that none has. */
  private reportUnread(
    table: Table,
    section: Section,
    read: readonly FittedTable[],
    labels: readonly Text[],
  ): void {
    const { draft } = this;
    const rule = `${this.grammar.kind}/sentences`;
    for (const [index, { row }] of (read[0] as FittedTable).rows.entries())
      if (read.every(({ rows }) => rows[index]?.says === null))
        draft.unreadIn(section, rowWords(row), 'is no row that its headers tell of', rule);
    for (const words of new Set(read.flatMap(({ unread }) => unread)))
      draft.unreadIn(section, words, 'is not what its column holds', rule);
    const others = labels.filter((_, at) => !read.some(({ columns }) => columns.has(at)));
    const isNote = ({ value }: Text): boolean => this.awardCells.columnRole(value) === 'ignored';
    reportOtherColumns(
      draft,
      table,
      others.filter((label) => label.value !== '' && !isNote(label)),
    );
  }

  /**
   * Reads an item as those of its list are written, by what stands over it.
   *
   * @returns whether a pattern fits
   */
  private readItem(text: Text, headings: readonly string[]): boolean {
    const patterns = this.grammar.ofItems.filter((pattern) => this.mayHold(pattern, headings));
    if (patterns.length === 0 || isTooLong(text)) return false;
    this.before = this.announced ? [this.announced.taken] : [];
    const [scene] = scenesOf(text, this.context);
    if (!scene) return false;
    const taken = new Map<string, Taken>();
    this.inSentence = new Map();
    this.recognised.clear();
    for (const pattern of patterns) {
      const matches = findMatches(
        scene,
        pattern,
        this.grammar,
        this.grammar.wordings.among(pattern.wordings, scene.numbers),
      );
      let isRead = false;
      for (const match of matches) {
        isRead = true;
        this.state(scene, pattern, match, taken);
      }
      if (isRead) return true;
    }
    return false;
  }

  private mayHold(pattern: SentencePattern, headings: readonly string[]): boolean {
    const { follows } = pattern;
    if (follows !== null && !follows.some((rule) => this.announced?.rules.has(rule))) return false;
    return standsUnder(pattern, headings);
  }

  private readSentence(scene: Scene, headings: readonly string[]): void {
    const wordings = this.grammar.wordings.find(scene.numbers);
    const taken = new Map<string, Taken>();
    const readBy = new Set<string>();
    this.readBy = readBy;
    this.inSentence = new Map();
    this.recognised.clear();
    for (const [pattern, own] of byPattern(wordings, this.grammar)) {
      if (!standsUnder(pattern, headings) || pattern.yields.some((rule) => readBy.has(rule))) continue;
      for (const match of findMatches(scene, pattern, this.grammar, own)) {
        readBy.add(pattern.rule);
        this.state(scene, pattern, match, taken);
      }
    }
    if (this.before.some(hasPerson) && !hasPerson(taken) && namesPerson(scene)) {
      // "She" behind it may be the one whom it names.
      this.before = this.before.filter((before) => !hasPerson(before));
    }
    this.before = [taken, ...this.before].slice(0, reach);
  }

  /** @param taken takes the slots' words, for the sentence behind */
  private state(scene: Scene, pattern: SentencePattern, match: Match, taken: Map<string, Taken>): void {
    const words = scene.slice(match.begin, match.end);
    for (const captures of itemsOf(match)) {
      const slots = new Map<string, Taken>();
      for (const { name, type, begin, end } of captures)
        slots.set(name, { type, words: scene.slice(begin, end) });
      this.stateSlots(pattern, words, slots, taken, captures);
    }
  }

  /**
   * @param words that say all of it
   * @param captures where the slots stand in a sentence; absent in a row
   */
  private stateSlots(
    pattern: SentencePattern,
    words: Text,
    slots: Map<string, Taken>,
    taken: Map<string, Taken>,
    captures?: readonly Capture[],
  ): void {
    const { fact, rule, carries, needs } = pattern;
    this.remember(slots);
    for (const [name, slot] of slots) {
      taken.set(name, slot);
      this.inSentence.set(name, [...(this.inSentence.get(name) ?? []), slot]);
    }
    for (const name of carries) this.carry(name, words.span.begin, slots, taken);
    if (fact.makes === 'recognition' && captures && !this.isFirst(captures)) return;
    if (needs.length > 0 && !needs.some((name) => slots.has(name))) return;
    const { draft, known, awardCells } = this;
    stateFact(fact, {
      draft,
      known,
      awardCells,
      rule: `${this.grammar.kind}/sentences/${rule}`,
      words,
      slots,
      isItem: pattern.isOfItems || pattern.columns !== null,
      announcement: pattern.follows ? this.announced?.words : undefined,
    });
  }

  /** Keeps what is said of somebody once, and fills it in where the same one is named again without. */
  private remember(slots: Map<string, Taken>): void {
    for (const { type, words } of slots.values()) if (type === 'critic') this.known.mention(words);
    for (const [name, whose] of Object.entries(this.grammar.file.remembers)) {
      const owner = slots.get(whose);
      if (!owner) continue;
      const key = `${name} of ${this.known.identity(owner.words.value)}`;
      const [said, known] = [slots.get(name), this.remembered.get(key)];
      if (said) this.remembered.set(key, said);
      else if (known) slots.set(name, known);
    }
  }

  /** Fills a slot from what was said just before, where it is empty; what another's says, from where that one was named. */
  private carry(name: string, begin: number, slots: Map<string, Taken>, taken: Map<string, Taken>): void {
    const owner = slots.get(this.grammar.file.remembers[name] ?? '');
    const said = [taken, ...this.before];
    const ofOwner = owner ? said.filter((before) => [...before.values()].includes(owner)) : said;
    const from = ofOwner.filter((before) => !this.isHonour(name, before.get(name)));
    // Of several in the sentence, the last before these words.
    const last = owner
      ? undefined
      : this.inSentence.get(name)?.findLast(({ words: { span } }) => span.begin < begin);
    const carried = last ?? from.find((before) => before.has(name))?.get(name);
    if (!carried) return;
    if (!slots.has(name)) slots.set(name, carried);
    taken.set(name, carried);
  }

  /** What calls itself special is given once, by whoever gives others: "the Special Achievement Stone Award". */
  private isHonour(name: string, slot: Taken | undefined): boolean {
    const [first = ''] = slot?.words.value.toLowerCase().split(' ', 1) ?? [];
    return name === 'giver' && this.grammar.names.superlatives.has(first);
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

function hasPerson(taken: ReadonlyMap<string, Taken>): boolean {
  return [...taken.values()].some(({ type }) => type === 'critic');
}

/** Whether a paragraph ends as one does that a list goes on with. */
function announces(ending: string, { announcing }: RunningWords): boolean {
  if (/:\s*$/.test(ending)) return true;
  return lastSentence(ending)
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .some((word) => announcing.has(word));
}

function lastSentence(ending: string): string {
  let begin = Math.max(ending.trimEnd().length - 1, 0);
  while (begin > 0 && !'.!?'.includes(ending.charAt(begin - 1))) begin--;
  return ending.slice(begin);
}
