/**
 * Literals with what becomes of each in a store, where that is another one: seen at Virtuoso 7.2.5, Fuseki 5.5 (TDB2) and
 * Oxigraph 0.5.13, and held by a test, so that a new version that does otherwise is noticed.
 */
import type { StoreKind } from './start-store.js';

const xsd = (value: string, type: string): string => `"${value}"^^<http://www.w3.org/2001/XMLSchema#${type}>`;

export const literals: readonly (readonly [
  given: string,
  changes: { readonly [kind in StoreKind]?: string },
])[] = [
  // Strings: white space, quotes, other scripts, both forms of an accent, what lies outside of 16 bits, controls.
  ['""', {}],
  ['" a  b "', {}],
  ['"a\\nb\\tc\\rd\\r\\ne"', {}],
  ['"\\"a\\" \\\\ b"', {}],
  ['"é e\u0301 李安 \u{1F600} \u202E"', {}],
  ['"\\u0001\\u007F\\uFEFF"', {}],
  ['"%41 %zz <b>&amp;</b> {{a}}"', {}],
  [`"${'é'.repeat(30_000)}"@en`, {}],
  // Languages.
  ['"a"@en', {}],
  ['"a"@en-US', { oxigraph: '"a"@en-us', virtuoso: '"a"@en-us' }],
  ['"a"@ja-Latn', { oxigraph: '"a"@ja-latn', virtuoso: '"a"@ja-latn' }],
  ['"a"@zh-hant', { fuseki: '"a"@zh-Hant' }],
  // Whole numbers.
  [xsd('15557580', 'integer'), {}],
  [xsd('-1', 'integer'), {}],
  [xsd('2147483647', 'integer'), {}],
  [xsd('2147483648', 'integer'), { virtuoso: xsd('2147483648', 'decimal') }],
  [xsd('-2147483649', 'integer'), { virtuoso: xsd('-2147483649', 'decimal') }],
  [xsd('99999999999999999999999', 'integer'), { virtuoso: xsd('99999999999999999999999', 'decimal') }],
  [xsd('84', 'nonNegativeInteger'), { oxigraph: xsd('84', 'integer') }],
  // Other numbers.
  [xsd('4.5', 'decimal'), {}],
  [
    xsd('1.50', 'decimal'),
    { virtuoso: xsd('1.5', 'decimal'), fuseki: xsd('1.5', 'decimal'), oxigraph: xsd('1.5', 'decimal') },
  ],
  [xsd('7.0', 'decimal'), { virtuoso: xsd('7', 'decimal'), oxigraph: xsd('7', 'decimal') }],
  [xsd('7', 'decimal'), { fuseki: xsd('7.0', 'decimal') }],
  // Dates, as precise as they are.
  [xsd('1998', 'gYear'), {}],
  [xsd('0998', 'gYear'), {}],
  [xsd('-0044', 'gYear'), { virtuoso: xsd('-044', 'gYear') }],
  [xsd('1998-05', 'gYearMonth'), {}],
  [xsd('-0044-03', 'gYearMonth'), { virtuoso: xsd('-044-03', 'gYearMonth') }],
  [xsd('1998-05-03', 'date'), {}],
  [xsd('1500-02-29', 'date'), {}],
  [xsd('2024-02-30', 'date'), {}],
  [xsd('-0044-03-15', 'date'), { virtuoso: xsd('-044-03-15', 'date') }],
  [xsd('1998-05-03T10:00:00Z', 'dateTime'), {}],
  [xsd('1998-05-03T10:00:00', 'dateTime'), {}],
  [
    xsd('1998-05-03T10:00:00.000Z', 'dateTime'),
    {
      virtuoso: xsd('1998-05-03T10:00:00Z', 'dateTime'),
      fuseki: xsd('1998-05-03T10:00:00Z', 'dateTime'),
      oxigraph: xsd('1998-05-03T10:00:00Z', 'dateTime'),
    },
  ],
  // Durations.
  [xsd('PT45M', 'duration'), { virtuoso: xsd('2700.0', 'duration') }],
  [xsd('PT116M', 'duration'), { virtuoso: xsd('6960.0', 'duration'), oxigraph: xsd('PT1H56M', 'duration') }],
  [xsd('PT120M', 'duration'), { virtuoso: xsd('7200.0', 'duration'), oxigraph: xsd('PT2H', 'duration') }],
  [xsd('PT1M30S', 'duration'), { virtuoso: xsd('90.3', 'duration') }],
  [
    xsd('PT100M5S', 'duration'),
    { virtuoso: xsd('6005.5', 'duration'), oxigraph: xsd('PT1H40M5S', 'duration') },
  ],
  // What is no value of its datatype, or of a datatype that nobody knows.
  [xsd('30 February', 'date'), {}],
  ['"a"^^<http://a.example/type>', {}],
];
