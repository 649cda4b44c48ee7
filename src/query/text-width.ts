/** How much room text takes in a terminal. */

/** Characters that take two cells (https://www.unicode.org/reports/tr11/): East Asian scripts, full-width forms, emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Characters that take none: they go with the one before them. */
const attached = /\p{Mn}|\p{Me}|\u200c|\u200d/u;

function widthOfCharacter(character: string): number {
  if (character <= '~') return 1;
  if (attached.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** The text in as many cells at most; of one that is longer, its beginning and an ellipsis. */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let used = 1;
  let kept = '';
  for (const character of text) {
    used += widthOfCharacter(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The same of its end, which is what tells one IRI from another. */
export function fittedEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let used = 1;
  const kept: string[] = [];
  for (const character of [...text].reverse()) {
    used += widthOfCharacter(character);
    if (used > width) break;
    kept.push(character);
  }
  return `…${kept.reverse().join('')}`;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
