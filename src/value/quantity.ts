/** Numbers with a unit of measure, as UN/CEFACT common codes (schema.org's `unitCode`). */
import type { Numeral } from './number.js';
import { numeralPattern, readNumeral } from './number.js';
import type { Found, Left, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface Quantity {
  readonly value: Numeral;
  /** UN/CEFACT Recommendation 20. */
  readonly unit: string;
}

const pattern = new RegExp(`^(${numeralPattern})\\s*([^\\d\\s].*)$`);

/** Reads every quantity that a field lists. A number without a known unit stays unread. */
export function readQuantities(text: string, tables: ValueTables): Reading<Quantity> {
  const found: Found<Quantity>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const piece of splitPieces(text, left)) {
    const match = pattern.exec(text.slice(piece.core.begin, piece.core.end));
    const value = match && readNumeral(match[1] as string);
    const unit = match && tables.units.get((match[2] as string).trim());
    if (value && unit) found.push({ ...piece.core, value: { value, unit }, notes: piece.notes });
    else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no number with a known unit' });
  }
  return { found, unread, left };
}
