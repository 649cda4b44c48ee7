/** Codes of a scheme: `ISBN 978-0-452-28424-1`, `LHR`, `50-00-0`; as they are written, without the scheme's name. */
import { fitsCheckDigit } from './check-digit.js';
import { namesNothing } from './nothing.js';
import type { Found, Left, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

/** A code holds figures, or is made of words of capitals; and nothing that is no sign of a code. */
const code = /^(?=\P{Ll}*$)(?=.*\d|(?:\p{Lu}+[ \-/]?)+$)[\p{Lu}\d+][\p{Lu}\d .\-–/+:]{0,39}$/u;

/**
 * @param scheme what the codes are of; its name before one is no part of it
 * @param form how such codes are written, if that is known
 */
export function readCodes(
  text: string,
  scheme: string | undefined,
  tables: ValueTables,
  form: RegExp = code,
): Reading<null> {
  const found: Found<null>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const { core, notes, ...piece } of splitPieces(text, left)) {
    const words = text.slice(core.begin, core.end);
    const name = scheme !== undefined && words.toUpperCase().startsWith(scheme.toUpperCase()) ? scheme : '';
    const gap = name === '' ? '' : (/^[\s:]*/.exec(words.slice(name.length))?.[0] ?? '');
    const begin = core.begin + name.length + gap.length;
    const said = text.slice(begin, core.end);
    const isNothing = !/\d/.test(said) && namesNothing(said, tables);
    const isCode = !isNothing && (code.test(said) || (form.test(said) && !/\s/.test(said)));
    if (isCode && fitsCheckDigit(scheme ?? '', said))
      found.push({ begin, end: core.end, value: null, notes });
    else if (isCode)
      unread.push({ begin: piece.begin, end: piece.end, reason: 'has another last digit than it must have' });
    else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no code' });
  }
  return { found, unread, left };
}
