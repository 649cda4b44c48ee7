/**
 * The stages in order: read → parse → map → validate → serialize → publish, one article at a time.
 *
 * Start here. Each stage is a pure function of what the one before it made; src/cli/convert.ts reads before and
 * publishes after.
 */
import type { NamedNode, Quad } from '@rdfjs/types';
import type { Article } from './article.js';
import { entry } from './entry.js';
import { mapCategoryPage } from './map/category-page.js';
import type { Mappings } from './map/compile-mappings.js';
import { compileMappings } from './map/compile-mappings.js';
import { mapDisambiguation } from './map/disambiguation.js';
import type { KindIndex } from './map/kind-index.js';
import type { ParsedMappingFile } from './map/parsed-file.js';
import { numberWords } from './map/prose/grammar.js';
import type { MappedRedirect, Redirect } from './map/redirect.js';
import { mapRedirect } from './map/redirect.js';
import { usualWords } from './map/usual-words.js';
import type { MapOptions } from './map.js';
import { mapArticle, mostStatements } from './map.js';
import type { Parsed, TagKind } from './parse.js';
import { addedWords, CitingTemplates, parseSource, Templates, tags } from './parse.js';
import type { Problem } from './problem.js';
import type { FormatName, ProvenanceMode } from './rdf/formats.js';
import { mergeContexts } from './rdf/merge-contexts.js';
import { unpackTriples } from './rdf/packed-triples.js';
import { rebaseStatement, rebaseText } from './rdf/rebase.js';
import { article, defaultVocabularyBase, expandCurie } from './rdf/vocabulary.js';
import type { MappingCache } from './read/mapping-cache.js';
import {
  kindOfShapeFile,
  readBuiltKindShapes,
  readBuiltMappings,
  readBuiltShapes,
  readContext,
  readMappingFiles,
  readPackageVersion,
  readShapeFiles,
} from './read/package-files.js';
import type { Context } from './serialize/writer.js';
import { serializeStatements } from './serialize.js';
import { filledBase } from './source/base-template.js';
import { categoryNamespace, namespaceOf } from './source/namespaces.js';
import { pageBaseOf } from './source/page-url.js';
import type { UsualWords } from './source/usual-words.js';
import type { Source, TextFile } from './source.js';
import type { Statement } from './statement.js';
import type { TitleLookup, TitlesSite } from './titles.js';
import { areOf } from './titles.js';
import type { KnownWords, TagRole } from './trace.js';
import type { ValidationReport, Validator } from './validate.js';
import { namesNothing } from './value/nothing.js';
import { findUnit } from './value/quantity.js';

export const defaultBase = 'https://example.org/';
export const defaultLanguage = 'en';

/** What every article is converted with: made once, used for all. */
export interface Workshop {
  readonly mappings: Mappings;
  readonly templates: Templates;
  /** Which templates cite sources. */
  readonly citing: CitingTemplates;
  /** The words that plain text is read by. */
  readonly usual: UsualWords;
  readonly vocabularyBase: string;
  /** Version of the program. */
  readonly version: string;
  /** Namespaces by prefix, for output. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly context: Context;
  /** Null where nothing is to be validated. */
  readonly validator: Validator | null;
  /** The titles of the wiki whose articles are converted; null where they are not known. */
  readonly titles: TitleLookup | null;
}

export interface WorkshopOptions {
  /** Mapping files besides the package's own; a later one replaces an earlier one of the same name. */
  readonly mappingFiles?: readonly TextFile[];
  /** Shapes besides the package's own, as Turtle. */
  readonly shapeFiles?: readonly TextFile[];
  /** Where our own vocabularies live. */
  readonly vocabularyBase?: string;
  /** Whether articles are checked against shapes; loading the validator takes time. */
  readonly validate?: boolean;
  /** The titles of the wiki whose articles are converted. */
  readonly titles?: TitleLookup;
  /** Where it is kept what is made of the mapping files. */
  readonly cache?: Pick<MappingCache, 'read' | 'write'>;
}

