/** Tells what kind of thing an article is about, from its title, its first sentence and its infobox. */
import { disambiguator } from '../article/title.js';
import type { Article, Text } from '../article.js';
import type { Kind, Mappings } from './compile-mappings.js';
import { labelKey } from './label-key.js';
import type { LeadPhrase } from './lead-phrase.js';
import { readLeadPhrase } from './lead-phrase.js';
import { isProse } from './plain-text.js';

export interface Verdict {
  readonly kind: Kind | null;
  /** What the first sentence says the subject is, in the terms of its kind. */
  readonly phrase: LeadPhrase | null;
  /** The paragraph that says so. */
  readonly paragraph: Text | null;
}

/** The first kind, by name, whose signs all agree. One sign against it outweighs all that are for it. */
export function classify(article: Article, mappings: Mappings): Verdict {
  const paragraph = article.lead.find(isProse)?.text ?? null;
  for (const kind of mappings.kinds) {
    const phrase =
      paragraph && kind.leadNouns ? readLeadPhrase(paragraph.value, article.name, kind.leadNouns) : null;
    if (isOfKind(article, kind, phrase)) return { kind, phrase, paragraph };
  }
  return { kind: null, phrase: null, paragraph };
}

function isOfKind(article: Article, kind: Kind, phrase: LeadPhrase | null): boolean {
  const title = titleSign(article.name, kind);
  if (title === 'not' || phrase?.sign === 'not') return false;
  const infobox = article.infoboxes[0];
  if (infobox?.template && kind.boxes.has(labelKey(infobox.template.value))) return true;
  if (title === 'is' || phrase?.sign === 'is') return true;
  return (
    infobox !== undefined &&
    hasFieldsOf(
      infobox.fields.map(({ key }) => labelKey(key?.value ?? '')),
      kind,
    )
  );
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
