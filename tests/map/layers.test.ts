/** Kinds in layers: what a kind is a sort of, the blocks it uses, the fields of the library. */
import { expect, it } from 'vitest';
import type { Mappings } from '../../src/map/compile-mappings.js';
import { labelKey } from '../../src/map/label-key.js';
import { mapArticle } from '../../src/map.js';
import { shorten } from '../../src/rdf/vocabulary.js';
import { ownMappings } from '../support/own-mappings.js';
import { parse } from '../support/parse.js';

const files = {
  'boats.yaml': `
fields: boats
prefix: boats
namespace: https://boats.example/terms#
entries:
  harbour: { property: boats:harbour, value: place }
  mast: { property: boats:mast, value: text, most: 3 }
  oars: { property: boats:oars, value: integer }
`,
  'rigged.yaml': `
block: rigged
fields:
  mast: [mast, rig]
ignore: [rig colour]
`,
  'boat.yaml': `
kind: boat
class: schema:Vehicle
lead: { genre: schema:genre }
fields:
  harbour: [harbour, home port]
  oars: [oars]
sections:
  - { names: [prizes], part: recognitions }
  - { names: [crew], part: performances }
`,
  'sloop.yaml': `
kind: sloop
is: boat
uses: [rigged]
fields:
  built: { labels: [built, home port], property: schema:dateCreated, value: date }
  harbour: { value: text }
ignore: [oars]
sections:
  - { names: [crew], part: recognitions }
`,
};

/** What a label of a kind means: the field's id, its property, its value's type. */
function meaning(
  kind: string,
  label: string,
  changed: Readonly<Record<string, string>> = {},
): string | undefined {
  const { mappings, problems } = ownMappings({ ...files, ...changed });
  expect(problems).toEqual([]);
  const field = mappings?.kinds.find(({ name }) => name === kind)?.fields.get(labelKey(label));
  return field && `${field.id} ${shorten(field.property.value, mappings?.prefixes)} ${field.value}`;
}

it('takes a field by its id from the library', () => {
  expect(meaning('boat', 'Home port')).toBe('harbour boats:harbour place');
});

it('gives a kind the fields of the kind that it is a sort of, and of the blocks it uses', () => {
  expect(meaning('sloop', 'Rig')).toBe('mast boats:mast text');
  expect(meaning('boat', 'Rig')).toBeUndefined();
});

it('lets the nearer layer have a label, and say otherwise of a field', () => {
  expect(meaning('sloop', 'Home port')).toBe('built schema:dateCreated date');
  expect(meaning('sloop', 'Harbour')).toBe('harbour boats:harbour text');
  expect(meaning('sloop', 'Oars')).toBeUndefined();
  expect(meaning('boat', 'Oars')).toBe('oars boats:oars integer');
});

it('keeps the labels that a field inherits beside its own, but those that the nearer layer claims', () => {
  const own = `
kind: ketch
is: boat
fields:
  harbour: [mooring]
  oars: { labels: [oar count, home port], property: boats:oars, value: integer }
`;
  expect(meaning('ketch', 'Mooring', { 'ketch.yaml': own })).toBe('harbour boats:harbour place');
  expect(meaning('ketch', 'Harbour', { 'ketch.yaml': own })).toBe('harbour boats:harbour place');
  expect(meaning('ketch', 'Home port', { 'ketch.yaml': own })).toBe('oars boats:oars integer');
  expect(meaning('ketch', 'Oars', { 'ketch.yaml': own })).toBe('oars boats:oars integer');
});

it('takes a whole definition as it is, whatever the library says of its id', () => {
  const own =
    'kind: raft\nclass: schema:Vehicle\nfields:\n  mast: { labels: [pole], property: schema:material, value: text }\n';
  expect(meaning('raft', 'pole', { 'raft.yaml': own })).toBe('mast schema:material text');
});

