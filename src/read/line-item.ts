import type { Place } from '../problem.js';
import { isRfc3987 } from '../rdf/iri-syntax.js';
import { wikiOf } from '../rdf/wiki-languages.js';
import { guessFormat } from '../source/guess-format.js';
import type { Source, TextFormat } from '../source.js';
import { decode } from './decode.js';
import { formMessage, unreadText } from './forms/unread-form.js';
import { refused } from './refused.js';
import { rowAddress, rowLanguage, rowNamespace, rowRevision, rowTitle, rowWiki } from './rows/row-context.js';
import type { Row, RowText } from './rows/row-text.js';
import { at, isRow, rowText } from './rows/row-text.js';
import type { UnreadFields } from './rows/unread-fields.js';
import type { LeftReason, ShardItem } from './shard-item.js';
import { longestTitle } from './title-register.js';

/** What is known of a line before it is read. */
export interface LineContext {
  /** What messages call the file. */
  readonly file: string;
  /** Where the line begins, in words. */
  readonly where: string;
  /** Its number from 1, where lines were counted from the beginning of the file. */
  readonly line?: number;
  /** The namespaces that are asked for. */
  readonly namespaces: ReadonlySet<number>;
  /** The fields that were told not to be read. */
  readonly unread: UnreadFields;
  /** Whether the file ends here, and not the line. */
  readonly isCut?: boolean;
}

