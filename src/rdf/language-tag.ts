/**
 * A language tag in its canonical form, such as `zh-hant` → `zh-Hant`; null where it is not well-formed by BCP 47
 * (https://www.rfc-editor.org/info/bcp47).
 */
export function canonicalTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}
