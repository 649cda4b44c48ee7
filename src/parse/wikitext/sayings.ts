/** What a template says of the words that it shows, besides the words. */
import type { Quality } from '../../article.js';
import { canonicalTag, undetermined } from '../../rdf/language-tag.js';
import { wikiLanguage } from '../../rdf/wiki-languages.js';
import type { Format } from './format.js';

export interface Saying {
  readonly what: 'language' | 'currency' | 'country';
  readonly format: Format;
  /** What it comes to in every call, if that hangs on no parameter. */
  readonly always?: readonly Said[] | null;
}

export type Said = Omit<Quality, 'begin' | 'end'>;

/** What most templates say. */
export const nothing: readonly Said[] = [];

/** What the words of a saying come to; null if they name no country that is known. */
export function said(what: Saying['what'], words: string): readonly Said[] | null {
  if (words === '') return nothing;
  switch (what) {
    case 'language':
      // What is no tag says that the words are of another language all the same.
      return [{ language: canonicalTag(words) ?? wikiLanguage(words) ?? undetermined }];
    case 'currency':
      return /^[a-z]{3}$/i.test(words) ? [{ currency: words.toUpperCase() }] : nothing;
    case 'country':
      return /^[A-Z]{2,4}$/.test(words) ? null : [{ country: words }];
  }
}