/** Loads mappings, shapes and context. Null where one of the given files has an error; problems tell which. */
export async function openWorkshop(
  options: WorkshopOptions = {},
): Promise<{ workshop: Workshop | null; problems: readonly Problem[] }> {
  const {
    mappingFiles = [],
    shapeFiles = [],
    vocabularyBase = defaultVocabularyBase,
    validate = true,
    titles = null,
    cache,
  } = options;
  const problems: Problem[] = [];
  const files = await loadMappings(mappingFiles, problems, cache);
  const { mappings, problems: found } = compileMappings([...files.built, ...files.own], files.index);
  // What a file that cannot be read would have said is missed in many others.
  if (problems.every(({ severity }) => severity !== 'error')) problems.push(...found);
  const isGenerated = files.own.length > 0 && (validate || !files.context);
  const made = mappings && isGenerated ? await generatedOf(files.own, mappings, vocabularyBase) : null;
  const validator = validate
    ? await openValidator(shapeFiles, vocabularyBase, problems, true, made?.shapesOf)
    : null;
  if (!mappings || problems.some(({ severity }) => severity === 'error')) return { workshop: null, problems };
  const rebased = (iri: string): string => rebaseText(iri, vocabularyBase);
  const context = files.context ?? contextWith(made);
  if (files.own.length > 0 && !files.index && problems.length === 0)
    cache?.write({ files: files.own, index: mappings.index, context } satisfies KeptMappings);
  const workshop: Workshop = {
    mappings,
    templates: new Templates(mappings.templates, (words) => namesNothing(words, mappings.tables)),
    citing: new CitingTemplates(mappings.citations),
    usual: usualWords(mappings),
    vocabularyBase,
    version: readPackageVersion(),
    prefixes: Object.fromEntries(
      Object.entries(mappings.prefixes).map(([prefix, iri]) => [prefix, rebased(iri)]),
    ),
    context: JSON.parse(rebased(JSON.stringify(context))) as Context,
    validator,
    titles,
  };
  return { workshop, problems };
}

interface LoadedMappings {
  readonly built: readonly ParsedMappingFile[];
  readonly own: readonly ParsedMappingFile[];
  /** Of the kinds of all files; null where they are not known to have no error. */
  readonly index: KindIndex | null;
  /** With the terms of a user's own kinds, if they are known. */
  readonly context?: Context;
}

/** What is kept of a user's own mappings without an error. */
interface KeptMappings {
  readonly files: readonly ParsedMappingFile[];
  readonly index: KindIndex;
  readonly context: Context;
}

async function loadMappings(
  own: readonly TextFile[],
  problems: Problem[],
  cache: WorkshopOptions['cache'],
): Promise<LoadedMappings> {
  const known = readBuiltMappings() as { files: ParsedMappingFile[]; index: KindIndex } | null;
  if (known && own.length === 0) return { built: known.files, own: [], index: known.index };
  const kept = known ? (cache?.read() as KeptMappings | null | undefined) : null;
  if (known && kept) return { built: known.files, own: kept.files, index: kept.index, context: kept.context };
  const { parseMappingFiles } = await import('./map/parse-mapping-files.js');
  return {
    built: known?.files ?? unbuiltFiles(parseMappingFiles, problems),
    own: parseMappingFiles(own, problems),
    index: null,
  };
}

let parsedOnce: readonly ParsedMappingFile[] | null = null;

/** The package's own mappings where its code runs from source: they are parsed once. */
function unbuiltFiles(
  parse: (files: readonly TextFile[], problems: Problem[]) => readonly ParsedMappingFile[],
  problems: Problem[],
): readonly ParsedMappingFile[] {
  parsedOnce ??= parse(readMappingFiles(), problems);
  return parsedOnce;
}

function contextWith(made: Awaited<ReturnType<typeof generatedOf>> | null): Context {
  const base = readContext() as Context;
  return made ? mergeContexts([base, ...made.contextsOf(base)]) : base;
}

