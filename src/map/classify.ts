/** Tells what kind of thing an article is about, from its title, its first sentence and its infobox. */
import { baseName, disambiguator } from '../article/title.js';
import type { Article, Text } from '../article.js';
import { isCommonNoun } from './common-noun.js';
import type { Kind, Mappings } from './compile-mappings.js';
import { labelKey } from './label-key.js';
import { readLeadPhrase } from './lead-phrase.js';
import type { LeadPhrase, Word } from './noun-phrase.js';
import { isProse } from './plain-text.js';
import { runningWords } from './running-words.js';
import { subjectNames } from './subject-names.js';
import type { Topic, Topics } from './topics.js';
import { areRelated, exclude } from './topics.js';

/**
 * `is`: the noun is the kind's. `not`: it is another's. `genre`: only the name of one of its genres stands there. `other`: it is
 * none of these.
 */
export interface Phrase {
  readonly sign: 'is' | 'not' | 'genre' | 'other';
  /** The words between the article ("a", "the") and the noun; with the noun where that is a genre's. */
  readonly words: readonly Word[];
  /** All words from the noun phrase on. */
  readonly all: readonly Word[];
}

export interface Verdict {
  readonly kind: Kind | null;
  /** What it is about, whether or not a mapping reads that. */
  readonly topic: Topic | null;
  /** What the first sentence says that it is about. */
  readonly said: Topic | null;
  /** What the first sentence says the subject is, in the terms of its kind. */
  readonly phrase: Phrase | null;
  /** The paragraph that says so. */
  readonly paragraph: Text | null;
}

/** More paragraphs stand before no first sentence. */
const mostParagraphs = 8;

/** What its infobox, its title and its first sentence agree on; where all are silent, what its fields show. */
export function classify(article: Article, mappings: Mappings): Verdict {
  const { phrase, paragraph } = readOpening(article, mappings);
  const topic = decide(article, phrase, mappings);
  const kind = mappings.kindNamed.get(topic?.kind?.name ?? '') ?? null;
  return { kind, topic, said: phrase?.topic ?? null, phrase: phrase && relativeTo(kind, phrase), paragraph };
}

/** Of the lead's running words, else of those of the first section: where the lead is a box alone, they follow it. */
function readOpening(
  article: Article,
  { topics, tables, isLabel }: Mappings,
): { phrase: LeadPhrase | null; paragraph: Text | null } {
  const context = { names: subjectNames(article), topics, tables };
  let first: Text | null = null;
  for (const blocks of [article.lead, article.sections[0]?.blocks ?? []]) {
    for (const { text } of blocks.filter(isProse).slice(0, mostParagraphs)) {
      for (const paragraph of runningWords(text, isLabel)) {
        const isFirst = first === null && blocks === article.lead;
        const phrase = readLeadPhrase(paragraph.value, context, isFirst);
        if (phrase) return { phrase, paragraph };
        first ??= paragraph;
      }
    }
    if (first) break;
  }
  return { phrase: null, paragraph: first };
}

function decide(article: Article, phrase: LeadPhrase | null, { topics }: Mappings): Topic | null {
  const box = boxTopic(article.infoboxes, topics);
  const disambiguated = titleTopic(article.name, topics);
  // "Tanker (ship)" is no ship, where "a tanker is a ship".
  const title = phrase?.says === 'any' && disambiguated?.named ? null : disambiguated;
  const lead = phrase?.topic ?? null;
  // What only the beginning of a title says, the first sentence may say otherwise.
  const isBeginning = title?.isSort && disambiguator(article.name) === undefined;
  const firm = isBeginning && lead && !lead.isSort ? null : title;
  const [topic, ...others] = [box === 'unknown' ? null : box, firm, lead].filter((sign) => sign !== null);
  if (!topic) {
    if (box === 'unknown') return null;
    return byFields(article, topics) ?? (box === null ? byWords(article, phrase, topics) : null);
  }
  if (others.some((other) => contradicts(topic, other))) return null;
  // If only the sentence says it, no infobox may say otherwise.
  const isAlone = topic !== box && topic !== firm;
  if (isAlone && deniesLead(article, box, topic, topics) && !isLife(article, topic)) return null;
  return isAlone && topic.isCommon && phrase?.says !== 'any' && !isCommonNoun(article) ? null : topic;
}

