/** From what a shard holds to what is written of it, one page at a time. */
import type { NamedNode } from '@rdfjs/types';
import type { Workshop } from '../pipeline.js';
import {
  convertRedirect,
  convertSource,
  defaultLanguage,
  otherTitlesCode,
  writeStatements,
} from '../pipeline.js';
import type { Problem } from '../problem.js';
import type { FormatName } from '../rdf/formats.js';
import { distinct } from '../rdf/graph.js';
import { Iris } from '../rdf/iris.js';
import type { ShardItem } from '../read.js';
import { filledBase, hasPlaceholders } from '../source/base-template.js';
import type { Site, Source } from '../source.js';
import type { Statement } from '../statement.js';
import type { ValidationResult } from '../validate.js';
import type { Tally } from './counts.js';
import type { ArticleOption, BatchOptions } from './plan.js';

/** What became of a page. */
export interface ConvertedItem {
  /** IRI of the page, where statements were made of it. */
  readonly page: string | null;
  /** The statements in each format of the options; none where there are no statements. */
  readonly texts: readonly string[];
  readonly problems: readonly Problem[];
  readonly results: readonly ValidationResult[];
}

export type ItemOptions = Pick<BatchOptions, ArticleOption | 'formats' | 'lang' | 'namespaces' | 'redirects'>;

/** Converts pages with one workshop, and counts. */
export class ItemConverter {
  /** @param site the wiki that redirects come from, where the container says so */
  constructor(
    private readonly workshop: Workshop,
    private readonly options: ItemOptions,
    private readonly tally: Tally,
    private readonly site?: Site,
  ) {}

  /** Whether it was reported that the titles are those of another wiki. */
  private knowsOtherTitles = false;

  async convert(item: ShardItem): Promise<ConvertedItem> {
    if ('source' in item) return this.article(item.source);
    if ('redirect' in item) return this.redirect(item.redirect);
    const problems = 'problem' in item ? [item.problem] : [];
    if ('left' in item) this.tally.addLeft(item.left);
    for (const problem of problems) this.tally.addProblem(problem);
    return { page: null, texts: [], problems, results: [] };
  }

  private async article(source: Source): Promise<ConvertedItem> {
    const { base, lang, mentions, citations, disambiguations, nameLinks, generatedAt } = this.options;
    const language = lang ?? source.language ?? defaultLanguage;
    const conversion = await convertSource({ ...source, language }, this.workshop, {
      base,
      language,
      mentions,
      nameLinks,
      citations,
      disambiguations,
      ...(generatedAt === null ? {} : { generatedAt }),
    });
    const { report, statements, left } = conversion;
    const problems = conversion.problems.filter(
      ({ code }) => code !== otherTitlesCode || !this.knowsOtherTitles,
    );
    this.knowsOtherTitles ||= problems.some(({ code }) => code === otherTitlesCode);
    for (const problem of problems) this.tally.addProblem(problem);
    if (left !== undefined) this.tally.addLeft(left);
    const results = report?.results ?? [];
    if (statements.length === 0) return { page: null, texts: [], problems, results };
    const page = new Iris(conversion.base).page(conversion.article.name);
    const written = this.written(page, statements, language, source);
    this.tally.addArticle(conversion, this.countOf(statements, written.texts));
    return { ...written, problems, results };
  }

  private redirect(redirect: { readonly title: string; readonly target: string }): ConvertedItem {
    const { lang, redirects } = this.options;
    const language = lang ?? this.site?.language ?? defaultLanguage;
    const wiki = this.site?.wiki;
    const base = filledBase(this.options.base, { language, ...(wiki === undefined ? {} : { wiki }) });
    // What is wrong with the base is told of every article.
    if (base === null) return { page: null, texts: [], problems: [], results: [] };
    const { page, statements } =
      redirects && this.isArticle(redirect.target)
        ? convertRedirect(redirect, { base, language })
        : { page: new Iris(base).page(redirect.title), statements: [] };
    this.tally.addRedirect(statements.length);
    const written =
      statements.length > 0 ? this.written(page, statements, language) : { page: null, texts: [] };
    return { ...written, problems: [], results: [] };
  }

  /** How many statements there are, each counted once: as many as lines, where a format has a line for each. */
  private countOf(statements: readonly Statement[], texts: readonly string[]): number {
    const { formats, provenance } = this.options;
    // With spans there are more lines than statements.
    const isLinewise = (format: FormatName): boolean => provenance !== 'span' && linewise.includes(format);
    const text = texts[formats.findIndex(isLinewise)];
    return text === undefined ? distinct(statements).length : lineCount(text);
  }

  /** Whether a title is in a namespace whose pages are converted. */
  private isArticle(title: string): boolean {
    const prefix = /^:?([^:]*):/.exec(title)?.[1]?.trim().toLowerCase();
    const namespaces = this.site?.namespaces ?? {};
    return (
      prefix === undefined ||
      !Object.hasOwn(namespaces, prefix) ||
      this.options.namespaces.includes(namespaces[prefix] ?? 0)
    );
  }

  private written(page: NamedNode, statements: readonly Statement[], language: string, source?: Source) {
    const { formats, provenance } = this.options;
    const options = { language, page, provenance, ...(source ? { source } : {}) };
    const texts = formats.map((format) =>
      inPart(writeStatements(statements, format, this.workshop, options), format),
    );
    return { page: page.value, texts };
  }
}

/** The base of each article's IRIs, where it is not one for all. */
export function baseOf({ base, lang }: ItemOptions): { baseOf?: (source: Source) => string | null } {
  if (!hasPlaceholders(base)) return {};
  return {
    baseOf: ({ wiki, language }) =>
      filledBase(base, {
        language: lang ?? language ?? defaultLanguage,
        ...(wiki === undefined ? {} : { wiki }),
      }),
  };
}

/** Formats that have a line for each statement. */
const linewise: readonly FormatName[] = ['nquads', 'ntriples'];

function lineCount(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Extension of a part in a format: JSON-LD documents stand one on a line, which is not the format of one file. */
export function partExtension(format: FormatName, extension: string): string {
  return format === 'jsonld' ? 'jsonl' : extension;
}

/** No string of a JSON text holds a line break, so what follows one is the indent of the next line. */
function inPart(text: string, format: FormatName): string {
  return format === 'jsonld' ? `${text.trimEnd().replace(/\n */g, ' ')}\n` : text;
}