/** What a user's own mappings bring with them: the shapes and the terms of their kinds. */
async function generatedOf(own: readonly ParsedMappingFile[], mappings: Mappings, vocabularyBase: string) {
  const [{ OwnKinds }, { parseTurtleFamily }] = await Promise.all([
    import('./generate.js'),
    import('./rdf/parse-rdf.js'),
  ]);
  const kinds = new OwnKinds(own, mappings);
  return {
    contextsOf: (base: Context) => kinds.contexts(base),
    shapesOf: (kind: string): readonly Quad[] | null => {
      const texts = kinds.shapesOf(kind);
      if (texts === null) return null;
      const quads = texts.shapes.flatMap((text) =>
        parseTurtleFamily(rebaseText(text, vocabularyBase), 'turtle'),
      );
      return [...quads, ...(texts.above === null ? [] : packageShapesOf(texts.above, vocabularyBase))];
    },
  };
}

/**
 * A validator of the given shapes.
 *
 * @param withOwn whether the package's own shapes are checked too
 * @param shapesOf the shapes of a user's own kinds; null for other kinds
 */
export async function openValidator(
  shapeFiles: readonly TextFile[],
  vocabularyBase: string,
  problems: Problem[],
  withOwn: boolean,
  shapesOf: (kind: string) => readonly Quad[] | null = () => null,
): Promise<Validator> {
  const own = withOwn ? await packageShapes(vocabularyBase, (kind) => shapesOf(kind) !== null) : [];
  const parsed = await parseShapes(shapeFiles, problems);
  const { Validator } = await import('./validate.js');
  const kinds = {
    property: rebaseText(article.kind.value, vocabularyBase),
    shapesOf: (kind: string) => shapesOf(kind) ?? packageShapesOf(kind, vocabularyBase),
  };
  return new Validator([...own, ...parsed], withOwn ? kinds : null);
}

/** The package's shapes of a kind; where the code runs from its source, they are among those of all kinds. */
function packageShapesOf(kind: string, vocabularyBase: string): readonly Quad[] {
  const built = readBuiltKindShapes(kind);
  return built === null ? [] : unpackTriples(JSON.parse(rebaseText(built, vocabularyBase)), `${kind}-`);
}

/** The package's own need no check: they are checked before they are published. */
async function packageShapes(vocabularyBase: string, isReplaced: (kind: string) => boolean): Promise<Quad[]> {
  const built = readBuiltShapes();
  if (built !== null) return unpackTriples(JSON.parse(rebaseText(built, vocabularyBase)), 'own');
  const { parseTurtleFamily } = await import('./rdf/parse-rdf.js');
  const isUsed = ({ name }: TextFile): boolean => {
    const kind = kindOfShapeFile(name);
    return kind === null || !isReplaced(kind);
  };
  return readShapeFiles()
    .filter(isUsed)
    .flatMap(({ text }) => parseTurtleFamily(rebaseText(text, vocabularyBase), 'turtle'));
}

/** The parser takes longer to load than most articles to convert. */
async function parseShapes(files: readonly TextFile[], problems: Problem[]): Promise<Quad[]> {
  if (files.length === 0) return [];
  const found: Problem[] = [];
  const quads = (await import('./validate/parse-shapes.js')).parseShapes(files, found);
  problems.push(...found);
  // What is wrong with shapes is said once, here; the engine would stumble over it at every article.
  return found.some(({ severity }) => severity === 'error') ? [] : quads;
}

export interface Conversion {
  readonly article: Article;
  /** The kind of article; null where no mapping knows it. */
  readonly kind: string | null;
  /** Under which its IRIs are; that of the options, filled. */
  readonly base: string;
  /** BCP 47 tag of its language: the source's own, else that of the options. */
  readonly language: string;
  /** Why it was left out though nothing is wrong with it, as a word for counting; then there are no statements. */
  readonly left?: string;
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
  /** Null where nothing was validated. */
  readonly report: ValidationReport | null;
}

/**
 * From a source to validated statements. Bad input gives problems, never a throw.
 *
 * @param options what the source does not say itself: its own language wins; its own address is used where none is given
 */