/** The topic of an article without a box whose first sentence names none: by how its title ends, or that it is a common noun. */
function byWords(article: Article, phrase: LeadPhrase | null, topics: Topics): Topic | null {
  if (article.infoboxes.length > 0 || disambiguator(article.name) !== undefined) return null;
  if (phrase?.says === 'any') return topics.common;
  if (phrase?.says === 'genre') return null;
  const words = baseName(article).split(' ');
  const byEnd = words.length > 1 ? topics.titleEnds.longestEnd(words) : null;
  return byEnd ?? (isCommonNoun(article) ? topics.common : null);
}

/** Whether the box, whatever it is, says of somebody what is said of people: a birth, a spouse, an occupation. */
function isLife({ infoboxes }: Article, topic: Topic): boolean {
  return (
    topic.line.includes('person') && infoboxes.some((box) => keysOf(box).some((key) => isSignOf(key, topic)))
  );
}

/** An infobox and a title tell better than another sign, save of what is nothing else whatever is said. */
function contradicts(topic: Topic, other: Topic): boolean {
  return topic.apart && exclude(topic, other);
}

/** The topic of the first infobox; `unknown` where it is one by its name, and of nothing that is known. */
function boxTopic(infoboxes: Article['infoboxes'], topics: Topics): Topic | 'unknown' | null {
  for (const { template } of infoboxes) {
    if (!template) return null;
    const key = labelKey(template.value);
    if (topics.silentBoxes.has(key)) continue;
    const topic = topics.boxes.get(key);
    if (topic) return topic;
    if (isBox(key)) return topics.boxEndings.longestEnd(key.split(' ').slice(1)) ?? 'unknown';
  }
  return null;
}

/** Whether a template is by its name an infobox: "Infobox person", "Taxobox". */
function isBox(key: string): boolean {
  return /^infobox\s|box$/.test(key) && !key.startsWith('navbox');
}

/** What the parenthesis behind a title says, "(2004 film)", "(footballer, born 1987)", or how it begins. */
function titleTopic(title: string, { titles, titleStarts }: Topics): Topic | null {
  const inside = disambiguator(title)?.split(',')[0]?.trim().toLowerCase().split(/\s+/);
  const topic = inside && titles.longestEnd(inside);
  return topic ?? titleStarts.find(([begin]) => title.startsWith(begin))?.[1] ?? null;
}

function deniesLead(
  { infoboxes: [first] }: Article,
  box: Topic | 'unknown' | null,
  topic: Topic,
  topics: Topics,
): boolean {
  if (box === 'unknown') return topic.isBoxed;
  if (!first || first.template) return false;
  const keys = keysOf(first);
  return keys.some((key) => isForeign(key, topic, topics)) && !keys.some((key) => isSignOf(key, topic));
}

/** The topic of whose mapping the infobox has most signs, and enough, and none of what others have. */
function byFields({ infoboxes: [infobox] }: Article, topics: Topics): Topic | null {
  if (!infobox) return null;
  const keys = keysOf(infobox);
  const found = new Map<Topic, Set<unknown>>();
  for (const key of keys) {
    for (const topic of topics.fields.get(key) ?? []) {
      if (isSignOf(key, topic))
        found.set(topic, (found.get(topic) ?? new Set()).add(topic.kind?.fields.get(key)));
    }
  }
  const [best, next] = [...found]
    .map(([topic, { size }]) => ({ topic, size }))
    .filter(({ topic, size }) => size >= (topic.kind?.signs.fields?.least ?? Number.POSITIVE_INFINITY))
    .filter(({ topic }) => !keys.some((key) => isForeign(key, topic, topics)))
    .sort((a, b) => b.size - a.size);
  return best && best.size !== next?.size ? best.topic : null;
}

function keysOf({ fields }: Article['infoboxes'][number]): string[] {
  return fields.map(({ key }) => labelKey(key?.value ?? ''));
}

function isSignOf(key: string, { kind }: Topic): boolean {
  return kind?.fields.get(key)?.isSign ?? false;
}

/** Whether a field is a sign of other topics, and none that things of this one have. */
function isForeign(key: string, topic: Topic, { fields }: Topics): boolean {
  const owners = fields.get(key);
  return (
    owners !== undefined && !topic.kind?.fields.has(key) && !owners.some((owner) => areRelated(owner, topic))
  );
}

/** What the first sentence says, by whether the kind's noun or genre is said in it. */
function relativeTo(kind: Kind | null, { says, topic, genreOf, words, all = [] }: LeadPhrase): Phrase {
  const said = { words, all };
  if (kind && topic) return { sign: topic.line.includes(kind.name) ? 'is' : 'not', ...said };
  if (topic) return { sign: 'not', ...said };
  return { sign: says === 'genre' && kind && genreOf.includes(kind.name) ? 'genre' : 'other', ...said };
}
