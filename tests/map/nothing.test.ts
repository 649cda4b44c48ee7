/** What names nobody, nothing and nowhere is no fact, whatever says it. */
import { expect, it } from 'vitest';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import { shorten } from '../../src/rdf/vocabulary.js';
import { namesNothing } from '../../src/value/nothing.js';
import { tables } from '../support/convert.js';

const all = await tables();
const { workshop } = await openWorkshop();

const words = [
  'Various',
  'Various artists',
  '"Various"',
  "''Various''",
  'Various (see below)',
  'Various<ref>x</ref>',
  '[[Various artists]]',
  'Several studios',
  'numerous actors',
  'Himself',
  'herself',
  'Themselves',
  'Self',
  'Vacant',
  'TBA',
  'T.B.A.',
  'tbd',
  'N/A',
  'n.a.',
  'None',
  'Unknown',
  'Unknown (lost)',
  'Unknown directors',
  'Anonymous',
  'Uncredited',
  'Self-distributed',
  'Self released',
  'Independent',
  'Worldwide',
  'World-wide',
  'See below',
  '(see below)',
  'same as above',
  'Multiple',
  'other',
  'others',
  'and others',
  'et al.',
  '3',
  '1,000',
  '–',
  '-',
  '?',
  '???',
  '…',
];

it.each(words)('takes %j for nothing', (text) => {
  const shown = text.replace(/<ref>.*<\/ref>|'{2,}|\[\[|\]\]/g, '');
  expect(namesNothing(shown, all)).toBe(true);
});

it.each([
  'Ann Lee',
  'Various Arts Ltd',
  'Other Films',
  'No Doubt',
  'Independent Spirit Award',
  'The Independent',
  'Unknown Pictures',
  '50 Cent',
  'U2',
  'Selfridge',
  'Nonesuch Records',
  'Many Rivers Films',
  '李安',
  'M*A*S*H',
])('takes %j for a name', (text) => {
  expect(namesNothing(text, all)).toBe(false);
});

/** Types of values that are numbers, dates or addresses; their grammars read nothing else. */
const ofNumbers = new Set(['duration', 'release', 'date', 'money', 'quantity', 'integer', 'url']);

it.each(words)('states nothing of %j in any field of a film', async (value) => {
  for (const kind of workshop?.mappings.kinds.filter(({ name }) => name === 'film') ?? []) {
    for (const [id, spec] of Object.entries(kind.file.fields ?? {})) {
      const isNumber = /\d/.test(value) && ofNumbers.has(spec.value);
      if (isNumber) continue;
      const [label] = spec.labels;
      const text = `{{Infobox film\n| name = Xanadu Nine\n| ${label} = ${value}\n}}\n'''Xanadu Nine''' is a film.`;
      const source = { name: 'x.wiki', text, format: 'wikitext', title: 'Xanadu Nine' } as const;
      const { statements } = await convertSource(source, workshop as never, {
        base: 'https://example.org/',
        language: 'en',
      });
      const stated = statements
        .filter(({ rule, predicate }) => rule.endsWith(`/fields/${id}`) && !/raw#/.test(predicate.value))
        .map(({ predicate, object }) => `${id}: ${shorten(predicate.value)} ${object.value}`);
      expect(stated).toEqual([]);
    }
  }
});

it.each(words)('states nothing of %j in a cast list, a cast table and an awards table', async (value) => {
  const text = `{{Infobox film
| name = Xanadu Nine
| director = Oona Brandt
}}
'''Xanadu Nine''' is a film.

== Cast ==
* ${value} as Marta

{| class="wikitable"
! Actor !! Role
|-
| ${value} || Emil
|}

== Awards ==
{| class="wikitable"
! Award !! Year !! Category !! Recipient !! Result
|-
| Stone Film Awards || 1999 || Best Director || ${value} || Won
|-
| ${value} || 1999 || Best Editing || Ann Lee || Won
|}
`;
  const source = { name: 'x.wiki', text, format: 'wikitext', title: 'Xanadu Nine' } as const;
  const { statements, report } = await convertSource(source, workshop as never, {
    base: 'https://example.org/',
    language: 'en',
  });
  const named = statements
    .filter(({ predicate, subject }) => /\/name$/.test(predicate.value) && !/\/page\//.test(subject.value))
    .map(({ object }) => object.value);
  expect(named.filter((name) => namesNothing(name, all))).toEqual([]);
  expect(report?.conforms).toBe(true);
});
