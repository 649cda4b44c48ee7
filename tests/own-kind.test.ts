/** A kind of article of one's own is data: a mapping, and no code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { convert, validate } from '../src/index.js';
import type { LintInput } from '../src/lint.js';
import { lint } from '../src/lint.js';
import { emittedTerms } from '../src/map/emits.js';
import { literal } from '../src/rdf/terms.js';
import { prefixes, rdf } from '../src/rdf/vocabulary.js';
import {
  readContext,
  readMappingFiles,
  readMappingFolder,
  readShapeFiles,
  readTextFile,
  readVocabularyFiles,
} from '../src/read/package-files.js';
import { mappings, valuesOf } from './support/convert.js';

const at = (name: string): string => join(import.meta.dirname, 'fixtures/book', name);
const settings = {
  mappingFiles: readMappingFolder(at('mappings')),
  shapeFiles: [readTextFile(at('shapes.ttl'))],
};
const article = readFileSync(at('article.txt'), 'utf8');

it('is told by its signs, mapped, and checked by its shapes', async () => {
  const { kind, statements, report, write } = await convert(
    { name: 'book.txt', text: article },
    { settings, sourceName: 'book.txt' },
  );
  expect(kind).toBe('book');
  expect(valuesOf(statements, 'schema:author')).toEqual(['Ines Calloway']);
  expect(valuesOf(statements, 'schema:numberOfPages')).toEqual(['2412']);
  expect(valuesOf(statements, 'schema:datePublished')).toEqual(['1921-05-03']);
  expect(valuesOf(statements, 'schema:genre')).toEqual(['adventure']);
  expect(write('turtle')).toContain('@prefix book: <https://books.example/terms#> .');
  expect(write('turtle')).toContain('book:coverArtist thing:Bo_Strand');
  expect(report?.results.map(({ message, place }) => [message, place])).toEqual([
    [
      'A book has one number of pages, and hardly more than 2000.',
      { source: 'book.txt', line: 8, column: 10 },
    ],
  ]);
});

it('leaves films to the kind that knows them', async () => {
  const film = await convert('= X =\n\nX is a 2001 film.\n', { settings });
  expect(film.kind).toBe('film');
});

it('names the line of a mapping that does not fit', async () => {
  const broken = {
    name: 'my/broken.yaml',
    text: 'kind: comic\nclass: schema:ComicStory\nsigns: {}\nfields:\n  author: { labels: [], property: author, value: people }\n',
  };
  await expect(convert('= X =\n\nx', { settings: { mappingFiles: [broken] } })).rejects.toThrow(
    /my\/broken\.yaml/,
  );
});

const all: LintInput = {
  mappings: readMappingFiles(),
  vocabularies: readVocabularyFiles(),
  shapes: readShapeFiles(),
  context: readContext() as LintInput['context'],
};

/** Those that have sentences, and what they are sorts of: enough for what is wrong with one of them, and read in half the time. */
const few =
  /kinds\/(?!(?:album|company|film|musical-artist|newspaper|periodical|person|place|river|settlement|ship|song|species|university|website)\.)/;
const isFew = ({ name }: { readonly name: string }): boolean => !few.test(name);
const input: LintInput = { ...all, mappings: all.mappings.filter(isFew), shapes: all.shapes.filter(isFew) };
const codes = (changed: Partial<LintInput>): string[] => [
  ...new Set(lint({ ...input, ...changed }).map(({ code }) => code)),
];
const edited = (files: LintInput['shapes'], name: string, from: string, to: string): LintInput['shapes'] => {
  expect(
    files.some((file) => file.name.endsWith(name) && file.text.includes(from)),
    `${from} in ${name}`,
  ).toBe(true);
  return files.map((file) =>
    file.name.endsWith(name) ? { ...file, text: file.text.replace(from, to) } : file,
  );
};

it('fits together as it is, with and without a kind of one’s own', () => {
  expect(lint(all)).toEqual([]);
  // The context names what the other kinds emit.
  const ofFew = ['context-term'];
  expect(codes({})).toEqual(ofFew);
  const own = {
    mappings: settings.mappingFiles,
    vocabularies: [readTextFile(at('vocab.ttl'))],
    shapes: settings.shapeFiles,
  };
  expect(codes({ own })).toEqual(ofFew);
  expect(codes({ own: { mappings: settings.mappingFiles, vocabularies: [], shapes: [] } })).toEqual(ofFew);
});

it('brings its shapes and its terms with it', async () => {
  // A name that no term of the package has.
  const most = (text: string): string =>
    text
      .replace('value: integer', 'value: integer, greatest: 2000')
      .replace('book:coverArtist', 'book:jacketArtist');
  const mappingFiles = settings.mappingFiles.map(({ name, text }) => ({ name, text: most(text) }));
  const converted = await convert({ name: 'book.txt', text: article }, { settings: { mappingFiles } });
  expect(converted.report).toEqual({ conforms: true, results: [] });
  // What its mapping says of a value holds.
  expect(valuesOf(converted.statements, 'raw:pages')).toEqual(['2,412']);
  const { '@context': context } = JSON.parse(converted.write('jsonld'));
  expect(context).toMatchObject({ book: 'https://books.example/terms#', jacketArtist: 'book:jacketArtist' });
  // A graph that breaks it does not conform.
  const broken = converted.statements.map((statement) =>
    statement.predicate.value.endsWith('jacketArtist')
      ? { ...statement, object: literal('Bo Strand') }
      : statement,
  );
  const report = await validate(broken, { settings: { mappingFiles } });
  expect(report.results.map(({ message }) => message)).toEqual(["A book's book:jacketArtist is a person."]);
});

