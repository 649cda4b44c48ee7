/** Mapping files to what the mappers look up. */
import type { NamedNode } from '@rdfjs/types';
import { entry } from '../entry.js';
import type { Problem } from '../problem.js';
import { expandCurie } from '../rdf/vocabulary.js';
import type { TableEntries, ValueTables } from '../value/tables.js';
import { compileTables } from '../value/tables.js';
import type { AwardWords } from './award-words.js';
import { compileAwardWords } from './award-words.js';
import { compileBounds } from './bounds.js';
import type { CitationEntries } from './citations-schema.js';
import type { Pair } from './claims.js';
import { Claims } from './claims.js';
import { declaredPrefixes } from './declared-prefixes.js';
import type { FieldMapping } from './field-mapping.js';
import type { FittingKinds } from './fitting-kinds.js';
import { fittingKinds } from './fitting-kinds.js';
import type { ClassByWords, Kind, LifeMapping, SectionMapping } from './kind.js';
import type { KindIndex } from './kind-index.js';
import { indexKinds } from './kind-index.js';
import { Kinds } from './kinds.js';
import { labelKey } from './label-key.js';
import type { FieldSpec, ResolvedKind } from './layers.js';
import { Layers } from './layers.js';
import type { LinkWords } from './link-words.js';
import { compileLinks } from './link-words.js';
import type { ListMapping } from './list-mapping.js';
import { compileList } from './list-mapping.js';
import type {
  CitationsTable,
  FitsTable,
  LinksTable,
  PartFile,
  PerformancesFile,
  RecognitionsFile,
  RenderingsTable,
  SentencesFile,
  TableFile,
  TemplateTable,
  TopicsTable,
} from './mapping-schema.js';
import type { MappingPath, ParsedMappingFile, Report } from './parsed-file.js';
import { reportTo } from './parsed-file.js';
import { compileGrammar } from './prose/grammar.js';
import type { KindSigns, Topics } from './topics.js';
import { compileTopics } from './topics.js';
import { compileOptions } from './value-options.js';

export type { FieldMapping } from './field-mapping.js';
export type { Kind, SectionMapping } from './kind.js';

export interface Mappings {
  /** All kinds, in the order of their names; asking for them compiles them. */
  readonly kinds: readonly Kind[];
  readonly kindNamed: Pick<ReadonlyMap<string, Kind>, 'get' | 'has'>;
  readonly index: KindIndex;
  /** Whether what an article of a kind is about is certainly of a class. */
  readonly fits: FittingKinds;
  /** By which signs it is known what an article is about. */
  readonly topics: Topics;
  readonly performances: PerformancesFile;
  readonly recognitions: RecognitionsFile;
  readonly awardWords: AwardWords;
  readonly tables: ValueTables;
  /** What links elsewhere say of the subject. */
  readonly links: LinkWords;
  /** Whether words are the label of a field of any kind. */
  readonly isLabel: (words: string) => boolean;
  /** What templates of wikitext show, for the reader of wikitext. */
  readonly templates: TemplateTable['entries'];
  /** What plain text is read by. */
  readonly renderings: RenderingsTable['entries'];
  /** How sources are cited. */
  readonly citations: CitationEntries;
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
  'links',
  'ranks',
  'fits',
  'templates',
  'renderings',
  'topics',
  'citations',
] as const;
const neededParts = ['performances', 'recognitions'] as const;

/**
 * Compiles mapping files. Pure. A later file replaces an earlier one's kind or part of the same name, and adds its entries
 * to the table of the same name.
 *
 * @param checked the index of the kinds of the same files, where these are known to have no error: each kind is compiled when
 *   it is asked for
 * @returns the mappings, or null where a file has an error; problems name the file and line
 */
