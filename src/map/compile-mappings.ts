/** Mapping files to what the mappers look up. */
import type { NamedNode } from '@rdfjs/types';
import type { Problem } from '../problem.js';
import { prefixes as builtInPrefixes, expandCurie } from '../rdf/vocabulary.js';
import type { TableEntries, ValueTables } from '../value/tables.js';
import { compileTables } from '../value/tables.js';
import { labelKey } from './label-key.js';
import type {
  FieldSpec,
  KindFile,
  MappingFile,
  PartFile,
  PerformancesFile,
  RecognitionsFile,
  RenderingsTable,
  SentencesFile,
  TableFile,
  TemplateTable,
} from './mapping-schema.js';
import type { CompiledNouns } from './noun-phrase.js';
import { compileNouns } from './noun-phrase.js';
import type { Grammar } from './prose/grammar.js';
import { compileGrammar } from './prose/grammar.js';

/** A mapping file that fits the schema. */
export interface ParsedMappingFile {
  /** What a message calls it. */
  readonly name: string;
  readonly data: MappingFile;
}

/** An infobox field that a mapping claims. */
export interface FieldMapping {
  /** Name within the kind, such as `director`. */
  readonly id: string;
  readonly property: NamedNode;
  readonly value: FieldSpec['value'];
  readonly isSign: boolean;
  readonly language?: string;
  readonly minimum?: NamedNode;
  readonly maximum?: NamedNode;
  readonly earliest?: NamedNode;
  readonly territory?: NamedNode;
}

/** Properties of a person's birth and death. */
export interface LifeMapping {
  readonly birthDate?: NamedNode;
  readonly birthPlace?: NamedNode;
  readonly deathDate?: NamedNode;
  readonly deathPlace?: NamedNode;
}

export interface SectionMapping {
  readonly part: PartFile['part'];
  /** Whether an item may be a name alone. */
  readonly bare: boolean;
}

export interface Kind {
  readonly name: string;
  readonly class: NamedNode;
  readonly signs: KindFile['signs'];
  /** What the first sentence may say that the subject is; null where that is no sign. */
  readonly leadNouns: CompiledNouns | null;
  /** Keys of the names of its infoboxes' templates. */
  readonly boxes: ReadonlySet<string>;
  /** The same of those that say nothing of the kind. */
  readonly openBoxes: ReadonlySet<string>;
  /** Keys of the fields that no article of this kind has. */
  readonly foreignFields: ReadonlySet<string>;
  readonly lead: {
    readonly genre?: NamedNode;
    readonly country?: NamedNode;
    /** Of the year of publication, where nothing else is known. */
    readonly year?: NamedNode;
    readonly ignore: ReadonlySet<string>;
    readonly life: LifeMapping | null;
  };
  /** By label key. */
  readonly fields: ReadonlyMap<string, FieldMapping>;
  /** What the subject is of the awards that its article tells of; null where that is not known. */
  readonly recognised: 'work' | 'recipient' | null;
  /** By label key. */
  readonly sections: ReadonlyMap<string, SectionMapping>;
  /** How its sentences are read; null where no file says it. */
  readonly grammar: Grammar | null;
  /** The file's own words, for checks. */
  readonly file: KindFile;
  readonly fileName: string;
}

export interface Mappings {
  readonly kinds: readonly Kind[];
  readonly performances: PerformancesFile;
  readonly recognitions: RecognitionsFile;
  readonly tables: ValueTables;
  /** Whether words are the label of a field of any kind. */
  readonly isLabel: (words: string) => boolean;
  /** What templates of wikitext show, for the reader of wikitext. */
  readonly templates: TemplateTable['entries'];
  /** What plain text is read by. */
  readonly renderings: RenderingsTable['entries'];
  /** Built-in prefixes and those that mappings declare. */
  readonly prefixes: Readonly<Record<string, string>>;
}

const neededTables = [
  'countries',
  'regions',
  'languages',
  'currencies',
  'units',
  'words',
  'nothing',
  'templates',
  'renderings',
] as const;

/**
 * Compiles mapping files. Pure. A later file replaces an earlier one's kind or part of the same name, and adds its entries
 * to the table of the same name.
 *
 * @returns the mappings, or null where a file has an error; problems name the file and line
 */
export function compileMappings(files: readonly ParsedMappingFile[]): {
  mappings: Mappings | null;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const kinds = new Map<string, { file: KindFile; name: string }>();
  const grammars = new Map<string, { file: SentencesFile; name: string }>();
  const parts = new Map<string, PartFile>();
  const tables: Partial<Record<ValueTable['table'], ValueTable['entries']>> = {};
  let templates: TemplateTable['entries'] | undefined;
  let renderings: RenderingsTable['entries'] | undefined;
  for (const { name, data } of files) {
    if ('kind' in data) kinds.set(data.kind, { file: data, name });
    else if ('part' in data) parts.set(data.part, data);
    else if ('sentences' in data) grammars.set(data.sentences, { file: data, name });
    else if (data.table === 'templates') templates = mergeTemplates(templates, data.entries);
    else if (data.table === 'renderings') renderings = mergeTemplates(renderings, data.entries);
    else tables[data.table] = mergeEntries(tables[data.table], data.entries);
  }
  const performances = parts.get('performances');
  const recognitions = parts.get('recognitions');
  const known = { ...tables, templates, renderings };
  for (const table of neededTables) if (!known[table]) problems.push(missing(`the table "${table}"`));
  if (performances?.part !== 'performances') problems.push(missing('the part "performances"'));
  if (recognitions?.part !== 'recognitions') problems.push(missing('the part "recognitions"'));

  const prefixes = { ...builtInPrefixes };
  for (const { file } of kinds.values()) Object.assign(prefixes, file.prefixes);
  const compiled = [...kinds.values()].map(({ file, name }) =>
    compileKind(file, name, grammars.get(file.kind), prefixes, problems),
  );
  if (problems.some(({ severity }) => severity === 'error')) return { mappings: null, problems };
  compiled.sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    mappings: {
      kinds: compiled,
      performances: performances as PerformancesFile,
      recognitions: recognitions as RecognitionsFile,
      tables: compileTables(tables as TableEntries),
      isLabel: (words) => compiled.some(({ fields }) => fields.has(labelKey(words))),
      templates: templates as TemplateTable['entries'],
      renderings: renderings as RenderingsTable['entries'],
      prefixes,
    },
    problems,
  };
}

