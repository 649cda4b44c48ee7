/** Options that several commands share, and how their values are checked. */
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { Format, ProvenanceMode } from '../rdf/formats.js';
import { formatNamed, formats, holds, provenanceModes } from '../rdf/formats.js';
import { isRfc3987 } from '../rdf/iri-syntax.js';
import { checkedBase } from '../rdf/iris.js';
import { canonicalTag, tagMeantBy } from '../rdf/language-tag.js';
import { defaultVocabularyBase } from '../rdf/vocabulary.js';
import { filledBase } from '../source/base-template.js';
import { isDateTime } from '../source/date-time.js';
import type { ReportFormat } from '../validate/report.js';
import { reportFormatNamed, reportFormats } from '../validate/report.js';
import type { ResultSeverity } from '../validate.js';
import { exitCode } from './exit-code.js';

export type FailOn = 'violation' | 'warning' | 'never';

export const formatOption = (standard = 'turtle,jsonld'): Option =>
  new Option('-f, --format <formats>', `comma-separated: ${formats.map(({ name }) => name).join(', ')}`)
    .default(parseFormats(standard), standard)
    .argParser(parseFormats);

export const baseOption = (): Option =>
  new Option('--base <iri>', 'IRI under which things and pages get theirs')
    .default('https://example.org/')
    .argParser(parseBase);

/** A base that may differ from wiki to wiki. */
export const baseTemplateOption = (): Option =>
  new Option(
    '--base <iri>',
    'IRI under which things and pages get theirs; {wiki} in it stands for the host or name of the wiki, {lang} for the language',
  )
    .default('https://example.org/')
    .argParser(parseBaseTemplate);

export const vocabularyBaseOption = (): Option =>
  new Option('--vocab-base <iri>', 'base of our own vocabularies')
    .default(defaultVocabularyBase)
    .argParser(parseBase);

export const languageOption = (): Option =>
  new Option('--lang <tag>', 'language of the articles, a BCP 47 tag').default('en').argParser(parseLanguage);

export const mappingOption = (): Option =>
  new Option('--mapping <folder>', 'your own mappings, besides the built-in ones');

export const titlesOption = (): Option =>
  new Option('--titles <file>', 'titles of the wiki (made by titles), to name what a link ends at');

export const validateOption = (): Option => new Option('--no-validate', 'do not check against shapes');

export const provenanceOption = (): Option =>
  new Option('--provenance <mode>', 'how to record where each statement was read')
    .choices(provenanceModes)
    .default('page');

/** A time is given and never looked up, so that the same command gives the same bytes. */
export const generatedAtOption = (): Option =>
  new Option(
    '--generated-at <time>',
    'state of each page when it was converted, such as 2025-01-31T12:00:00Z',
  ).argParser(parseTime);

/** Wrong use where none of the formats can say what is asked for; those that cannot beside one that can say the page. */
export function requireProvenance(
  { format, provenance }: { readonly format: readonly Format[]; readonly provenance: ProvenanceMode },
  command: Command,
): void {
  if (format.some((one) => holds(one, provenance))) return;
  const able = formats.filter((one) => holds(one, provenance)).map(({ name }) => name);
  const given = format.map(({ name }) => name).join(', ');
  command.error(`error: --provenance ${provenance} needs ${able.join(' or ')}; ${given} cannot say it`, {
    exitCode: exitCode.usage,
  });
}

/** Namespaces of a wiki: https://www.mediawiki.org/wiki/Manual:Namespace */
export const namespacesOption = (
  of = 'of a wiki export, convert pages of these namespaces; 14 adds the tree of categories',
): Option => new Option('--namespaces <numbers>', of).default([0], '0').argParser(parseNumbers);

export const redirectsOption = (): Option =>
  new Option('--redirects', 'of a wiki export, turn redirects into names too').default(false, 'no');

export const mentionsOption = (): Option =>
  new Option('--no-mentions', 'leave out what the links of an article lead to');

export const nameLinksOption = (): Option =>
  new Option('--no-name-links', 'do not look up names without a link in the titles');

export const citationsOption = (): Option =>
  new Option('--citations', 'state the sources that an article cites, and for what');

export const disambiguationsOption = (): Option =>
  new Option('--disambiguations', 'convert pages that tell pages of like titles apart, too');

