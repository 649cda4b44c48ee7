/**
 * What articles can be about, of all kinds and of none: by which templates, titles, nouns and fields each topic shows itself,
 * in one dictionary each. What one topic claims is what all others are not.
 */
import type { KindIndex } from './kind-index.js';
import { labelKey } from './label-key.js';
import type { KindFile, TopicsTable } from './mapping-schema.js';
import { Phrases } from './phrases.js';

/** What of a kind's mapping tells of its topic. */
export interface KindSigns {
  readonly name: string;
  readonly signs: KindFile['signs'];
  /** Its own name, those of the kinds that it is a sort of. */
  readonly line: readonly string[];
  /** By label key; asking for them compiles the kind. */
  readonly fields: ReadonlyMap<string, { readonly isSign: boolean }>;
}

export interface Topic {
  readonly name: string;
  /** Itself and the wider topics that it is one of, the widest last. */
  readonly line: readonly string[];
  /** The mapping of its name, or the nearest wider topic's; null where there is none. */
  readonly kind: KindSigns | null;
  /** Whether what is one of these is nothing else, whatever its infobox. */
  readonly apart: boolean;
  /** Whether such articles have infoboxes of known names. */
  readonly isBoxed: boolean;
  /** Whether each has a name of its own; what is of `person` is one that is called by it. */
  readonly named: 'thing' | 'person' | null;
  /** Whether its articles are about sorts of things: "A salt lamp is a lamp". */
  readonly isSort: boolean;
  /** Whether its nouns mean it only of what is called by a common noun. */
  readonly isCommon: boolean;
}

/** What a noun of a first sentence means: a topic, or a genre that stands for one of some kinds. */
export interface Noun {
  readonly topic: Topic | null;
  /** Names of kinds. */
  readonly genreOf: readonly string[];
}

export interface Topics {
  /** By the key of a template's name. */
  readonly boxes: ReadonlyMap<string, Topic>;
  /** Keys of templates that say nothing. */
  readonly silentBoxes: ReadonlySet<string>;
  /** Names of infoboxes' templates end with these, in the form of label keys. */
  readonly boxEndings: Phrases<Topic>;
  /** What stands in the parenthesis behind a title ends with these. */
  readonly titles: Phrases<Topic>;
  /** Titles begin with these. */
  readonly titleStarts: readonly (readonly [begin: string, topic: Topic])[];
  /** Titles end with these words, in small letters. */
  readonly titleEnds: Phrases<Topic>;
  readonly nouns: Phrases<Noun>;
  /** What things of the kinds of these names may be besides, behind "and". */
  readonly relations: Phrases<readonly string[]>;
  /** What is called by a common noun, and of which nothing else is known. */
  readonly common: Topic;
  /** What nouns behind such words mean: "a fictional city". */
  readonly unreal: { readonly words: ReadonlySet<string>; readonly topic: Topic };
  /** Whose signs fields are, by label key. */
  readonly fields: ReadonlyMap<string, readonly Topic[]>;
}

type Entry = TopicsTable['entries']['topics'][string];

/** What topics and mappings both name. */
type Claims = Pick<Entry, 'templates' | 'titles' | 'titleStarts' | 'nouns'>;

