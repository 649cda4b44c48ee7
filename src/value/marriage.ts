/** What a parenthesis behind a spouse says: `m. 1955; div. 1962`, `1957–70`, `m. 1929–1979`, `m. 1998`. */
import type { CalendarDate } from './date.js';
import { readDate } from './date.js';
import { readPeriod } from './period.js';
import type { ValueTables } from './tables.js';

export interface Marriage {
  readonly start?: CalendarDate;
  readonly end?: CalendarDate;
  /** How it ended, as the source writes it. */
  readonly ending?: string;
}

const began = /^(?:m\.|married)\s*/i;
/** How it ended, without a date. */
const ending =
  /^(?:divorced|div\.?|separated|annulled|(?:his|her|their) deaths?|(?:until )?(?:his|her) death|died|widowed)$/i;
const ended =
  /^(div\.?|divorced|sep\.?|separated|ann\.?|annulled|d\.|died|w\.|wid\.|widowed|(?:his|her) death|ended)(?:\s+in)?\s+/i;

/** Null where any of the words is neither. */
export function readMarriage(words: string, tables: ValueTables): Marriage | null {
  let marriage: Marriage = {};
  for (const part of words.split(';').map((one) => one.trim())) {
    const read = partOf(part, tables);
    if (!read) return null;
    marriage = { ...marriage, ...read };
  }
  const { start, end } = marriage;
  const isInOrder = !start || !end || start.lexical.slice(0, 4) <= end.lexical.slice(0, 4);
  return isInOrder ? marriage : null;
}

function partOf(part: string, tables: ValueTables): Marriage | null {
  if (ending.test(part)) return { ending: part };
  const [sign, how] = ended.exec(part) ?? [];
  if (sign !== undefined) {
    const end = readDate(part.slice(sign.length), tables);
    return end && how !== undefined ? { end, ending: how } : null;
  }
  const rest = part.replace(began, '');
  const start = readDate(rest, tables);
  // A year alone may be that of the end as well.
  if (start) return rest === part ? null : { start };
  const period = readPeriod(rest, tables);
  if (!period) return null;
  return {
    ...(period.start ? { start: period.start.value } : {}),
    ...(period.end ? { end: period.end.value } : {}),
  };
}
