import { remembered } from '../remembered.js';

/** The tag of a language that is not known (RFC 5646 §4.1). */
export const undetermined = 'und';

/**
 * A language tag in its canonical form, such as `zh-hant` → `zh-Hant`; null where it is not well-formed by BCP 47
 * (https://www.rfc-editor.org/info/bcp47). A language has two or three letters: longer ones may be registered, and none is
 * (RFC 5646 §2.2.1), so `english` is no tag.
 */
export const canonicalTag = remembered(5_000, findCanonical);

/** The runtime takes long to answer. */
function findCanonical(text: string): string | null {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text);
    return /^[a-z]{2,3}(?:-|$)/.test(tag) ? tag : null;
  } catch {
    return null;
  }
}

/** The tag that is meant by what is none: the name of a language in English or in itself, or `de_AT`. */
export function tagMeantBy(text: string): string | null {
  const words = text.trim().toLowerCase();
  for (const code of twoLetters()) {
    if (nameOf(code, 'en') === words || nameOf(code, code) === words) return code;
  }
  return canonicalTag(text.trim().replaceAll('_', '-'));
}

function nameOf(code: string, language: string): string | null {
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' });
  return names.of(code)?.toLowerCase() ?? null;
}

function* twoLetters(): Generator<string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  for (const first of letters) for (const second of letters) yield first + second;
}
