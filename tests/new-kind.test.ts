/** A first draft of a kind is made of what pages say, and holds together. */
import { expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { LintInput } from '../src/lint.js';
import { lint } from '../src/lint.js';
import { usualWords } from '../src/map/usual-words.js';
import type { KindWanted } from '../src/new-kind.js';
import { draftKind } from '../src/new-kind.js';
import { parseSource, Templates } from '../src/parse.js';
import {
  readContext,
  readMappingFiles,
  readShapeFiles,
  readVocabularyFiles,
} from '../src/read/package-files.js';
import { mappings } from './support/convert.js';

const known = await mappings();
const templates = new Templates(known.templates);
const usual = usualWords(known);
const page = (title: string, ...fields: string[]) => {
  const box = fields.map((field) => `| ${field}\n`).join('');
  const text = `{{Infobox lighthouse\n${box}}}\n'''${title}''' is a lighthouse.\n`;
  return parseSource({ name: title, text, format: 'wikitext', title }, templates, usual).article;
};

const pages = [
  page(
    'Aldo Light',
    'country = [[Norway]]',
    'first_lit = 3 May 1871',
    'range = {{convert|12|nmi}}',
    'height = {{convert|24|m}}',
    'coordinates = {{coord|59|12|N|10|30|E}}',
    'headland = [[Aldo Head]], [[Northmark]], Norway',
    'steps = 1,204',
    'lens_maker = [[Chance & Sons]]',
    'keeper1 = [[Ann Lee]]',
    'keeper2 = [[Bo Lee]]',
    'shape = round',
    'fog_signal = one blast of two seconds at every full minute, and never on Sundays, as the keeper slept',
    'arlhs = NOR-042',
    'caption = The tower',
    'image = Aldo.jpg',
  ),
  page(
    'Berg Light',
    'country = Norway',
    'first_lit = 1902',
    'range = 9 km',
    'steps = 88',
    'shape = square',
    'keeper = [[Cy Lee]]',
  ),
  page('Cape Light', 'shape = ', 'first_lit = never'),
];

const files = { mappings: readMappingFiles(), vocabularies: readVocabularyFiles() };
const draftOf = (wanted: Partial<KindWanted> = {}) =>
  draftKind(
    { name: 'lighthouse', template: 'Infobox lighthouse', class: 'schema:Place', ...wanted },
    pages,
    files,
  );
const lintInput: LintInput = {
  ...files,
  shapes: readShapeFiles(),
  context: readContext() as LintInput['context'],
};

interface Read {
  readonly fields: Record<string, unknown>;
  readonly ignore: string[];
}
const { text, problems } = draftOf();
const read = parseYaml(text ?? '') as Read;

it('takes the field of the library that other kinds call so', () => {
  expect(problems).toEqual([]);
  expect(Object.values(read.fields)).toContainEqual(['country']);
});

it('takes coordinates, though people have none', () => {
  expect(Object.values(read.fields)).toContainEqual(['coordinates']);
});

it('says what a field of the library means', () => {
  expect(text).toMatch(/^ {2}elevation: \[height\] # 1 of 1, such as "24 m": How high .*$/m);
});

it.each([
  ['headland', 'place'],
  ['range', 'quantity'],
  ['steps', 'count'],
  ['lensMaker', 'thing'],
  ['keeper', 'thing'],
  ['shape', 'text'],
  ['arlhs', 'code'],
])('guesses from its values that %s is a %s', (id, value) => {
  expect(read.fields[id]).toMatchObject({ property: `lighthouse:${id}`, value });
});

it('makes one field of parameters that differ by a number', () => {
  expect(read.fields.keeper).toMatchObject({ labels: ['keeper{n}'] });
});

it('ignores what other kinds ignore', () => {
  expect(read.ignore).toEqual(['caption', 'image']);
});

it('lists what it cannot guess, with its uses and an example', () => {
  // Of three uses two are dates, which is less than four fifths.
  expect(text).toContain('#   first lit: 3 uses, such as "3 May 1871"\n');
  expect(text).toContain('#   fog signal: 1 use, such as "one blast of two seconds at every full minute');
});

it.each([{}, { class: undefined, is: 'settlement' }])('makes a draft that lint accepts: %o', (wanted) => {
  const draft = draftOf(wanted).text ?? '';
  const own = { mappings: [{ name: 'kinds/lighthouse.yaml', text: draft }], vocabularies: [], shapes: [] };
  expect(draft).toContain('steps');
  expect(lint({ ...lintInput, own }).map(({ message }) => message)).toEqual([]);
});

it('leaves to the kind that it is a sort of what that claims', () => {
  const { fields } = parseYaml(draftOf({ class: undefined, is: 'settlement' }).text ?? '') as Read;
  expect(Object.values(fields)).not.toContainEqual(['country']);
});

it.each([
  [{ name: 'ship' }, 'There is a kind "ship" already.'],
  [{ is: 'tower' }, 'There is no kind "tower".'],
  [{ class: 'schema:Lighthouse' }, 'There is no class schema:Lighthouse.'],
  [{ template: 'Infobox tower' }, 'None of the pages has the box {{Infobox tower}}.'],
])('says why there is no draft: %o', (wanted, message) => {
  const refused = draftOf(wanted);
  expect(refused.text).toBeNull();
  expect(refused.problems.map((problem) => problem.message)).toEqual([message]);
});
