/** Titles in another script than the article's, and those of another language that are written in this one. */
import type { Article } from '../article.js';

const latin = /\p{Script=Latin}/u;

/** Whether a title is written in another script than the article's own title. */
export function isForeign(title: string, { article }: { readonly article: Article }): boolean {
  return latin.test(article.name) && hasOtherScript(title) && !latin.test(title);
}

/** Whether a text has a letter that is not Latin. */
export function hasOtherScript(text: string): boolean {
  return /[^\P{L}\p{Script=Latin}]/u.test(text);
}

/**
 * The tag for words of a language: with the script where they are in Latin letters and the language is usually not.
 *
 * @param tag BCP 47 tag of the language
 */
export function tagFor(words: string, tag: string): string {
  if (hasOtherScript(words)) return tag;
  const locale = new Intl.Locale(tag);
  const usual = locale.script === undefined ? locale.maximize().script : 'Latn';
  return usual === undefined || usual === 'Latn' ? tag : `${tag}-Latn`;
}
