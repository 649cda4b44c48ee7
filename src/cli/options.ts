/** Options that several commands share, and how their values are checked. */
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { Format } from '../rdf/formats.js';
import { formatNamed, formats } from '../rdf/formats.js';
import { checkedBase, isIri } from '../rdf/iris.js';
import { defaultVocabularyBase } from '../rdf/vocabulary.js';
import type { ReportFormat } from '../validate/report.js';
import { reportFormatNamed, reportFormats } from '../validate/report.js';
import type { ResultSeverity } from '../validate.js';
import { exitCode } from './exit-code.js';

export type FailOn = 'violation' | 'warning' | 'never';

export const formatOption = (): Option =>
  new Option('-f, --format <formats>', `comma-separated: ${formats.map(({ name }) => name).join(', ')}`)
    .default(['turtle', 'jsonld'].map(formatNamed), 'turtle,jsonld')
    .argParser(parseFormats);

export const baseOption = (): Option =>
  new Option('--base <iri>', 'IRI under which things and pages get theirs')
    .default('https://example.org/')
    .argParser(parseBase);

export const vocabularyBaseOption = (): Option =>
  new Option('--vocab-base <iri>', 'where our own vocabularies live')
    .default(defaultVocabularyBase)
    .argParser(parseBase);

export const languageOption = (): Option =>
  new Option('--lang <tag>', 'language of the articles, a BCP 47 tag').default('en').argParser(parseLanguage);

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
  if (!isIri(text))
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

function parseBase(text: string): string {
  const base = checkedBase(text);
  if (base === null)
    throw new InvalidArgumentError(
      'It must be an absolute IRI without query or fragment, such as https://example.org/.',
    );
  return base;
}

function parseLanguage(text: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag !== undefined) return tag;
  } catch {
    // Told below.
  }
  throw new InvalidArgumentError('It must be a BCP 47 tag such as en or zh-Hant.');
}

function parseReportFormat(text: string): ReportFormat {
  const format = reportFormatNamed(text);
  if (!format) throw new InvalidArgumentError(`Use ${reportFormats.map(({ name }) => name).join(', ')}.`);
  return format;
}