it('keeps what means nothing as it stands, and does not report it', () => {
  const article = parse('= X (sloop) =\n\nX\n- Rig colour: red\n- Keel: long\n').article;
  const sloop = { 'sloop.yaml': `${files['sloop.yaml']}signs: { titles: [sloop] }\n` };
  const { statements, problems } = mapArticle(
    article,
    ownMappings({ ...files, ...sloop }).mappings as Mappings,
    {
      base: 'https://example.org/',
      language: 'en',
      sourceName: 'x',
    },
  );
  const raw = statements.filter(({ predicate }) => predicate.value.includes('/raw#'));
  expect(raw.map(({ object, rule }) => `${object.value}: ${rule}`)).toEqual([
    'red: sloop/ignore',
    'long: article/field',
  ]);
  expect(problems.map(({ about }) => about).filter((about) => about !== undefined)).toEqual(['Keel']);
});

it('hands class, lead and sections down, what is said nearer first', () => {
  const sloop = ownMappings(files).mappings?.kinds.find(({ name }) => name === 'sloop');
  expect(sloop?.class.value).toBe('https://schema.org/Vehicle');
  expect(sloop?.lead.genre?.value).toBe('https://schema.org/genre');
  expect(sloop?.sections.get('prize')?.part).toBe('recognitions');
  expect(sloop?.sections.get('crew')?.part).toBe('recognitions');
});

it('lets a sort of a kind be read by that kind’s sentences', () => {
  const { mappings } = ownMappings({ 'short.yaml': 'kind: short-film\nis: film\n' });
  const [film, short] = ['film', 'short-film'].map((name) =>
    mappings?.kinds.find((kind) => kind.name === name),
  );
  expect(short?.grammar?.file).toBe(film?.grammar?.file);
});

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['a parent that is none', { 'a.yaml': 'kind: a\nis: b\n' }, 'a.yaml:2: There is no kind "b".'],
  [
    'a block that is none',
    { 'a.yaml': 'kind: a\nis: boat\nuses:\n  - b\n' },
    'a.yaml:4: There is no block "b".',
  ],
  [
    'a circle',
    { 'a.yaml': 'kind: a\nis: b\n', 'b.yaml': 'kind: b\nis: a\n' },
    'b.yaml:2: No kind can be a sort of itself: a is b is a.',
  ],
  [
    'a field that no family has',
    { 'a.yaml': 'kind: a\nis: boat\nfields:\n  keel: [keel]\n' },
    'a.yaml:4: No family of fields has "keel": say its `property` and `value`, or write an id that one has.',
  ],
  [
    'a field of the library without labels',
    { 'a.yaml': 'kind: a\nclass: schema:Vehicle\nfields:\n  mast: { most: 1 }\n' },
    'a.yaml:4: The field "mast" needs labels.',
  ],
  [
    'an id that two families have',
    { 'more.yaml': 'fields: more\nentries:\n  mast: { property: schema:text, value: text }\n' },
    'more.yaml:3: The field "mast" stands in the family "boats" too; ids are unique.',
  ],
  [
    'a prefix that stands for two namespaces',
    { 'more.yaml': 'fields: more\nprefix: boats\nnamespace: https://more.example/#\nentries: {}\n' },
    'more.yaml:2: The prefix "boats" stands for another namespace elsewhere.',
  ],
  [
    'a kind without a class',
    { 'a.yaml': 'kind: a\n' },
    'a.yaml:1: The kind "a" needs a `class`, or a kind that it `is` a sort of.',
  ],
  [
    'a value type that is none',
    { 'a.yaml': 'kind: a\nis: boat\nfields:\n  mast: { labels: [m], value: sail }\n' },
    'a.yaml:4: fields.mast.value: there is no type',
  ],
  [
    'a term whose prefix nothing declares',
    {
      'a.yaml':
        'kind: a\nclass: schema:Vehicle\nfields:\n  x:\n    labels: [x]\n    property: nothing:x\n    value: text\n',
    },
    'a.yaml:6: The prefix of nothing:x is not declared: add it under `prefixes`.',
  ],
])('names the line of %s', (_, own, expected) => {
  const { problems } = ownMappings({ ...files, ...own });
  expect(problems).toEqual([expect.stringContaining(expected)]);
});
