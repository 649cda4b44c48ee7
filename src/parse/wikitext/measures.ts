/** Templates of dates, times, measures and places on the globe: what they show of their parameters. */
import type { Call, Parameter } from './call.js';
import { isBlank, parameter, written, writtenIn } from './call.js';
import type { Page, Render } from './page.js';
import type { TextBuilder } from './text-builder.js';

/** Whether the call could be read; otherwise nothing was shown. */
export type Shown = boolean;

/**
 * `{{start date|1996|11|2}}`, `{{start date|year=1996|month=11}}`: the day, month or year of its first three parameters or
 * of those named so; else its first parameter, if any.
 */
export function showDate(page: Page, call: Call, out: TextBuilder, render: Render): Shown {
  const numbered = call.parameters.filter(({ isNamed }) => !isNamed);
  if (dateAt(page, numbered, 0, out)) return true;
  if (namedDate(page, call, out)) return true;
  const first = parameter(page, call, '1') ?? parameter(page, call, 'text');
  if (first) {
    first.isUsed = true;
    render(first, out);
  }
  return true;
}

/** `{{film date|1996|11|2|Hong Kong|1997|…}}`: a line a date, its place in parentheses. */
export function showDates(page: Page, call: Call, out: TextBuilder, render: Render): Shown {
  const numbered = call.parameters.filter(({ isNamed }) => !isNamed);
  if (numbered.every((found) => isBlank(page.units, found))) return namedDate(page, call, out) || true;
  let shown = false;
  for (let at = 0; at < numbered.length; at += 4) {
    const begin = numbered[at] as Parameter;
    if (shown) out.item(begin.begin);
    if (!dateAt(page, numbered, at, out)) {
      if (at > 0 || numbered.length > 2) return shown;
      begin.isUsed = true;
      render(begin, out);
      return true;
    }
    shown = true;
    const place = numbered[at + 3];
    if (!place || writtenIn(page, place) === '') continue;
    out.made(' (', place.begin, place.end);
    place.isUsed = true;
    render(place, out);
    out.made(')', place.begin, place.end);
  }
  return shown;
}

function namedDate(page: Page, call: Call, out: TextBuilder): boolean {
  const parts = ['year', 'month', 'day'].flatMap((name) => parameter(page, call, name) ?? []);
  // Without a month, a day is none of the year.
  return parts[0]?.name === 'year' && parts[1]?.name !== 'day' && dateAt(page, parts, 0, out, call);
}

/**
 * The date that three parameters give: as precise as they are.
 *
 * @param place what it stands for, unless it is the parameters themselves
 */
function dateAt(
  page: Page,
  parameters: readonly Parameter[],
  at: number,
  out: TextBuilder,
  place?: Pick<Call, 'begin' | 'end'>,
): boolean {
  const [year, month, day] = [0, 1, 2].map((i) => {
    const found = parameters[at + i];
    return found ? writtenIn(page, found) : '';
  }) as [string, string, string];
  if (!/^\d{4}$/.test(year)) return false;
  const months = page.templates.tables.get('month');
  const monthName =
    months?.get(month.replace(/^0/, '')) ??
    [...(months?.values() ?? [])].find((name) => isMonth(name, month));
  const last = parameters[at + (monthName === undefined ? 0 : day === '' ? 1 : 2)] as Parameter;
  const isDay = /^\d{1,2}$/.test(day) && monthName !== undefined;
  if ((month !== '' && monthName === undefined) || (day !== '' && !isDay)) return false;
  const words = [isDay ? String(Number(day)) : '', monthName ?? '', year]
    .filter((word) => word !== '')
    .join(' ');
  const used = parameters.slice(at, parameters.indexOf(last) + 1);
  for (const found of used) {
    found.isUsed = true;
    page.ledger?.reword(found.begin, found.end);
  }
  const begin = place?.begin ?? Math.min(...used.map((found) => found.begin));
  out.made(words, begin, place?.end ?? Math.max(...used.map(({ end }) => end)));
  return true;
}

function isMonth(name: string, word: string): boolean {
  return word.length >= 3 && name.toLowerCase().startsWith(word.toLowerCase().replace(/\.$/, ''));
}