export async function convertSource(
  source: Source,
  workshop: Workshop,
  options: Omit<MapOptions, 'sourceName' | 'titles'>,
): Promise<Conversion> {
  const citing = options.citations ? workshop.citing : null;
  const parsed = parseSource(source, workshop.templates, workshop.usual, options.ledger, citing);
  const language = source.language ?? options.language;
  const { wiki } = source;
  const base = filledBase(options.base, { language, ...(wiki === undefined ? {} : { wiki }) });
  if (base === null) return nothing(parsed, language, [unknownWiki(source.name)]);
  if (parsed.problems.some(({ severity }) => severity === 'error')) return nothing(parsed, language, []);
  const { pageKind } = parsed.article;
  const map = mapperOf(pageKind, options);
  if (!map) return { ...nothing(parsed, language, [leftOut(pageKind, source.name)]), left: pageKind };
  const category = categoryIn(parsed.article.name, source);
  if (category !== null) {
    const statements = mapCategoryPage({ name: category, article: parsed.article }, { base, language });
    return { ...nothing(parsed, language, []), base, statements };
  }
  const url = options.url ?? source.url;
  const { titles } = workshop;
  const isFitting = titles !== null && areOf(titles, { language, ...(wiki === undefined ? {} : { wiki }) });
  const mapped = map(parsed.article, workshop.mappings, {
    ...options,
    ...(isFitting ? { titles } : {}),
    base,
    language,
    ...whereFrom(source, url, parsed.article.name),
    sourceName: source.name,
  });
  if (mapped.statements.length > mostStatements) {
    const message = `It makes more than ${mostStatements} statements; split it.`;
    const place = { source: source.name };
    return nothing(parsed, language, [{ code: 'too-many-statements', severity: 'error', message, place }]);
  }
  const statements = mapped.statements.map((statement) =>
    rebaseStatement(statement, workshop.vocabularyBase),
  );
  const report = workshop.validator ? await workshop.validator.validate(statements, source.name) : null;
  const foreign = titles && !isFitting ? [otherTitles(source.name, wiki ?? language, titles.site)] : [];
  const problems = [...foreign, ...parsed.problems, ...mapped.problems];
  return { article: parsed.article, kind: mapped.kind, base, language, statements, problems, report };
}

/** What maps a page of a sort; null where it is left out. */
function mapperOf(
  pageKind: Article['pageKind'],
  { disambiguations = false }: Pick<MapOptions, 'disambiguations'>,
): typeof mapArticle | null {
  if (pageKind === 'article') return mapArticle;
  if (pageKind !== 'disambiguation' || !disambiguations) return null;
  return (...page) => ({ ...mapDisambiguation(...page), kind: null });
}

/** What is known of the wiki and of the page of an article besides its words. */
function whereFrom(
  { site, revision }: Source,
  url: string | undefined,
  title: string,
): Pick<MapOptions, 'url' | 'pageBase' | 'namespaces' | 'revision'> {
  const pageBase = site?.pageBase ?? (url === undefined ? undefined : pageBaseOf(url, title));
  return {
    ...(url === undefined ? {} : { url }),
    ...(pageBase === undefined ? {} : { pageBase }),
    ...(site === undefined ? {} : { namespaces: site.namespaces }),
    ...(revision === undefined ? {} : { revision }),
  };
}

/** What a category is called whose page it is; null for any other page. */
function categoryIn(title: string, { site }: Source): string | null {
  const name = title.slice(title.indexOf(':') + 1).trim();
  return namespaceOf(title, site?.namespaces) === categoryNamespace && name !== '' ? name : null;
}

function nothing({ article, problems }: Parsed, language: string, more: readonly Problem[]): Conversion {
  return {
    article,
    kind: null,
    base: '',
    language,
    statements: [],
    problems: [...problems, ...more],
    report: null,
  };
}

/** Code of the problem that the titles are those of another wiki; of many articles it is said once. */
export const otherTitlesCode = 'other-titles';

function otherTitles(source: string, own: string, { wiki, language = '' }: TitlesSite): Problem {
  const message = `The titles (--titles) are those of ${wiki ?? language}, and this is an article of ${own}; it is converted without them.`;
  return { code: otherTitlesCode, severity: 'warning', message, place: { source } };
}

function unknownWiki(source: string): Problem {
  const message = 'Nothing says which wiki it is of, for {wiki} in --base; give a base without it.';
  return { code: 'unknown-wiki', severity: 'error', message, place: { source } };
}

