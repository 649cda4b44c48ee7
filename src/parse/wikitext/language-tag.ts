/**
 * A tag of a language as BCP 47 writes it (https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1): `zh-hant-tw` is
 * `zh-Hant-TW`. Null where the words are none.
 */
export function languageTag(words: string): string | null {
  if (words.length > longestTag || !tag.test(words)) return null;
  const [language = '', ...parts] = words.toLowerCase().split('-');
  return [language, ...parts.map(written)].join('-');
}

const longestTag = 35;
/** A language, its script, its region, and variants. */
const tag =
  /^[a-z]{2,3}(?:-[a-z]{3})?(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-x(?:-[a-z\d]{1,8})+)?$/i;

function written(part: string, index: number, parts: readonly string[]): string {
  if (parts.slice(0, index).includes('x')) return part;
  if (/^[a-z]{4}$/.test(part)) return part.charAt(0).toUpperCase() + part.slice(1);
  return /^[a-z]{2}$/.test(part) ? part.toUpperCase() : part;
}
