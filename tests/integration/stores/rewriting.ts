/**
 * What each store makes of literals when it takes them in, as far as article2rdf writes such literals: docs/stores/ tells
 * the same in words. All three leave IRIs, strings and dates as they are, in whatever script; Virtuoso cuts long IRIs.
 */
import type { Literal, Triple } from './ntriples.js';
import { readTriple, writeTriple, xsd } from './ntriples.js';
import type { StoreKind } from './start-store.js';

/** Other lexical form, and maybe another datatype of XSD; by the name of the datatype. */
type Rewriting = Readonly<Record<string, (value: string) => string | readonly [value: string, type: string]>>;

interface Habits {
  readonly language: (tag: string) => string;
  readonly datatypes: Rewriting;
}

const habits: Record<StoreKind, Habits> = {
  oxigraph: {
    language: (tag) => tag.toLowerCase(),
    datatypes: {
      integer,
      nonNegativeInteger: (value) => [integer(value), 'integer'],
      decimal: (value) => decimal(value),
      dateTime: withoutZeroFraction,
      duration: balanced,
    },
  },
  fuseki: {
    language: casedTag,
    datatypes: {
      integer,
      nonNegativeInteger: integer,
      decimal: (value) => decimal(value, '.0'),
      dateTime: withoutZeroFraction,
    },
  },
  virtuoso: {
    language: (tag) => tag.toLowerCase(),
    datatypes: {
      integer: (value) => [integer(value), is32Bits(value) ? 'integer' : 'decimal'],
      nonNegativeInteger: integer,
      decimal: (value) => decimal(value),
      dateTime: (value) => value.replace(/\.0+(?=Z|[+-]|$)/, ''),
      gYear: shortBeforeChrist,
      gYearMonth: shortBeforeChrist,
      date: shortBeforeChrist,
      duration: asNumber,
    },
  },
};

/** The triple that a store gives back for one that was loaded as N-Triples or N-Quads. */
export function rewritten(kind: StoreKind, triple: Triple): Triple {
  const { object } = triple;
  return 'iri' in object ? triple : { ...triple, object: rewrittenLiteral(habits[kind], object) };
}

/** The same for a line of N-Triples; what comes out is in the form of `writeTriple`. */
export function rewrittenLine(kind: StoreKind, line: string): string {
  return writeTriple(rewritten(kind, readTriple(line)));
}

function rewrittenLiteral({ language, datatypes }: Habits, literal: Literal): Literal {
  if (literal.language) return { ...literal, language: language(literal.language) };
  if (!literal.datatype.startsWith(xsd)) return literal;
  const name = literal.datatype.slice(xsd.length);
  const change = datatypes[name]?.(literal.value) ?? literal.value;
  const [value, type] = typeof change === 'string' ? [change, name] : change;
  return { ...literal, value, datatype: xsd + type };
}

function integer(value: string): string {
  return String(BigInt(value.replace(/^\+/, '')));
}

function is32Bits(value: string): boolean {
  return Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31;
}

/** @param whole what stands behind a number without a fraction */
function decimal(value: string, whole = ''): string {
  const [, sign = '', before = '', after = ''] = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(value) ?? [];
  const digits = (before || '0') + (after ? `.${after}` : whole);
  return (sign === '-' && Number(value) !== 0 ? '-' : '') + digits;
}

function withoutZeroFraction(value: string): string {
  return value.replace(/(\.\d*?)0+(?=Z|[+-]\d\d:\d\d$|$)/, (_, kept) => (kept === '.' ? '' : kept));
}

/** `-0044` → `-044`: the minus counts as a digit. */
function shortBeforeChrist(value: string): string {
  return value.replace(/^-0(?=\d{3}(-|$))/, '-');
}

/** Months and seconds of a duration: what its value is (https://www.w3.org/TR/xmlschema11-2/#duration). */
function parts(duration: string): { sign: string; months: number; seconds: number; ownSeconds: string } {
  const [, sign = '', y, m, d, h, min, s] =
    /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const n = (text: string | undefined): number => Number(text ?? 0);
  const seconds = ((n(d) * 24 + n(h)) * 60 + n(min)) * 60 + n(s);
  return { sign, months: n(y) * 12 + n(m), seconds, ownSeconds: s ?? '0' };
}

/** `PT116M` → `PT1H56M`: the canonical form of XSD 1.1. Of seconds, only whole ones are known here. */
function balanced(duration: string): string {
  const { sign, months, seconds } = parts(duration);
  const some = (n: number, unit: string): string => (n > 0 ? `${n}${unit}` : '');
  const date =
    some(Math.floor(months / 12), 'Y') + some(months % 12, 'M') + some(Math.floor(seconds / 86_400), 'D');
  const hours = some(Math.floor(seconds / 3600) % 24, 'H');
  const time = hours + some(Math.floor(seconds / 60) % 60, 'M') + some(seconds % 60, 'S');
  if (date === '' && time === '') return 'PT0S';
  return `${sign}P${date}${time ? `T${time}` : ''}`;
}

/** `PT116M` → `6960.0`: all of it in seconds, a point, and then, by a mistake, the seconds' own part once more. */
function asNumber(duration: string): string {
  const { sign, months, seconds, ownSeconds } = parts(duration);
  return months > 0 ? `${sign}${months}` : `${sign}${decimal(`${seconds}.${ownSeconds}`, '.0')}`;
}

/** Regions in upper case, scripts with a capital, all else in lower case (https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1). */
function casedTag(tag: string): string {
  let afterSingleton = false;
  return tag
    .toLowerCase()
    .split('-')
    .map((subtag, index) => {
      const plain = index === 0 || afterSingleton;
      afterSingleton ||= subtag.length === 1;
      if (plain || (subtag.length !== 2 && subtag.length !== 4) || /^\d/.test(subtag)) return subtag;
      return subtag.length === 2 ? subtag.toUpperCase() : subtag[0]?.toUpperCase() + subtag.slice(1);
    })
    .join('-');
}