function leftOut(pageKind: string, source: string): Problem {
  const message = `It is a ${pageKind} page and no article; nothing was converted.`;
  return { code: 'left-out', severity: 'info', message, place: { source } };
}

/** Whether a page tells pages of like titles apart. */
export function isDisambiguationPage(
  source: Source,
  { templates, usual }: Pick<Workshop, 'templates' | 'usual'>,
) {
  return parseSource(source, templates, usual).article.pageKind === 'disambiguation';
}

/** From a redirect to statements. They are valid by their form, and are not validated. */
export function convertRedirect(
  redirect: Redirect,
  options: { readonly base: string; readonly language: string },
): MappedRedirect {
  return mapRedirect(redirect, options);
}

export interface WriteOptions {
  /** BCP 47 tag of the article. */
  readonly language?: string;
  /** Whose graph the statements are in, where they do not say it themselves. */
  readonly page?: NamedNode;
  /** How much is said of where they were read; `page` where absent. */
  readonly provenance?: ProvenanceMode;
  /** What they were read from; the words behind statements are its words. */
  readonly source?: Source;
}

/** Statements of one article as text in a format. */
export function writeStatements(
  statements: readonly Statement[],
  format: FormatName,
  workshop: Pick<Workshop, 'prefixes' | 'context' | 'vocabularyBase' | 'version'>,
  { language = defaultLanguage, page, provenance: mode = 'page', source }: WriteOptions = {},
): string {
  const { prefixes, context, vocabularyBase, version } = workshop;
  return serializeStatements(statements, format, {
    prefixes,
    context,
    language,
    ...(page === undefined ? {} : { page }),
    provenance: { mode, version, vocabularyBase, ...(source ? { source } : {}) },
  });
}

/** What tags come to for the words around them and in them. */
const tagRoles: Readonly<Record<TagKind | 'none', TagRole | null>> = {
  hidden: 'hides',
  pictures: 'hides',
  verbatim: 'quotes',
  break: 'parts',
  item: 'parts',
  space: 'parts',
  inline: 'joins',
  none: null,
};

/** What the mappings know of words, for whoever holds an export against its source. */
export function knownWords({ mappings, templates, vocabularyBase }: Workshop): KnownWords {
  const { tables, recognitions } = mappings;
  const months = [...tables.months];
  const words = new Map<string, string[]>();
  const add = (iri: string, labels: readonly string[]): void => {
    const key = rebaseText(iri, vocabularyBase);
    words.set(key, [...(words.get(key) ?? []), ...labels]);
  };
  for (const [curie, labels] of Object.entries(recognitions.outcomes)) {
    const iri = expandCurie(curie, mappings.prefixes);
    if (iri) add(iri.value, labels);
  }
  const options = mappings.kinds.flatMap(({ claims, lists }) =>
    [...claims.fields, ...lists.flatMap(({ fields }) => [...fields.values()])].map(({ options }) => options),
  );
  const terms = options.flatMap(({ terms = [] }) => [...terms]);
  const units = new Set(options.flatMap(({ unit }) => (unit ? [findUnit(unit, tables) ?? unit] : [])));
  const texts = new Map<string, string[]>();
  for (const [word, term] of terms)
    if (typeof term === 'string') entry(texts, term, () => []).push(word);
    else add(term.value, [word]);
  const numbers = new Map<string, string[]>();
  for (const { grammar } of mappings.kinds) {
    for (const { number, words } of grammar ? numberWords(grammar) : [])
      entry(numbers, String(number), () => []).push(...words);
  }
  return {
    tables,
    templateWords: (name, given) => addedWords(templates, name, given),
    tagRole: (name) => tagRoles[tags.get(name) ?? 'none'],
    monthNames: (month) => months.filter(([, number]) => number === month).map(([name]) => name),
    isLanguage: (prefix) => templates.languages.has(prefix),
    wordsFor: (iri) => words.get(iri) ?? [],
    wordsForText: (text) => texts.get(text) ?? [],
    isUnitOfField: (unit) => units.has(unit),
    wordsForNumber: (value) => numbers.get(value) ?? [],
  };
}