/** What becomes of a line of NDJSON; nothing of a blank one. */
export function lineItems(bytes: Buffer, context: LineContext): ShardItem[] {
  const decoded = decode(bytes);
  const refuse = refusal(context);
  if (!('text' in decoded))
    return decoded.code === 'empty-input' ? [] : [refuse(decoded.code, decoded.message)];
  let value: unknown;
  try {
    value = JSON.parse(decoded.text.replace(/^\ufeff/, ''));
  } catch (error) {
    const isTruncated = context.isCut === true && /^\s*\{/.test(decoded.text);
    if (isTruncated) return [refuse('truncated', 'the file ends in the middle of it; get the file again.')];
    return [refuse('invalid-json', `it is no JSON (${(error as Error).message}).`)];
  }
  if (!isRow(value)) return [refuse('invalid-line', 'it is no JSON object.')];
  return recordItems(value, context, refuse);
}

type Refuse = (code: string, reason: string) => ShardItem;

function refusal({ file, where, line }: LineContext): Refuse {
  const place: Place = { source: file, ...(line ? { line } : {}) };
  return (code, reason) => refused(code, place, `The line that begins at ${where} was left out: ${reason}`);
}

/** A record is an article, an answer of an API that holds some, or what wraps one. */
function recordItems(record: Row, context: LineContext, refuse: Refuse): ShardItem[] {
  const keys = Object.keys(record);
  if (keys.some((key) => /^@(?:context|id|graph|type)$/.test(key)))
    return [refuse('unknown-format', 'this is JSON-LD; did you mean validate?')];
  if (
    keys.length === 1 &&
    isRow(at(record, keys[0] as string)) &&
    /^(?:index|create|update|delete)$/.test(keys[0] as string)
  )
    return [{ left: 'index', title: '' }];
  // Elasticsearch gives documents wrapped.
  if (isRow(record._source)) return [rowItem(record._source, context, refuse)].flat();
  if (isRow(record.error) && (record.error.code !== undefined || record.error.info !== undefined))
    return [
      refuse(
        'api-error',
        `it is an error of MediaWiki's API: ${String(record.error.info ?? record.error.code)}.`,
      ),
    ];
  const pages = at(record, 'query.pages');
  if (Array.isArray(pages) || isRow(pages)) {
    const items = Object.values(pages).flatMap((page: unknown) =>
      isRow(page)
        ? rowItem(page, context, refuse)
        : [refuse('invalid-line', 'a page of it is no JSON object.')],
    );
    const others = keys.filter((key) => !['query', 'batchcomplete'].includes(key));
    return [...context.unread.report(others, context), ...items];
  }
  // What is parsed is HTML; its source stands beside it where it was asked for.
  if (isRow(record.parse)) {
    const { text: _, ...parsed } = record.parse;
    return rowItem(parsed, context, refuse);
  }
  return rowItem(record, context, refuse);
}

function rowItem(row: Row, context: LineContext, refuse: Refuse): ShardItem[] {
  const { field, value: title } = rowTitle(row);
  const found = rowText(row);
  const isPage = row.missing === undefined && row.invalid === undefined;
  if (!isPage && typeof title === 'string')
    return [refuse('missing-page', `the wiki has no page "${title}".`)];
  if (title === undefined && !found) return [refuse('unknown-row', unknownRow(row))];
  if (typeof title === 'string' && !isText(title))
    return [refuse('invalid-line', `"${field}" holds ${noText}.`)];
  if (!isFilled(title) || title.length > longestTitle)
    return [refuse('invalid-line', `"${field}" must be the title, of 1 to ${longestTitle} characters.`)];
  const name = title.replace(/\s+/g, ' ').trim();
  const left = leftReason(row, context.namespaces);
  if (left) return [{ left, title: name }];
  const read = readText(row, found, refuse);
  if (!('text' in read)) return [read];
  const about = readContext(row, refuse);
  if (!('fields' in about)) return [about];
  const source: Source = { name: `${context.file}#${name}`, ...read, title: name, ...about.fields };
  const others = Object.keys(row).filter((key) => !found?.fields.includes(key));
  return [...context.unread.report(others, context), { source }];
}

function unknownRow(row: Row): string {
  const names = Object.keys(row)
    .slice(0, 8)
    .map((name) => `"${name.slice(0, 40)}"`);
  return `its fields (${names.join(', ') || 'none'}) are not those of an article; give it "title" and "text".`;
}

function leftReason(row: Row, namespaces: ReadonlySet<number>): LeftReason | null {
  const namespace = rowNamespace(row);
  if (namespace !== undefined && !namespaces.has(namespace)) return 'namespace';
  const models = ['revisions.0.slots.main.contentmodel', 'revisions.0.contentmodel', 'content_model'];
  const model = models.map((path) => at(row, path)).find((value) => typeof value === 'string');
  return model === undefined || model === 'wikitext' ? null : 'model';
}

/** What no text of an article begins with, but HTML, RDF and the like. */
const markupBegins = /^[\ufeff\s]*[<@[{#%\\]/;

function readText(
  row: Row,
  found: RowText | null,
  refuse: Refuse,
): { readonly text: string; readonly format: TextFormat } | ShardItem {
  if (typeof found?.text === 'string' && !isText(found.text))
    return refuse('invalid-line', `"${found.fields[0]}" holds ${noText}.`);
  if (!found || !isFilled(found.text))
    return refuse(
      'invalid-line',
      `${found ? `"${found.fields[0]}"` : '"text"'} must be the text of the article, in Unicode and not empty.`,
    );
  const { text } = found;
  const format = found.format ?? formatOf(row.format);
  if (format === 'unknown')
    return refuse('invalid-line', '"format" must be "plain" or "wikitext", or left out.');
  const form = format !== 'wikitext' && markupBegins.test(text) ? unreadText(text) : null;
  if (form) return refuse('unknown-format', `of its text: ${formMessage(form)}`);
  return { text, format: format ?? guessFormat(text) };
}

function readContext(
  row: Row,
  refuse: Refuse,
): { readonly fields: Pick<Source, 'language' | 'url' | 'wiki' | 'revision'> } | ShardItem {
  const address = rowAddress(row);
  if (address && !(typeof address.value === 'string' && isRfc3987(address.value))) {
    const reason = 'must be an absolute IRI such as https://example.org/wiki/Title, or left out';
    return refuse('invalid-line', `"${address.field}" ${reason}.`);
  }
  const url = address?.value as string | undefined;
  const language = rowLanguage(row, url);
  if (language?.tag === null)
    return refuse('invalid-line', `"${language.field}" must be a language tag such as "en", or left out.`);
  const wiki = wikiOf(url, rowWiki(row));
  return {
    fields: {
      ...(language ? { language: language.tag as string } : {}),
      ...(url === undefined ? {} : { url }),
      ...(wiki === null ? {} : { wiki }),
      ...rowRevision(row),
    },
  };
}

const formats: Readonly<Record<string, TextFormat>> = {
  plain: 'plain',
  'text/plain': 'plain',
  wikitext: 'wikitext',
  'text/x-wiki': 'wikitext',
};

/** Null where it is not told. */
function formatOf(value: unknown): TextFormat | null | 'unknown' {
  if (value === undefined || value === null) return null;
  return (typeof value === 'string' && Object.hasOwn(formats, value) && formats[value]) || 'unknown';
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && isText(value);
}

/** Text as a file can hold it: an escape can write what UTF-8 cannot. */
function isText(value: string): boolean {
  return value.isWellFormed() && !value.includes('\0');
}

const noText = 'half of a surrogate pair (\\ud800 to \\udfff) or a \\u0000, which no text holds';