it('knows every class and property that is emitted', async () => {
  const declared = emittedTerms(await mappings());
  const cases = join(import.meta.dirname, 'cases');
  const emitted = { classes: new Set<string>(), properties: new Set<string>() };
  const isSource = (name: string): boolean => /article\.(?:txt|wiki)$/.test(name);
  for (const name of readdirSync(cases, { recursive: true, encoding: 'utf8' }).filter(isSource)) {
    const { statements } = await convert(readFileSync(join(cases, name), 'utf8'), {
      url: 'https://wiki.example/x',
    });
    for (const { predicate, object } of statements) {
      if (predicate.equals(rdf.type)) emitted.classes.add(object.value);
      if (!predicate.value.startsWith(prefixes.raw as string)) emitted.properties.add(predicate.value);
    }
  }
  expect([...emitted.classes].filter((iri) => !declared.classes.has(iri))).toEqual([]);
  expect([...emitted.properties].filter((iri) => !declared.properties.has(iri))).toEqual([]);
  expect(emitted.properties.size).toBeGreaterThan(45);
});

it.each<[string, Partial<LintInput>]>([
  [
    'undeclared-term',
    { mappings: edited(input.mappings, 'fields/work.yaml', 'schema:director,', 'schema:direktor,') },
  ],
  [
    'undeclared-term',
    {
      vocabularies: edited(
        input.vocabularies,
        'film.ttl',
        'film:budget a rdf:Property',
        'film:bugdet a rdf:Property',
      ),
    },
  ],
  [
    'wrong-domain',
    {
      mappings: edited(
        input.mappings,
        'fields/film.yaml',
        'property: film:lyricist',
        'property: schema:lyricist',
      ),
    },
  ],
  [
    'double-label',
    { mappings: edited(input.mappings, 'kinds/film.yaml', 'labels: [director,', 'labels: [editor,') },
  ],
  [
    'double-label',
    { mappings: edited(input.mappings, 'recognitions.yaml', 'award: [award,', 'award: [award, festival,') },
  ],
  [
    'double-sign',
    {
      mappings: edited(input.mappings, 'film.yaml', 'templates: [infobox film', 'templates: [infobox album'),
    },
  ],
  ['double-sign', { mappings: edited(input.mappings, 'film.yaml', 'nouns: [film,', 'nouns: [album,') }],
  [
    'unknown-topic',
    { mappings: edited(input.mappings, 'topics.yaml', 'film: { is: work }', 'film: { is: wrk }') },
  ],
  ['class-without-shape', { shapes: input.shapes.filter(({ name }) => !name.includes('award')) }],
  [
    'unreachable-path',
    { shapes: edited(input.shapes, 'film.ttl', 'sh:path film:narrator', 'sh:path schema:readBy') },
  ],
  ['unknown-shacl-term', { shapes: edited(input.shapes, 'film.ttl', 'sh:maxCount 1', 'sh:maxcount 1') }],
  [
    'shape-without-message',
    {
      shapes: edited(
        input.shapes,
        'award.ttl',
        'sh:message "An awarding body has no name."@en',
        'sh:order 1',
      ),
    },
  ],
  [
    'term-incomplete',
    { vocabularies: edited(input.vocabularies, 'award.ttl', 'rdfs:label "body"@en ;', '') },
  ],
  [
    'language-tag',
    { mappings: edited(input.mappings, 'languages.yaml', 'Abkhaz: ab', 'Abkhaz: abkhazian1') },
  ],
  ['currency-code', { mappings: edited(input.mappings, 'countries.yaml', 'currency: AFN', 'currency: ZZZ') }],
  ['currency-sign', { mappings: edited(input.mappings, 'currencies.yaml', 'usual: GBP', 'usual: SEK') }],
  ['context-term', { ...all, context: { ...all.context, direktor: 'schema:direktor' } }],
  ['context-prefix', { ...all, context: { ...all.context, film: 'https://example.org/film#' } }],
  ['turtle-invalid', { shapes: edited(input.shapes, 'award.ttl', 'sh:NodeShape ;', 'sh:NodeShape') }],
  ['mapping-invalid', { mappings: edited(input.mappings, 'kinds/film.yaml', 'kind: film', 'kind: Film!') }],
  [
    'mapping-invalid',
    { mappings: edited(input.mappings, 'fields/film.yaml', 'value: money', 'value: gold') },
  ],
  [
    'mapping-invalid',
    {
      mappings: edited(
        input.mappings,
        'fields/film.yaml',
        'value: quantity',
        'value: quantity\n    earliest: schema:datePublished',
      ),
    },
  ],
  [
    'mapping-invalid',
    { mappings: edited(input.mappings, 'kinds/film.yaml', 'class: schema:Movie', 'class: unknown:Movie') },
  ],
])('finds %s', (code, changed) => {
  expect(codes(changed)).toContain(code);
});

it('names file and line of what it finds', () => {
  const [problem] = lint({
    ...input,
    mappings: edited(input.mappings, 'fields/work.yaml', 'schema:director,', 'schema:direktor,'),
  });
  expect(problem?.place.source).toBe('mappings/fields/work.yaml');
  expect(problem?.place.line).toBe(8);
});

it('names the file that cannot be read, and not all that misses what it would have said', () => {
  const broken = edited(input.mappings, 'fields/sport.yaml', 'value: code', 'value: code, or else');
  const found = lint({ ...input, mappings: broken });
  expect(found.length).toBeGreaterThan(0);
  expect(new Set(found.map(({ place }) => place.source))).toEqual(new Set(['mappings/fields/sport.yaml']));
});
