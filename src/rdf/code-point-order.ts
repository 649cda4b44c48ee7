/**
 * Orders texts by their code points, as canonical N-Quads and all that compares UTF-8 byte by byte do. JavaScript's own
 * order puts what lies beyond U+FFFF before U+E000 to U+FFFF.
 */
export function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one !== other) return rank(one) - rank(other);
  }
  return a.length - b.length;
}

/** Halves of a character beyond U+FFFF come behind all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** Sorts in place. Where nothing beyond U+FFFF is in it, the engine's own order is the same, and faster. */
export function sortByCodePoints(texts: string[]): string[] {
  const needsOwn = texts.some((text) => /[\ud800-\udfff]/.test(text));
  return needsOwn ? texts.sort(byCodePoints) : texts.sort();
}
