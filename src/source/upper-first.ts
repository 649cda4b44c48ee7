/** Titles begin in upper case, whatever the words that lead to them do. */
export function upperFirst(title: string): string {
  const first = String.fromCodePoint(title.codePointAt(0) ?? 0x20);
  const upper = first.toUpperCase();
  return [...upper].length === 1 ? upper + title.slice(first.length) : title;
}
