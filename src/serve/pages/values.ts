/** Values in words, each with what the graph says of it literally. Pure, and the same in every place. */
import type { Literal } from '@rdfjs/types';
import { prefixes } from '../../rdf/vocabulary.js';
import type { Html } from './html.js';
import { attribute, html } from './html.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const xsd = prefixes.xsd as string;

/** A literal as HTML: dates, durations and numbers in words, all others as they stand, in their language. */
export function literalHtml(term: Literal): Html {
  const { value, language, datatype } = term;
  const type = datatype.value.startsWith(xsd) ? datatype.value.slice(xsd.length) : '';
  const words = literalWords(value, type);
  if (words !== null && type in timeTypes) return html`<time datetime="${value}">${words}</time>`;
  if (words !== null) return html`<data value="${value}">${words}</data>`;
  return textHtml(value, language);
}

/** Words of an article: never markup, and never in the direction of what stands round them. */
export function textHtml(words: string, language: string): Html {
  const isTag = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(language) && language !== 'en';
  return html`<bdi${attribute('lang', isTag ? language : null)}>${words}</bdi>`;
}

const timeTypes: Readonly<Record<string, (value: string) => string | null>> = {
  date: dateWords,
  gYearMonth: dateWords,
  gYear: dateWords,
  dateTime: dateTimeWords,
  duration: durationWords,
};

function literalWords(value: string, type: string): string | null {
  if (/^(?:decimal|integer|nonNegativeInteger|double)$/.test(type)) return numberWords(value);
  return timeTypes[type]?.(value) ?? null;
}

/** `1996-11-02`, `1996-11` and `1996`, as precise as they are. */
export function dateWords(value: string): string | null {
  const [, year, month, day] = /^(\d{4,})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? [];
  if (year === undefined) return null;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (month !== undefined && name === undefined) return null;
  return [day === undefined ? null : Number(day), name, Number(year)]
    .filter((part) => part != null)
    .join(' ');
}

function dateTimeWords(value: string): string | null {
  const [, date, time, zone] = /^(\d{4,}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z?)$/.exec(value) ?? [];
  const words = date === undefined ? null : dateWords(date);
  return words === null ? null : `${words}, ${time}${zone === 'Z' ? ' UTC' : ''}`;
}

/** `PT116M` → `1 h 56 min`. Years and months have no fixed length, and stay apart. */
export function durationWords(value: string): string | null {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    value,
  );
  if (!match) return null;
  const [years, ofYear, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const words = [
    [years, 'y'],
    [ofYear, 'mo'],
    [days, 'd'],
    [hours + Math.floor(minutes / 60), 'h'],
    [minutes % 60, 'min'],
    [seconds, 's'],
  ] as const;
  return (
    words
      .filter(([count]) => count > 0)
      .map(([count, unit]) => `${count} ${unit}`)
      .join(' ') || null
  );
}

/** Digits in groups of three, however many there are. */
export function numberWords(value: string): string | null {
  const [, sign, whole, fraction = ''] = /^([+-]?)(\d{1,40})(\.\d{1,40})?$/.exec(value) ?? [];
  if (whole === undefined) return null;
  const digits = whole.replace(/^0+(?=\d)/, '');
  const grouped = digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
  return `${sign === '-' ? '−' : ''}${grouped}${/^\.0*$/.test(fraction) ? '' : fraction}`;
}

/**
 * A measure, exact or as a range, with its unit: `13.3`, `km` → `13.3 km`.
 *
 * @param numbers the exact value, the least and the greatest; empty where there is none
 */
export function quantityWords(numbers: readonly string[], unit: string): string | null {
  const [exact, least, greatest] = numbers.map(numberWords);
  const words = exact ?? [least, greatest].filter((part) => part != null).join(' to ');
  if (words === '') return null;
  return /^(?:%|°)?$/.test(unit) ? `${words}${unit}` : `${words} ${unit}`;
}

/** An amount with its currency's sign: `15557580`, `HKD` → `HK$15,557,580`. */
export function moneyWords(value: string, currency: string): string | null {
  const number = numberWords(value);
  if (number === null) return null;
  if (!/^[A-Z]{3}$/.test(currency)) return currency === '' ? number : `${number} ${currency}`;
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency }).formatToParts(0);
  const sign = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return /[A-Z]{3}/.test(sign) ? `${sign} ${number}` : `${sign}${number}`;
}

/** `yue` → `Cantonese`; the tag itself where it has no name. */
export function languageWords(tag: string): string {
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return tag;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