function missing(what: string): Problem {
  const message = `No mapping file defines ${what}; the package is incomplete, install it again.`;
  return { code: 'mapping-missing', severity: 'error', message, place: { source: 'mappings' } };
}

type ValueTable = Exclude<TableFile, TemplateTable | RenderingsTable>;

function mergeEntries(
  before: ValueTable['entries'] | undefined,
  added: ValueTable['entries'],
): ValueTable['entries'] {
  if (before === undefined) return added;
  return Array.isArray(before) && Array.isArray(added)
    ? [...before, ...added]
    : ({ ...before, ...added } as ValueTable['entries']);
}

/** Lists of templates grow, at any depth. */
function mergeTemplates<T>(before: T | undefined, added: T): T {
  if (Array.isArray(before) && Array.isArray(added)) return [...before, ...added] as T;
  if (typeof before !== 'object' || before === null || typeof added !== 'object' || added === null)
    return added;
  const merged = { ...before } as Record<string, unknown>;
  for (const [key, value] of Object.entries(added)) merged[key] = mergeTemplates(merged[key], value);
  return merged as T;
}

type Optional = <Key extends string>(
  key: Key,
  curie: string | undefined,
) => { readonly [K in Key]?: NamedNode };

function lifeOf({ lead }: KindFile, optional: Optional): LifeMapping | null {
  const { life } = lead ?? {};
  if (!life) return null;
  return {
    ...optional('birthDate', life.birthDate),
    ...optional('birthPlace', life.birthPlace),
    ...optional('deathDate', life.deathDate),
    ...optional('deathPlace', life.deathPlace),
  };
}

function compileKind(
  file: KindFile,
  fileName: string,
  sentences: { readonly file: SentencesFile; readonly name: string } | undefined,
  prefixes: Readonly<Record<string, string>>,
  problems: Problem[],
): Kind {
  const term = (curie: string): NamedNode => {
    const node = expandCurie(curie, prefixes);
    if (node) return node;
    const message = `The prefix of ${curie} is not declared: add it under \`prefixes\`.`;
    problems.push({ code: 'mapping-invalid', severity: 'error', message, place: { source: fileName } });
    return expandCurie('schema:Thing') as NamedNode;
  };
  const optional: Optional = (key, curie) =>
    (curie === undefined ? {} : { [key]: term(curie) }) as Record<typeof key, NamedNode>;

  const fields = new Map<string, FieldMapping>();
  for (const [id, spec] of Object.entries(file.fields)) {
    const mapping: FieldMapping = {
      id,
      property: term(spec.property),
      value: spec.value,
      isSign: spec.sign ?? false,
      ...(spec.language ? { language: spec.language } : {}),
      ...optional('minimum', spec.minimum),
      ...optional('maximum', spec.maximum),
      ...optional('earliest', spec.earliest),
      ...optional('territory', spec.territory),
    };
    for (const label of spec.labels) fields.set(labelKey(label), mapping);
  }
  const sections = new Map<string, SectionMapping>();
  for (const { names, part, bare } of file.sections) {
    if (part !== 'performances' && part !== 'recognitions') {
      const message = `There is no part "${part}": use performances or recognitions.`;
      problems.push({ code: 'mapping-invalid', severity: 'error', message, place: { source: fileName } });
      continue;
    }
    for (const name of names) sections.set(labelKey(name), { part, bare: bare ?? true });
  }
  return {
    name: file.kind,
    class: term(file.class),
    signs: file.signs,
    leadNouns: file.signs.lead ? compileNouns(file.signs.lead) : null,
    boxes: new Set((file.signs.templates ?? []).map(labelKey)),
    openBoxes: new Set((file.signs.openTemplates ?? []).map(labelKey)),
    foreignFields: new Set((file.signs.fields?.not ?? []).map(labelKey)),
    lead: {
      ...optional('genre', file.lead?.genre),
      ...optional('country', file.lead?.country),
      ...optional('year', file.lead?.year),
      ignore: new Set((file.lead?.ignore ?? []).map((word) => word.toLowerCase())),
      life: lifeOf(file, optional),
    },
    fields,
    recognised: file.recognised ?? null,
    sections,
    grammar: sentences
      ? compileGrammar(sentences.file, sentences.name, term, (message) =>
          problems.push({
            code: 'mapping-invalid',
            severity: 'error',
            message,
            place: { source: sentences.name },
          }),
        )
      : null,
    file,
    fileName,
  };
}
