/** Sentence patterns, compiled from the `sentences` of mapping files. */
import type { NamedNode } from '@rdfjs/types';
import { labelKey } from '../label-key.js';
import type { FactSpec, SentencesFile } from '../mapping-schema.js';
import { Matcher, MatcherParts } from './matcher.js';
import { anchorsOf, PatternError, PatternPhrases, parsePattern, requirementsOf } from './pattern.js';
import { Phrases } from './phrases.js';
import type { NameWords } from './scene.js';
import { slotTypes } from './slots.js';
import type { Needs } from './wording-index.js';
import { WordingIndex } from './wording-index.js';

export interface SentencePattern {
  /** Name within the file. */
  readonly rule: string;
  readonly fact: Fact;
  /** In the order in which they are tried. */
  readonly wordings: readonly Wording[];
  /** Words that, in the same clause, make it say something else. */
  readonly unless: ReadonlySet<string>;
  /** Whether it is read in the lead alone. */
  readonly isOfLead: boolean;
  /** Words of which one must stand in a heading over it; null where any section will do. */
  readonly sections: readonly string[] | null;
  /** Whether it is read in the items of lists alone. */
  readonly isOfItems: boolean;
  /** The columns of the tables whose rows it reads; null where it reads none. */
  readonly columns: readonly RowColumn[] | null;
  /** Rules of which one must have read the sentence that its list stands under; null where none need have. */
  readonly follows: readonly string[] | null;
  /** Slots that the sentence before may have filled. */
  readonly carries: readonly string[];
  /** Slots of which one must be filled. */
  readonly needs: readonly string[];
  /** Whether a denial in its clause takes it back. */
  readonly deniable: boolean;
  /** Rules before it; where one reads a sentence, this one does not. */
  readonly yields: readonly string[];
  /** The file's own words, for checks. */
  readonly spec: SentencesFile['patterns'][number];
}

/** A column of tables whose rows say it. */
export interface RowColumn {
  /** Label keys of its headers; of those above its own if that one says something. */
  readonly labels: ReadonlySet<string>;
  /** Fits all of a header that says something of each cell under it; null if it only says what they are. */
  readonly heads: Matcher | null;
  /** Fits all of a line of a cell. */
  readonly matcher: Matcher;
  readonly isOptional: boolean;
  /** Whether it says what the row is about. */
  readonly isOfSubject: boolean;
}

/** One way to say it. */
export interface Wording extends Needs {
  readonly matcher: Matcher;
  /** Index of its pattern in the grammar. */
  readonly pattern: number;
}

/** What a pattern's slots are stated as. */
export type Fact =
  | {
      readonly makes: 'values';
      readonly properties: readonly (readonly [NamedNode, string])[];
      /** The slot that names the language of the words. */
      readonly language?: string;
      /** Whether it is stated only where nothing else states the property. */
      readonly fills: boolean;
    }
  | { readonly makes: 'amount'; readonly property: NamedNode; readonly territory: NamedNode }
  | {
      readonly makes: 'release';
      readonly property: NamedNode;
      readonly earliest?: NamedNode;
    }
  | { readonly makes: 'recognition'; readonly outcome: NamedNode }
  /** The taxon that the subject belongs to, through those that are known already. */
  | { readonly makes: 'taxon'; readonly property: NamedNode }
  /** `fills`: whether it is stated only where nothing else leads from the subject to such a node. */
  | {
      readonly makes: 'node';
      readonly node: FactNode;
      readonly earliest?: NamedNode;
      readonly fills: boolean;
      /** By slot, the one whose words may say whose they are: "AFI's 100 Years". */
      readonly owners: readonly (readonly [string, string])[];
    };

export interface FactNode {
  readonly class: NamedNode;
  /** What its IRI is made of: words, and slots in braces. */
  readonly part: readonly string[];
  /** The slot that names it. */
  readonly name: string;
  /** How the subject leads to it. */
  readonly of?: NamedNode;
  /** The slot of the event at which it was once, however often it is told of. */
  readonly occasion?: string;
  readonly states: readonly (readonly [NamedNode, FactValue])[];
}

export type FactValue =
  | { readonly slot: string }
  | { readonly integer: number }
  | { readonly thing: true }
  | { readonly node: FactNode };

