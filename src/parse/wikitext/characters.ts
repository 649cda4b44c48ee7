/** UTF-16 codes of the characters that wikitext is marked up with. */
export const codes = {
  tab: 9,
  newline: 10,
  carriageReturn: 13,
  space: 32,
  bang: 33,
  hash: 35,
  ampersand: 38,
  apostrophe: 39,
  parenOpen: 40,
  parenClose: 41,
  asterisk: 42,
  comma: 44,
  hyphen: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  semicolon: 59,
  less: 60,
  equals: 61,
  open: 91,
  close: 93,
  underscore: 95,
  braceOpen: 123,
  bar: 124,
  braceClose: 125,
} as const;

/** Whether a line that begins with a character is an item of a list. */
export function isListMark(code: number): boolean {
  return code === codes.asterisk || code === codes.hash || code === codes.colon || code === codes.semicolon;
}

/** Whether a character is white space inside a line; before its end a carriage return may stand. */
export function isLineSpace(code: number): boolean {
  return code === codes.space || code === codes.tab || code === codes.carriageReturn;
}