export function compileMappings(
  files: readonly ParsedMappingFile[],
  checked: KindIndex | null = null,
): {
  mappings: Mappings | null;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const grammars = new Map<string, { data: SentencesFile; file: ParsedMappingFile }>();
  const parts = new Map<string, PartFile>();
  const tables: Partial<Record<ValueTable['table'], ValueTable['entries']>> = {};
  let templates: TemplateTable['entries'] | undefined;
  let renderings: RenderingsTable['entries'] | undefined;
  let topics: TopicsTable['entries'] | undefined;
  let citations: CitationEntries | undefined;
  for (const file of files) {
    const { data } = file;
    if ('part' in data) parts.set(data.part, data);
    else if ('sentences' in data) grammars.set(data.sentences, { data, file });
    else if (!('table' in data)) continue;
    else if (data.table === 'templates') templates = mergeTemplates(templates, data.entries);
    else if (data.table === 'renderings') renderings = mergeTemplates(renderings, data.entries);
    else if (data.table === 'topics') topics = mergeTemplates(topics, data.entries);
    else if (data.table === 'citations') citations = mergeTemplates(citations, data.entries);
    else tables[data.table] = mergeEntries(tables[data.table], data.entries);
  }
  const performances = parts.get('performances');
  const recognitions = parts.get('recognitions');
  problems.push(...whatIsMissing({ ...tables, templates, renderings, topics, citations }, parts));

  const report = reportTo(problems);
  const prefixes = declaredPrefixes(files, report);
  const layers = new Layers(files, report);
  const kinds = new Kinds(new Set(layers.names), (name) => {
    const resolved = layers.resolve(name);
    if (!resolved) return undefined;
    const { kind, file } = resolved;
    const sentences = kind.line.map((one) => grammars.get(one)).find((one) => one !== undefined);
    const whole = sentences && {
      ...sentences,
      data: withOthers(sentences.data, (name) => grammars.get(name)?.data),
    };
    return compileKind(kind, file, whole, prefixes, report);
  });
  const index = checked ?? indexKinds(kinds.all);
  if (problems.some(({ severity }) => severity === 'error')) return { mappings: null, problems };
  const labels = new Set(index.labels);
  return {
    mappings: {
      get kinds() {
        return kinds.all;
      },
      kindNamed: kinds,
      index,
      topics: compileTopics(topics as TopicsTable['entries'], signsOf(layers, kinds), index),
      performances: performances as PerformancesFile,
      recognitions: recognitions as RecognitionsFile,
      awardWords: compileAwardWords(recognitions as RecognitionsFile, prefixes),
      tables: compileTables(tables as TableEntries),
      fits: fittingKinds((tables.fits ?? []) as FitsTable['entries'], prefixes, (name) =>
        layers.lineOf(name),
      ),
      links: compileLinks(tables.links as LinksTable['entries']),
      isLabel: (words) => labels.has(labelKey(words)),
      templates: templates as TemplateTable['entries'],
      renderings: renderings as RenderingsTable['entries'],
      citations: citations as CitationEntries,
      prefixes,
    },
    problems,
  };
}

/** What tells of each kind that an article is of it, in the order of their names. */
function signsOf(layers: Layers, kinds: Kinds): KindSigns[] {
  const none: Kind['fields'] = new Map();
  return [...layers.names].sort().map((name) => ({
    name,
    signs: layers.signsOf(name) ?? {},
    line: layers.lineOf(name),
    get fields() {
      return kinds.get(name)?.fields ?? none;
    },
  }));
}

/** A file of sentences with what it takes from others. */
function withOthers(own: SentencesFile, fileOf: (name: string) => SentencesFile | undefined): SentencesFile {
  const [shared, included] = [own.shares, own.includes].map((name) => fileOf(name ?? ''));
  const whole = shared ? withShared(own, shared) : own;
  if (!included) return whole;
  return {
    ...whole,
    phrases: { ...included.phrases, ...own.phrases },
    facts: { ...included.facts, ...own.facts },
    patterns: [...included.patterns, ...own.patterns],
  };
}

/** With the words of another kind's sentences that tell what is not so, which are the same for all. */
function withShared(own: SentencesFile, shared: SentencesFile): SentencesFile {
  return {
    ...own,
    gapStops: [...shared.gapStops, ...own.gapStops],
    subordinators: [...shared.subordinators, ...own.subordinators],
    turns: [...shared.turns, ...own.turns],
    auxiliaries: [...shared.auxiliaries, ...own.auxiliaries],
    denials: [...shared.denials, ...own.denials],
    takebacks: [...shared.takebacks, ...own.takebacks],
    clauseStarts: [...shared.clauseStarts, ...own.clauseStarts],
  };
}

function whatIsMissing(
  tables: Partial<Record<TableFile['table'], unknown>>,
  parts: ReadonlyMap<string, PartFile>,
): Problem[] {
  return [
    ...neededTables.filter((table) => !tables[table]).map((table) => missing(`the table "${table}"`)),
    ...neededParts.filter((part) => !parts.has(part)).map((part) => missing(`the part "${part}"`)),
  ];
}

