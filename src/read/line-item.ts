import { isIri } from '../rdf/iris.js';
import { canonicalTag } from '../rdf/language-tag.js';
import { guessFormat } from '../source/guess-format.js';
import type { Source } from '../source.js';
import { decode } from './decode.js';
import { refused } from './refused.js';
import type { ShardItem } from './shard-item.js';
import { longestTitle } from './title-register.js';

/** What is known of a line before it is read. */
export interface LineContext {
  /** What messages call the file. */
  readonly file: string;
  /** Where the line begins, in words. */
  readonly where: string;
  /** Its number from 1, where lines were counted from the beginning of the file. */
  readonly line?: number;
}

/** What becomes of a line of NDJSON; null for a blank one. */
export function lineItem(bytes: Buffer, { file, where, line }: LineContext): ShardItem | null {
  const place = { source: file, ...(line ? { line } : {}) };
  const problem = (code: string, reason: string): ShardItem =>
    refused(code, place, `The line that begins at ${where} was left out: ${reason}`);
  const decoded = decode(bytes);
  if (!('text' in decoded))
    return decoded.code === 'empty-input' ? null : problem(decoded.code, decoded.message);
  let value: unknown;
  try {
    value = JSON.parse(decoded.text.replace(/^\ufeff/, ''));
  } catch (error) {
    return problem('invalid-json', `it is no JSON (${(error as Error).message}).`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('invalid-line', 'it is no JSON object.');
  const record = value as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(rules).find(([key, { isRight }]) => !isRight(record[key]));
  if (wrong) return problem('invalid-line', `"${wrong[0]}" must be ${wrong[1].is}.`);
  return { source: sourceOf(record as unknown as LineRecord, file) };
}

interface LineRecord {
  readonly title: string;
  readonly text: string;
  readonly format?: 'plain' | 'wikitext' | null;
  readonly url?: string | null;
  readonly lang?: string | null;
}

function sourceOf({ title: rawTitle, text, format, url, lang }: LineRecord, file: string): Source {
  const title = rawTitle.replace(/\s+/g, ' ').trim();
  return {
    name: `${file}#${title}`,
    text,
    format: format ?? guessFormat(text),
    title,
    ...(lang == null ? {} : { language: lang }),
    ...(url == null ? {} : { url }),
  };
}

interface Rule {
  readonly is: string;
  readonly isRight: (value: unknown) => boolean;
}

/** Text as a file can hold it: an escape can write what UTF-8 cannot. */
const isFilled = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.isWellFormed() && !value.includes('\0');
const orAbsent =
  (isRight: (value: string) => boolean) =>
  (value: unknown): boolean =>
    value == null || (typeof value === 'string' && isRight(value));

const rules: Readonly<Record<string, Rule>> = {
  title: {
    is: `the title, of 1 to ${longestTitle} characters`,
    isRight: (value) => isFilled(value) && (value as string).length <= longestTitle,
  },
  text: { is: 'the text of the article, in Unicode and not empty', isRight: isFilled },
  format: {
    is: '"plain" or "wikitext", or left out',
    isRight: orAbsent((value) => value === 'plain' || value === 'wikitext'),
  },
  url: {
    is: 'an absolute IRI such as https://example.org/wiki/Title, or left out',
    isRight: orAbsent(isIri),
  },
  lang: {
    is: 'a language tag such as "en", or left out',
    isRight: orAbsent((value) => canonicalTag(value) !== null),
  },
};
