/** The library. */
import type { Article } from './article.js';
import type { Explanation } from './explain/explanation.js';
import { explainConversion } from './explain.js';
import type { MapOptions, Mapped } from './map.js';
import { mapArticle } from './map.js';
import type { Parsed } from './parse.js';
import { parseSource } from './parse.js';
import type { Conversion, Workshop, WorkshopOptions } from './pipeline.js';
import { convertSource, defaultBase, defaultLanguage, openWorkshop, writeStatements } from './pipeline.js';
import type { FormatName, ProvenanceMode } from './rdf/formats.js';
import { quad } from './rdf/terms.js';
import { schema } from './rdf/vocabulary.js';
import type { Source } from './source.js';
import type { Statement } from './statement.js';
import type { ValidationReport } from './validate.js';

export type * from './article.js';
export { nodesOf } from './article.js';
export type { Explanation } from './explain/explanation.js';
export type { Mapped } from './map.js';
export type { Parsed } from './parse.js';
export type { Conversion, WorkshopOptions } from './pipeline.js';
export type { Place, Problem, Severity } from './problem.js';
export type { FormatName, ProvenanceMode } from './rdf/formats.js';
export type { Source } from './source.js';
export type { Statement } from './statement.js';
export type { ResultSeverity, ValidationReport, ValidationResult } from './validate.js';

/** Where things get their IRIs, and what is known of the article besides its text. All have defaults. */
export interface ArticleOptions extends Partial<MapOptions> {
  /** Mappings, shapes and vocabularies other than the package's own. */
  readonly settings?: WorkshopOptions;
}

export interface Converted extends Conversion {
  /**
   * The statements as text.
   *
   * @param provenance how much is said of where they were read; a format that cannot say it says the page
   */
  readonly write: (format: FormatName, provenance?: ProvenanceMode) => string;
}

/**
 * Converts an article: parse, map and validate in one.
 *
 * @param input the text, or a source with its name and title
 * @throws Error where the settings given have an error; never because of the article
 */
export async function convert(input: string | Source, options: ArticleOptions = {}): Promise<Converted> {
  const workshop = await workshopFor(options.settings);
  const mapOptions = withDefaults(options);
  const source = asSource(input);
  const conversion = await convertSource(source, workshop, mapOptions);
  const { statements, language } = conversion;
  return {
    ...conversion,
    write: (format, provenance = 'page') =>
      writeStatements(statements, format, workshop, { language, provenance, source }),
  };
}

/**
 * Converts an article and tells which of its words gave which statements and problems: see docs/explanation.md.
 *
 * @param input the text, or a source with its name and title
 * @throws Error where the settings given have an error; never because of the article
 */
export async function explain(input: string | Source, options: ArticleOptions = {}): Promise<Explanation> {
  const workshop = await workshopFor(options.settings);
  const source = asSource(input);
  return explainConversion(source, await convertSource(source, workshop, withDefaults(options)), workshop);
}

/**
 * Reads a text into the article model. Any text can be parsed; problems tell what could not be understood.
 *
 * @throws Error where the settings given have an error
 */
export async function parse(
  input: string | Source,
  { settings = {} }: Pick<ArticleOptions, 'settings'> = {},
): Promise<Parsed> {
  const { templates, usual } = await workshopFor({ ...settings, validate: false });
  return parseSource(asSource(input), templates, usual);
}

/**
 * Turns an article into statements.
 *
 * @throws Error where the settings given have an error
 */
export async function map(article: Article, options: ArticleOptions = {}): Promise<Mapped> {
  const { mappings } = await workshopFor({ ...options.settings, validate: false });
  return mapArticle(article, mappings, withDefaults(options));
}

/**
 * Checks statements against the package's shapes, and those of the settings.
 *
 * @throws Error where the settings given have an error
 */
export async function validate(
  statements: readonly Statement[],
  { sourceName = '<text>', settings = {} }: Pick<ArticleOptions, 'sourceName' | 'settings'> = {},
): Promise<ValidationReport> {
  const { validator } = await workshopFor({ ...settings, validate: true });
  if (!validator) throw new Error('the workshop was opened without a validator');
  return validator.validate(statements, sourceName);
}

/**
 * Writes statements as text; the same statements give the same text.
 *
 * @param format `turtle`, `jsonld`, `ntriples`, `nquads` or `trig`
 */
export async function serialize(
  statements: readonly Statement[],
  format: FormatName = 'turtle',
  { language = defaultLanguage, settings = {} }: Pick<ArticleOptions, 'language' | 'settings'> = {},
): Promise<string> {
  const workshop = await workshopFor({ ...settings, validate: false });
  return writeStatements(statements, format, workshop, { language });
}

/** Statements as RDF/JS quads in the graph of their page (https://rdf.js.org/data-model-spec/#quad-interface). */
export function toQuads(statements: readonly Statement[]) {
  const page = statements.find(({ predicate }) => predicate.equals(schema.mainEntity))?.subject;
  return statements.map(({ subject, predicate, object }) => quad(subject, predicate, object, page));
}

const workshops = new Map<string, Promise<Workshop>>();

/** Settings are compiled once, however many articles are converted with them. */
function workshopFor(settings: WorkshopOptions = {}): Promise<Workshop> {
  const key = JSON.stringify(settings);
  const known = workshops.get(key);
  if (known) return known;
  const opened = openWorkshop(settings).then(({ workshop, problems }) => {
    if (workshop) return workshop;
    throw new Error(problems.map(({ place, message }) => `${place.source}: ${message}`).join('\n'));
  });
  workshops.set(key, opened);
  return opened;
}

function withDefaults({
  base,
  language,
  url,
  generatedAt,
  mentions,
  citations,
  disambiguations,
  sourceName,
}: ArticleOptions): MapOptions {
  return {
    base: base ?? defaultBase,
    language: language ?? defaultLanguage,
    sourceName: sourceName ?? '<text>',
    ...(url === undefined ? {} : { url }),
    ...(generatedAt === undefined ? {} : { generatedAt }),
    ...(mentions === undefined ? {} : { mentions }),
    citations,
    disambiguations,
  };
}

function asSource(input: string | Source): Source {
  return typeof input === 'string' ? { name: '<text>', text: input } : input;
}