/** `{{duration|h=1|m=56}}`, `{{duration|1|56|0}}`, `{{duration|1:56:00}}`. */
export function showDuration(page: Page, call: Call, out: TextBuilder, render: Render): Shown {
  const [hours, minutes, seconds] = [
    ['h', 'hours', '1'],
    ['m', 'minutes', '2'],
    ['s', 'seconds', '3'],
  ].map((names) => names.map((name) => written(page, call, name)).find((found) => found !== '') ?? '') as [
    string,
    string,
    string,
  ];
  if (hours.includes(':')) {
    render(parameter(page, call, '1') as Parameter, out);
    return true;
  }
  const parts = [
    [hours, 'h'],
    [minutes, 'min'],
    [seconds, 's'],
  ].filter(([number = '']) => number !== '' && Number(number) !== 0);
  if (hours + minutes + seconds === '') return true;
  if (parts.length === 0 || !parts.every(([number = '']) => /^\d{1,5}$/.test(number))) return false;
  out.made(parts.map(([number, unit]) => `${number} ${unit}`).join(' '), call.begin, call.end);
  return true;
}

const between = new Set(['to', '-', '–', 'and', 'or', 'by', 'x', '×', '+', '+/-', '±']);

/** `{{convert|5|ft|6|in}}`, `{{convert|5|to|10|km|mi}}`: what was measured, not what it is converted to. */
export function showMeasure(page: Page, call: Call, out: TextBuilder): Shown {
  const numbered: Parameter[] = [];
  const words: string[] = [];
  // Those behind the fourth are units that it is converted to, too.
  for (const found of call.parameters) {
    if (found.isNamed) continue;
    found.isUsed = true;
    numbered.push(found);
    if (words.length < 4) words.push(writtenIn(page, found));
  }
  const [value = '', unit = '', third = '', fourth = ''] = words;
  if (value === '' || unit === '') return false;
  const isPair = between.has(unit) || (/^\d/.test(third) && /^[^\d]/.test(fourth));
  const shown = isPair ? words : [value, unit];
  const last = numbered[shown.length - 1] as Parameter;
  for (const { begin, end } of numbered.slice(shown.length)) page.ledger?.hide(begin, end, 'conversion');
  out.made(shown.join(' '), (numbered[0] as Parameter).begin, last.end);
  return true;
}

/** `{{percentage|1|3}}` is 33%, `{{percentage|1|3|1}}` 33.3%; of a whole that is not given it is the number itself. */
export function showPercentage(page: Page, call: Call, out: TextBuilder): Shown {
  const numbered = call.parameters.filter(({ isNamed }) => !isNamed);
  const [part = '', whole = '', decimals = ''] = numbered.map((found) => writtenIn(page, found));
  const share = percentageOf(part, whole, decimals);
  if (share === null) return false;
  for (const found of numbered) {
    found.isUsed = true;
    page.ledger?.reword(found.begin, found.end);
  }
  out.made(`${share}%`, call.begin, call.end);
  return true;
}

/** How many per cent a part is of a whole; null where they are no numbers. */
export function percentageOf(part: string, whole: string, decimals: string): string | null {
  if (!/^-?[\d,]*\.?\d+$/.test(part) || !/^(?:[\d,]*\.?\d+)?$/.test(whole) || !/^\d?$/.test(decimals))
    return null;
  if (whole === '') return part;
  const share = (100 * numberOf(part)) / numberOf(whole);
  return Number.isFinite(share) ? share.toFixed(Number(decimals)) : null;
}

function numberOf(words: string): number {
  return Number(words.replaceAll(',', ''));
}

const signs = ['°', '′', '″'];

/** `{{coord|57|18|22|N|4|27|32|E}}`, `{{coord|12.34|56.78}}`. */
export function showCoordinates(page: Page, call: Call, out: TextBuilder): Shown {
  const numbered = call.parameters.filter(({ isNamed }) => !isNamed);
  const words = numbered.map((found) => writtenIn(page, found));
  const numbers: string[] = [];
  const sides: string[] = [];
  for (const word of words) {
    if (/^[NSEW]$/i.test(word) && numbers.length > 0) {
      sides.push(
        numbers
          .splice(0)
          .map((number, i) => `${number}${signs[i] ?? ''}`)
          .join('') + word.toUpperCase(),
      );
    } else if (/^-?\d+(?:\.\d+)?$/.test(word)) numbers.push(word);
    else if (word !== '') break;
    if (sides.length === 2) break;
  }
  const shown = sides.length === 2 ? sides.join(' ') : numbers.length === 2 ? numbers.join(', ') : '';
  if (shown === '') return false;
  for (const found of numbered) {
    found.isUsed = true;
    page.ledger?.reword(found.begin, found.end);
  }
  out.made(shown, call.begin, call.end);
  return true;
}
