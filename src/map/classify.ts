/** Tells what kind of thing an article is about, from its title, its first sentence and its infobox. */
import { disambiguator } from '../article/title.js';
import type { Article, Text } from '../article.js';
import type { Kind, Mappings } from './compile-mappings.js';
import { labelKey } from './label-key.js';
import { readLeadPhrase } from './lead-phrase.js';
import type { LeadPhrase } from './noun-phrase.js';
import { isProse } from './plain-text.js';
import { runningWords } from './running-words.js';
import { subjectNames } from './subject-names.js';

export interface Verdict {
  readonly kind: Kind | null;
  /** What the first sentence says the subject is, in the terms of its kind. */
  readonly phrase: LeadPhrase | null;
  /** The paragraph that says so. */
  readonly paragraph: Text | null;
}

/** More paragraphs stand before no first sentence. */
const mostParagraphs = 8;

/** The first kind, by name, whose signs all agree. One sign against it outweighs all that are for it. */
export function classify(article: Article, mappings: Mappings): Verdict {
  const opening = openingWords(article, mappings);
  for (const kind of mappings.kinds) {
    const { phrase, paragraph } = readOpening(article, opening, kind, mappings);
    if (isOfKind(article, kind, phrase)) return { kind, phrase, paragraph };
  }
  return { kind: null, phrase: null, paragraph: opening.paragraphs[0] ?? null };
}

interface Opening {
  readonly paragraphs: readonly Text[];
  /** Whether they are the lead's, and so the first of them is about the subject. */
  readonly isLead: boolean;
}

/** The lead's running words, else those of the first section: where the lead is a box alone, they follow it. */
function openingWords({ lead, sections }: Article, { isLabel }: Mappings): Opening {
  for (const [isLead, blocks] of [
    [true, lead],
    [false, sections[0]?.blocks ?? []],
  ] as const) {
    const paragraphs = blocks.filter(isProse).slice(0, mostParagraphs);
    const found = paragraphs.flatMap(({ text }) => runningWords(text, isLabel));
    if (found.length > 0) return { paragraphs: found, isLead };
  }
  return { paragraphs: [], isLead: false };
}

function readOpening(
  article: Article,
  { paragraphs, isLead }: Opening,
  { leadNouns }: Kind,
  { tables }: Mappings,
): Pick<Verdict, 'phrase' | 'paragraph'> {
  if (leadNouns) {
    const context = { names: subjectNames(article), tables };
    for (const [index, paragraph] of paragraphs.entries()) {
      const phrase = readLeadPhrase(paragraph.value, leadNouns, context, isLead && index === 0);
      if (phrase) return { phrase, paragraph };
    }
  }
  return { phrase: null, paragraph: paragraphs[0] ?? null };
}

function isOfKind(article: Article, kind: Kind, phrase: LeadPhrase | null): boolean {
  const title = titleSign(article.name, kind);
  if (title === 'not' || phrase?.sign === 'not') return false;
  const box = boxSign(article.infoboxes, kind);
  if (box === 'is' || title === 'is') return true;
  if (box === 'not') return false;
  if (phrase?.sign === 'is') return true;
  const infobox = article.infoboxes[0];
  return (
    infobox !== undefined &&
    hasFieldsOf(
      infobox.fields.map(({ key }) => labelKey(key?.value ?? '')),
      kind,
    )
  );
}

/** What the first infobox says that is one of some kind: another kind's says that the article is of that. */
function boxSign(infoboxes: Article['infoboxes'], kind: Kind): 'is' | 'not' | null {
  for (const { template, fields } of infoboxes) {
    if (!template) {
      const keys = fields.map(({ key }) => labelKey(key?.value ?? ''));
      const isOther = keys.some((key) => kind.foreignFields.has(key));
      return isOther && !keys.some((key) => kind.fields.get(key)?.isSign) ? 'not' : null;
    }
    const key = labelKey(template.value);
    if (kind.boxes.has(key)) return 'is';
    if (kind.boxes.size > 0 && isBox(key) && !kind.openBoxes.has(key) && !endsAs(key, kind)) return 'not';
  }
  return null;
}

/** Whether a template is by its name an infobox: "Infobox person", "Taxobox". */
function isBox(key: string): boolean {
  return /^infobox\s|box$/.test(key) && !key.startsWith('navbox');
}

/** "Infobox Japanese film" may well be one of a film. */
function endsAs(key: string, { signs }: Kind): boolean {
  return (signs.titles?.is ?? []).some((word) => key.endsWith(` ${labelKey(word)}`));
}

function hasFieldsOf(keys: readonly string[], kind: Kind): boolean {
  if (!kind.signs.fields || keys.some((key) => kind.foreignFields.has(key) && !kind.fields.get(key)?.isSign))
    return false;
  const signs = new Set(keys.map((key) => kind.fields.get(key)).filter((field) => field?.isSign));
  return signs.size >= kind.signs.fields.least;
}

/** What the parenthesis behind a title says: "Vanity Fair (2004 film)". */
function titleSign(title: string, kind: Kind): 'is' | 'not' | null {
  const inside = disambiguator(title)?.toLowerCase();
  if (inside === undefined || !kind.signs.titles) return null;
  const ends = (words: readonly string[]): boolean =>
    words.some((word) => inside === word.toLowerCase() || inside.endsWith(` ${word.toLowerCase()}`));
  if (ends(kind.signs.titles.not)) return 'not';
  return ends(kind.signs.titles.is) ? 'is' : null;
}
