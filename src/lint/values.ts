/** Every type of value reads its own examples as they say: each is a field of a page of its own. */
import type { Article } from '../article.js';
import type { Mappings } from '../map/compile-mappings.js';
import { compileMappings } from '../map/compile-mappings.js';
import { kindSchema } from '../map/mapping-schema.js';
import type { ParsedMappingFile } from '../map/parsed-file.js';
import { usualWords } from '../map/usual-words.js';
import type { ValueExample, ValueType } from '../map/value/value-type.js';
import { valueTypes } from '../map/values.js';
import { mapArticle } from '../map.js';
import { parseSource, Templates } from '../parse.js';
import type { Problem } from '../problem.js';
import { shorten } from '../rdf/vocabulary.js';

import type { Statement } from '../statement.js';
import { finding } from './finding.js';
import { shortObject } from './short-object.js';

const property = 'schema:about';
const subject = 'Xanadu Nine';
const settings = { base: 'https://example.org/', language: 'en', sourceName: 'example' };

export function* lintValues(files: readonly ParsedMappingFile[]): Generator<Problem> {
  const read = exampleReader(files);
  for (const type of valueTypes) {
    for (const [i, example] of type.examples.entries()) {
      const states = read(type, i);
      if (JSON.stringify(states) === JSON.stringify(example.states)) continue;
      const [is, should] = [states, example.states].map((list) => JSON.stringify(list));
      const message = `${type.name} states ${is} of "${example.value}", not ${should}.`;
      yield finding('example-differs', message, 'src/map/values.ts');
    }
  }
}

/** What a type states of one of its examples, by the words and templates of the given files. */
export function exampleReader(
  files: readonly ParsedMappingFile[],
  types: readonly ValueType[] = valueTypes,
): (type: ValueType, index: number) => readonly string[] {
  const { mappings } = compileMappings([...files, ...types.map(probe)]);
  if (!mappings) return () => [];
  const templates = new Templates(mappings.templates);
  const usual = usualWords(mappings);
  return (type, index) => {
    const { value, label = labelOf(index) } = type.examples[index] as ValueExample;
    const text = `{{Infobox probe ${type.name}\n| ${label} = ${value}\n}}\n'''${subject}''' is known.`;
    const source = { name: settings.sourceName, text, format: 'wikitext', title: subject } as const;
    const { article } = parseSource(source, templates, usual);
    return statesOf(article, index, mappings);
  };
}

function statesOf(article: Article, index: number, mappings: Mappings): string[] {
  const { statements } = mapArticle(article, mappings, settings);
  const ofField = statements.filter(
    ({ subject: { value: of }, rule }) => of.endsWith('/resource/Xanadu_Nine') && rule.endsWith(`/p${index}`),
  );
  return [...new Set(ofField.map((one) => stated(one, statements)))];
}

/** What the field's property leads to alone, all other properties with their names. */
function stated({ predicate, object }: Statement, all: readonly Statement[]): string {
  const short = shorten(predicate.value);
  const words = shortObject(object, all, settings.language);
  if (short === property) return words;
  return short.startsWith('raw:') ? `raw ${words}` : `${short.replace(/^.*:/, '')} ${words}`;
}

function labelOf(index: number): string {
  return `probe${'abcdefghijklmnopqrstuvwxyz'.charAt(Math.floor(index / 26))}${'abcdefghijklmnopqrstuvwxyz'.charAt(index % 26)}`;
}

/** A kind whose fields are the examples of a type. */
function probe({ name, examples }: ValueType): ParsedMappingFile {
  const fields = examples.map(({ options = {}, label }, i) => [
    `p${i}`,
    { labels: [label ?? labelOf(i)], property, value: name, ...options },
  ]);
  return {
    name: 'examples',
    data: kindSchema.parse({
      kind: `probe-${name}`,
      class: 'schema:Thing',
      signs: { templates: [`infobox probe ${name}`] },
      fields: Object.fromEntries(fields),
    }),
  };
}