export interface Grammar {
  readonly kind: string;
  readonly patterns: readonly SentencePattern[];
  /** The wordings of all patterns that are read in sentences, in their order. */
  readonly wordings: WordingIndex<Wording>;
  /** Patterns that are read in the items of lists alone. */
  readonly ofItems: readonly SentencePattern[];
  /** Patterns that are read in the rows of tables alone. */
  readonly ofRows: readonly SentencePattern[];
  readonly names: NameWords;
  readonly nouns: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** Whether the subject is a person, whom the last name names too. */
  readonly isPerson: boolean;
  readonly compounds: Phrases;
  readonly relatives: Phrases;
  readonly markers: Phrases;
  readonly subordinators: Phrases;
  readonly turns: Phrases;
  readonly auxiliaries: Phrases;
  /** Words between the subject and what it belongs to, and what is the subject itself in another form. */
  readonly governors: Phrases;
  readonly versions: Phrases;
  readonly otherWorks: Phrases;
  readonly otherThings: Phrases;
  readonly gapStops: Phrases;
  /** Words that make a clause say that something is not, or not yet, or only thought. */
  readonly denials: Phrases;
  /** Words behind a match that take back what its clause says. */
  readonly takebacks: Phrases;
  /** Words with which another clause begins. */
  readonly clauseStarts: ReadonlySet<string>;
  /** Label keys of the sections that are about other things. */
  readonly foreignSections: ReadonlySet<string>;
  /** Label keys of words that end the headings of such sections. */
  readonly foreignEndings: readonly string[];
  readonly file: SentencesFile;
  readonly fileName: string;
}

/** Words that stand in most sentences. */
export const common = new Set(
  'a an and as at by for from he her his in is it its of on one or she that the their they this to was were which with who'.split(
    ' ',
  ),
);

/**
 * @param term gives the IRI of a compact one, and tells where its prefix is not declared
 * @param tell takes what is wrong with a pattern
 */
export function compileGrammar(
  file: SentencesFile,
  fileName: string,
  term: (curie: string) => NamedNode,
  tell: (message: string) => void,
): Grammar {
  const facts = new Map(Object.entries(file.facts).map(([name, spec]) => [name, compileFact(spec, term)]));
  const patterns: SentencePattern[] = [];
  const index = new WordingIndex<Wording>();
  const parts = new MatcherParts(slotTypes, (word) => index.numberOf(word));
  const phrases = new PatternPhrases(file.phrases);
  for (const spec of file.patterns) {
    const fact = facts.get(spec.fact);
    if (!fact) {
      tell(`${spec.rule}: there is no fact "${spec.fact}": add it under \`facts\`.`);
      continue;
    }
    if (spec.says.length > 0 === (spec.columns !== undefined))
      tell(`${spec.rule}: a pattern has either \`says\` or \`columns\`.`);
    const bench = { phrases, parts, index };
    const compiled = (says: string, mayLackAnchors: boolean): Wording[] => {
      try {
        return [compileWording(says, bench, patterns.length, mayLackAnchors)];
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        tell(`${spec.rule}: ${error.message} (${says})`);
        return [];
      }
    };
    const wordings = spec.says.flatMap((says) => compiled(says, isPlaced(spec)));
    const columns = spec.columns?.flatMap(({ labels, heads, reads, optional }) =>
      compiled(`^ (${reads}) $`, true).map(({ matcher }) => ({
        labels: new Set(labels.map(labelKey)),
        heads: (heads === undefined ? undefined : compiled(`^ (${heads}) $`, true)[0]?.matcher) ?? null,
        matcher,
        isOptional: optional ?? false,
        isOfSubject: matcher.needs.subject,
      })),
    );
    if (!spec.items) for (const wording of wordings) index.add(wording);
    patterns.push({
      rule: spec.rule,
      fact,
      wordings,
      unless: lowerCased(spec.unless),
      isOfLead: spec.lead ?? false,
      sections: spec.sections ?? null,
      isOfItems: spec.items ?? false,
      columns: columns ?? null,
      follows: spec.follows ?? null,
      carries: spec.carries,
      needs: spec.needs,
      yields: spec.yields,
      deniable: spec.deniable,
      spec,
    });
  }
  return {
    kind: file.sentences,
    patterns,
    wordings: index,
    ofItems: patterns.filter(({ isOfItems }) => isOfItems),
    ofRows: patterns.filter(({ columns }) => columns !== null),
    names: {
      superlatives: lowerCased(file.names.superlatives),
      categoryInner: lowerCased(file.names.categoryInner),
      works: lowerCased(file.names.works),
      listWords: lowerCased(file.names.listWords),
      listInner: lowerCased(file.names.listInner),
      listNouns: lowerCased(file.names.listNouns),
      listBrands: new Set(file.names.listBrands),
      seriesNouns: lowerCased(file.names.seriesNouns),
      ratings: new Set(file.names.ratings),
      colours: new Phrases(file.names.colours),
      sounds: new Phrases(file.names.sounds),
      placeWords: lowerCased(file.names.placeWords),
    },
    nouns: lowerCased(file.subject.nouns),
    pronouns: lowerCased(file.subject.pronouns),
    isPerson: file.subject.isPerson,
    compounds: new Phrases(file.subject.compounds),
    relatives: new Phrases(file.subject.relatives),
    markers: new Phrases(file.subject.markers),
    subordinators: new Phrases(file.subordinators),
    turns: new Phrases(file.turns),
    auxiliaries: new Phrases(file.auxiliaries),
    governors: new Phrases(file.subject.governors),
    versions: new Phrases(file.subject.versions),
    otherWorks: new Phrases(file.subject.otherWorks),
    otherThings: new Phrases(file.subject.otherThings),
    gapStops: new Phrases(file.gapStops),
    denials: new Phrases(file.denials),
    takebacks: new Phrases(file.takebacks),
    clauseStarts: lowerCased(file.clauseStarts),
    foreignSections: new Set(file.foreignSections.map(labelKey)),
    foreignEndings: file.foreignEndings.map((word) => ` ${labelKey(word)}`),
    file,
    fileName,
  };
}