function missing(what: string): Problem {
  const message = `No mapping file defines ${what}; the package is incomplete, install it again.`;
  return { code: 'mapping-missing', severity: 'error', message, place: { source: 'mappings' } };
}

type ValueTable = Exclude<TableFile, TemplateTable | RenderingsTable | TopicsTable | CitationsTable>;

function mergeEntries(
  before: ValueTable['entries'] | undefined,
  added: ValueTable['entries'],
): ValueTable['entries'] {
  if (before === undefined) return added;
  return Array.isArray(before) && Array.isArray(added)
    ? ([...before, ...added] as ValueTable['entries'])
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
  path: MappingPath,
  key: Key,
  curie: string | undefined,
) => { readonly [K in Key]?: NamedNode };

function lifeOf({ lead }: ResolvedKind, optional: Optional): LifeMapping | null {
  const { life } = lead ?? {};
  if (!life) return null;
  return {
    ...optional(['lead', 'life'], 'birthDate', life.birthDate),
    ...optional(['lead', 'life'], 'birthPlace', life.birthPlace),
    ...optional(['lead', 'life'], 'deathDate', life.deathDate),
    ...optional(['lead', 'life'], 'deathPlace', life.deathPlace),
  };
}

function compileKind(
  kind: ResolvedKind,
  file: ParsedMappingFile,
  sentences: { readonly data: SentencesFile; readonly file: ParsedMappingFile } | undefined,
  prefixes: Readonly<Record<string, string>>,
  report: Report,
): Kind {
  const termIn = (source: ParsedMappingFile, path: MappingPath, curie: string): NamedNode => {
    const node = expandCurie(curie, prefixes);
    if (node) return node;
    report(source, path, `The prefix of ${curie} is not declared: add it under \`prefixes\`.`);
    return expandCurie('schema:Thing') as NamedNode;
  };
  const termAt = (path: MappingPath, curie: string): NamedNode => termIn(file, path, curie);
  const optional: Optional = (path, key, curie) =>
    (curie === undefined ? {} : { [key]: termAt([...path, key], curie) }) as Record<typeof key, NamedNode>;

  const compileField: CompileField = (id, spec, at) => ({
    id,
    property: termAt([...at, 'property'], spec.property),
    value: spec.value,
    isSign: spec.sign ?? false,
    options: compileOptions(spec, (curie) => termAt(at, curie)),
    bounds: compileBounds(spec, (message) => report(file, [...at, 'pattern'], message)),
  });
  const claims = compileClaims(kind, compileField, termAt, (path, message) => report(file, path, message));
  const lists = Object.entries(kind.lists).map(([id, spec]) =>
    compileList(kind.kind, id, spec, {
      field: compileField,
      term: termAt,
      report: (path, message) => report(file, path, message),
    }),
  );
  return {
    name: kind.kind,
    class: termAt(['class'], kind.class),
    signs: kind.signs,
    lead: {
      ...optional(['lead'], 'genre', kind.lead?.genre),
      ...optional(['lead'], 'country', kind.lead?.country),
      ...optional(['lead'], 'occupation', kind.lead?.occupation),
      ...optional(['lead'], 'year', kind.lead?.year),
      ignore: new Set((kind.lead?.ignore ?? []).map((word) => word.toLowerCase())),
      life: lifeOf(kind, optional),
    },
    fields: claims.byLabel,
    claims,
    classBy: kind.classBy ? compileClassBy(kind.classBy, termAt) : null,
    parts: new Set(kind.parts.map(labelKey)),
    within: new Map(
      Object.entries(kind.within).map(([template, { kind: inner, property }]) => [
        labelKey(template),
        { kind: inner, property: termAt(['within', template, 'property'], property) },
      ]),
    ),
    recognised: kind.recognised ?? null,
    lists,
    sections: compileSections(kind, lists, (message) => report(file, ['sections'], message)),
    grammar: sentences
      ? compileGrammar(
          sentences.data,
          sentences.file.name,
          (curie) => termIn(sentences.file, [], curie),
          (message) => report(sentences.file, [], message),
        )
      : null,
    file: kind,
    fileName: file.name,
  };
}

type CompileField = (id: string, spec: FieldSpec, at: MappingPath) => FieldMapping;