export const shardSizeOption = (): Option =>
  new Option(
    '--shard-size <bytes>',
    'cut big inputs into parts of this size, such as 16M; by default it follows from their size',
  ).argParser(parseSize);

export const workersOption = (of: string, value: number, inWords?: string): Option =>
  new Option('--workers <number>', of).default(value, inWords).argParser(numberBetween(1, mostWorkers));

export const failOnOption = (): Option =>
  new Option('--fail-on <severity>', 'exit with 1 on results as bad as this')
    .choices(['violation', 'warning', 'never'])
    .default('violation');

/** Whether a result of a severity makes the run fail. */
export function severityCounts(severity: ResultSeverity, failOn: FailOn): boolean {
  return failOn === 'warning' ? severity !== 'info' : failOn === 'violation' && severity === 'violation';
}

/** An option that takes several values takes what follows it too; who is caught by that is told. */
export function requireInputs(
  inputs: readonly string[],
  shapes: readonly string[] | undefined,
  command: Command,
): void {
  if (inputs.length > 0) return;
  const hint = shapes ? ' (name them before --shapes, which takes all that follows it)' : '';
  command.error(`error: missing required argument '${command.registeredArguments[0]?.name()}'${hint}`, {
    exitCode: exitCode.usage,
  });
}

export const shapesOption = (description: string): Option => new Option('--shapes <file...>', description);

export const reportFormatOption = (flags: string, description: string): Option =>
  new Option(flags, `${description}: ${reportFormats.map(({ name }) => name).join(', ')}`).argParser(
    parseReportFormat,
  );

export function parseIri(text: string): string {
  if (!isRfc3987(text))
    throw new InvalidArgumentError('It must be an absolute IRI such as https://example.org/.');
  return text;
}

function parseFormats(text: string): Format[] {
  const names = text.split(',').filter((name) => name.trim() !== '');
  const found = names.map((name) => {
    const format = formatNamed(name);
    if (!format)
      throw new InvalidArgumentError(
        `"${name}" is no format; use ${formats.map((known) => known.name).join(', ')}.`,
      );
    return format;
  });
  if (found.length === 0) throw new InvalidArgumentError('Name at least one format.');
  return [...new Set(found)];
}

function parseNumbers(text: string): number[] {
  const numbers = text.split(',').map((item) => item.trim());
  if (!numbers.every((number) => /^-?\d{1,6}$/.test(number)))
    throw new InvalidArgumentError('Give numbers such as 0,14.');
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function parseSize(text: string): number {
  const [, number, unit = ''] = /^(\d{1,12})([kmg]?)b?$/i.exec(text.trim()) ?? [];
  const size = Number(number) * (units[unit.toLowerCase()] ?? 1);
  if (number === undefined || size < 1 || !Number.isSafeInteger(size))
    throw new InvalidArgumentError('Give a number of bytes such as 1000000, 512K or 16M.');
  return size;
}

const mostWorkers = 1024;

/** The parser of an option that is a whole number within bounds. */
export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
    return number;
  };
}

function parseBase(text: string): string {
  const base = checkedBase(text);
  if (base === null)
    throw new InvalidArgumentError(
      'It must be an absolute IRI without query or fragment, such as https://example.org/.',
    );
  return base;
}

function parseBaseTemplate(text: string): string {
  const filled = filledBase(text, { wiki: 'wiki.example', language: 'en' }) ?? text;
  const added = parseBase(filled).slice(filled.length);
  return text + added;
}

/** https://www.w3.org/TR/xmlschema11-2/#dateTime */
function parseTime(text: string): string {
  if (!isDateTime(text))
    throw new InvalidArgumentError('It must be a time with its zone, such as 2025-01-31T12:00:00Z.');
  return text;
}

function parseLanguage(text: string): string {
  const tag = canonicalTag(text);
  if (tag !== null) return tag;
  const meant = tagMeantBy(text);
  const hint = meant === null ? ' such as en or zh-Hant.' : `; did you mean ${meant}?`;
  throw new InvalidArgumentError(`It must be a BCP 47 tag${hint}`);
}

function parseReportFormat(text: string): ReportFormat {
  const format = reportFormatNamed(text);
  if (!format) throw new InvalidArgumentError(`Use ${reportFormats.map(({ name }) => name).join(', ')}.`);
  return format;
}