export function compileTopics(
  entries: TopicsTable['entries'],
  kinds: readonly KindSigns[],
  { signs }: Pick<KindIndex, 'signs'>,
): Topics {
  const byKind = new Map(kinds.map((kind) => [kind.name, kind]));
  const { unreal, common } = entries;
  const names = new Set([...Object.keys(entries.topics), ...byKind.keys(), unreal.topic, common]);
  const topics = new Map([...names].map((name) => [name, makeTopic(name, entries.topics, byKind)]));
  // What a kind says of itself goes before what is said of topics at large.
  const claims: [Topic, Claims][] = [];
  for (const [name, topic] of topics) claims.push([topic, entries.topics[name] ?? {}]);
  for (const kind of kinds) claims.push([topics.get(kind.name) as Topic, kind.signs]);

  const claimed = (pick: (claims: Claims) => readonly string[] | undefined): (readonly [string, Topic])[] =>
    claims.flatMap(([topic, entry]) => (pick(entry) ?? []).map((words) => [words, topic] as const));
  const lower = ([words, topic]: readonly [string, Topic]) => [words.toLowerCase(), topic] as const;
  const keyed = ([words, topic]: readonly [string, Topic]) => [labelKey(words), topic] as const;

  const nouns = claimed(({ nouns }) => nouns);
  const titles = [...nouns, ...claimed(({ titles }) => titles)];
  // Most boxes and titles are known by less than these.
  let boxEndings: Phrases<Topic> | null = null;
  let disambiguators: Phrases<Topic> | null = null;
  return {
    boxes: new Map(claimed(({ templates }) => templates).map(keyed)),
    silentBoxes: new Set(entries.silentTemplates.map(labelKey)),
    get boxEndings() {
      boxEndings ??= new Phrases(titles.map(keyed));
      return boxEndings;
    },
    get titles() {
      disambiguators ??= new Phrases(titles.map(lower));
      return disambiguators;
    },
    titleStarts: claimed(({ titleStarts }) => titleStarts),
    nouns: new Phrases(compileNouns(nouns.map(lower), kinds)),
    relations: new Phrases(kindsBy(kinds, ({ relations }) => relations)),
    titleEnds: new Phrases(
      [...topics].flatMap(([name, topic]) =>
        (entries.topics[name]?.titleEnds ?? []).map((words) => [words, topic] as const),
      ),
    ),
    common: topics.get(common) as Topic,
    unreal: { words: new Set(unreal.words), topic: topics.get(unreal.topic) as Topic },
    fields: fieldsOf(entries, signs, topics),
  };
}

function makeTopic(
  name: string,
  entries: TopicsTable['entries']['topics'],
  kinds: ReadonlyMap<string, KindSigns>,
): Topic {
  const line: string[] = [];
  for (let one: string | undefined = name; one !== undefined && !line.includes(one); ) {
    line.push(one);
    one = kinds.get(one)?.line[1] ?? entries[one]?.is;
  }
  const nearest = line.find((one) => kinds.has(one));
  return {
    name,
    line,
    kind: kinds.get(nearest ?? '') ?? null,
    isBoxed: line.some((one) => entries[one]?.templates ?? kinds.get(one)?.signs.templates),
    apart: line.some((one) => entries[one]?.apart),
    named: line.map((one) => entries[one]?.named).find((named) => named !== undefined) ?? null,
    isSort: line.some((one) => entries[one]?.sorts),
    isCommon: entries[name]?.common ?? false,
  };
}

function compileNouns(
  nouns: readonly (readonly [string, Topic])[],
  kinds: readonly KindSigns[],
): Iterable<readonly [string, Noun]> {
  const found = new Map<string, Noun>();
  for (const [words, topic] of nouns) found.set(words, { topic, genreOf: [] });
  for (const [words, genreOf] of kindsBy(kinds, ({ genres }) => genres))
    found.set(words, { topic: found.get(words)?.topic ?? null, genreOf });
  return found;
}

/** Names of the kinds that name a word, by the word. */
function kindsBy(
  kinds: readonly KindSigns[],
  pick: (signs: KindSigns['signs']) => readonly string[] | undefined,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name, signs } of kinds)
    for (const word of pick(signs) ?? []) push(found, word.toLowerCase(), name);
  return found;
}

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Those that topics name, and those that mappings mark as signs. */
function fieldsOf(
  entries: TopicsTable['entries'],
  signs: KindIndex['signs'],
  topics: ReadonlyMap<string, Topic>,
): Map<string, Topic[]> {
  const found = new Map<string, Topic[]>();
  for (const [name, { fields = [] }] of Object.entries(entries.topics))
    for (const label of fields) push(found, labelKey(label), topics.get(name) as Topic);
  for (const [key, kind] of signs) push(found, key, topics.get(kind) as Topic);
  return found;
}

/** Whether one of two topics is a sort of the other. */
export function areRelated(one: Topic, other: Topic): boolean {
  return one.line.includes(other.name) || other.line.includes(one.name);
}

/** Whether nothing is of two topics, going by what is said of it in one way. */
export function exclude(one: Topic, other: Topic): boolean {
  if (areRelated(one, other)) return false;
  return one.apart || other.apart || one.line.at(-1) !== other.line.at(-1);
}