function compileClaims(
  { kind, fields, groups, pairs, ignore }: ResolvedKind,
  compileField: CompileField,
  term: (path: MappingPath, curie: string) => NamedNode,
  report: (path: MappingPath, message: string) => void,
): Claims {
  const claims = new Claims();
  for (const [id, spec] of Object.entries(fields))
    claims.add(spec.labels, {
      sort: 'field',
      field: compileField(id, spec, ['fields', id]),
      rule: `${kind}/fields/${id}`,
    });
  for (const [id, spec] of Object.entries(groups)) {
    const at = ['groups', id];
    const property = term([...at, 'property'], spec.property);
    const group = {
      id,
      rule: `${kind}/groups/${id}`,
      property,
      class: term([...at, 'class'], spec.class),
      name: spec.name,
      aligned: spec.aligned ?? false,
      needs: spec.needs,
    };
    for (const [member, { labels, ...own }] of Object.entries(spec.fields)) {
      const field = compileField(member, { labels, ...own }, [...at, 'fields', member]);
      claims.add(labels, { sort: 'member', field, group });
    }
  }
  for (const [index, spec] of pairs.entries()) {
    const at = ['pairs', index] as const;
    const rule = `${kind}/pairs/${pairId(spec.label)}`;
    const pair = { rule, ...compileMeanings(spec, compileField, at) };
    if (spec.unlabelled !== undefined && !pair.unlabelled)
      report([...at, 'unlabelled'], `None of the meanings has the words "${spec.unlabelled}".`);
    claims.add([spec.label], { sort: 'pair', pair, side: 'label' });
    claims.add([spec.value], { sort: 'pair', pair, side: 'value' });
  }
  claims.add(ignore, { sort: 'ignored', rule: `${kind}/ignore` });
  return claims;
}

function compileMeanings(
  { meanings, unlabelled }: ResolvedKind['pairs'][number],
  compileField: CompileField,
  at: MappingPath,
): Omit<Pair, 'rule'> {
  const whole = new Map<string, FieldMapping>();
  const endings = new Map<string, FieldMapping>();
  for (const [words, spec] of Object.entries(meanings)) {
    const all = words.split('|');
    const field = compileField(labelKey(all[0] ?? ''), spec, [...at, 'meanings', words]);
    for (const one of all) (one.startsWith('* ') ? endings : whole).set(labelKey(one), field);
  }
  return { meanings: whole, endings, unlabelled: whole.get(labelKey(unlabelled ?? '')) ?? null };
}

function compileClassBy(
  { field, classes, topics }: NonNullable<ResolvedKind['classBy']>,
  term: (path: MappingPath, curie: string) => NamedNode,
): ClassByWords {
  const compiled = Object.entries(classes).flatMap(([words, curie]) => {
    const type = term(['classBy', 'classes', words], curie);
    return words.split('|').map((one) => [labelKey(one), type] as const);
  });
  const bySentence = Object.entries(topics).map(
    ([topic, curie]) => [topic, term(['classBy', 'topics', topic], curie)] as const,
  );
  return { field, classes: new Map(compiled), topics: new Map(bySentence) };
}

/** `subdivision_type` of `subdivision_type{n}`. */
function pairId(label: string): string {
  return labelKey(label.replace('{n}', '')).replaceAll(' ', '_');
}

/** What is said first holds: a kind's own word before that of the kind that it is a sort of. */
function compileSections(
  { sections }: ResolvedKind,
  lists: readonly ListMapping[],
  report: (message: string) => void,
): Map<string, SectionMapping> {
  const compiled = new Map<string, SectionMapping>();
  for (const { names, part, bare } of sections) {
    const known = neededParts.find((one) => one === part);
    if (!known) {
      report(`There is no part "${part}": use performances or recognitions.`);
      continue;
    }
    for (const name of names)
      entry(compiled, labelKey(name), (): SectionMapping => ({ part: known, bare: bare ?? true }));
  }
  const byHeading = new Map<string, ListMapping[]>();
  for (const list of lists)
    for (const key of list.sections) entry(byHeading, key, (): ListMapping[] => []).push(list);
  // Lists that stand under one heading together are one mapping: what is under it belongs to the same.
  const bySet = new Map<string, SectionMapping>();
  for (const [key, together] of byHeading) {
    const set = together.map(({ id }) => id).join(' ');
    const mapping = entry(bySet, set, (): SectionMapping => ({ part: 'rows', lists: together }));
    entry(compiled, key, () => mapping);
  }
  return compiled;
}