/** The numbers that patterns state whatever slots they have, with the words that say so: "topped" for 1. */
export function* numberWords({ patterns }: Grammar): Generator<{ number: number; words: readonly string[] }> {
  for (const { fact, wordings } of patterns) {
    const words = wordings.flatMap(({ anchors }) => anchors);
    if (fact.makes === 'node') for (const number of numbersIn(fact.node)) yield { number, words };
  }
}

function* numbersIn({ states }: FactNode): Generator<number> {
  for (const [, value] of states) {
    if ('integer' in value) yield value.integer;
    else if ('node' in value) yield* numbersIn(value.node);
  }
}

/** Whether a pattern is only tried where a heading or a sentence says what a list is of; its words need not say it again. */
function isPlaced({ items, sections, follows }: SentencesFile['patterns'][number]): boolean {
  return items === true && (sections !== undefined || follows !== undefined);
}

/** What the wordings of one grammar are made with. */
interface Workbench {
  readonly phrases: PatternPhrases;
  readonly parts: MatcherParts;
  readonly index: WordingIndex<Wording>;
}

/**
 * @param mayLackAnchors whether it is tried in so few places that no word need set it apart
 */
function compileWording(
  says: string,
  { phrases, parts, index }: Workbench,
  pattern: number,
  mayLackAnchors: boolean,
): Wording {
  const node = parsePattern(says, phrases);
  const anchors = anchorsOf(node, common) ?? (mayLackAnchors ? [] : null);
  if (!anchors)
    throw new PatternError(
      'It requires no word: a pattern needs at least one word that sets it apart from others.',
    );
  const requires = requirementsOf(node).map((words) => index.setOf(words));
  return { matcher: new Matcher(node, parts), anchors, requires, pattern };
}

function compileFact(spec: FactSpec, term: (curie: string) => NamedNode): Fact {
  if ('values' in spec) {
    return {
      makes: 'values',
      properties: Object.entries(spec.values).map(([property, slot]) => [term(property), slot] as const),
      fills: spec.fills ?? false,
      ...(spec.language === undefined ? {} : { language: spec.language }),
    };
  }
  if ('amount' in spec) {
    return { makes: 'amount', property: term(spec.amount), territory: term(spec.territory) };
  }
  const earliest = 'earliest' in spec && spec.earliest ? { earliest: term(spec.earliest) } : {};
  if ('release' in spec) return { makes: 'release', property: term(spec.release), ...earliest };
  if ('taxon' in spec) return { makes: 'taxon', property: term(spec.taxon) };
  if ('recognition' in spec) return { makes: 'recognition', outcome: term(spec.recognition) };
  return {
    makes: 'node',
    node: compileNode(spec.node, term),
    ...earliest,
    fills: spec.fills ?? false,
    owners: Object.entries(spec.owners ?? {}),
  };
}

type NodeSpec = Extract<FactSpec, { node: unknown }>['node'];

function compileNode(spec: NodeSpec, term: (curie: string) => NamedNode): FactNode {
  return {
    class: term(spec.class),
    part: spec.part,
    name: spec.name,
    ...(spec.of === undefined ? {} : { of: term(spec.of) }),
    ...(spec.occasion === undefined ? {} : { occasion: spec.occasion }),
    states: Object.entries(spec.states).map(
      ([property, value]) => [term(property), compileValue(value, term)] as const,
    ),
  };
}

function compileValue(value: string | number | NodeSpec, term: (curie: string) => NamedNode): FactValue {
  if (typeof value === 'number') return { integer: value };
  if (typeof value === 'object') return { node: compileNode(value, term) };
  return value === 'thing' ? { thing: true } : { slot: value };
}

function lowerCased(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}
