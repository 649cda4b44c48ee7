import type { Place, Problem } from '../../problem.js';
import { contextFields } from './row-context.js';

/** Fields about the row, and not of the article. */
const asides: ReadonlySet<string> = new Set([
  ...contextFields,
  'format',
  'section_titles',
  'contentformat',
  'contentmodel',
  'content_model',
  'namespace',
  'namespace_id',
  'namespace_text',
  'page_namespace',
  'ns',
  'missing',
  'batchcomplete',
  'id',
  '_id',
  'key',
  'pageid',
  'page_id',
  'curid',
  'revid',
  'rev_id',
  'revision_id',
  'lastrevid',
  'identifier',
  'timestamp',
  'date_modified',
  'date_created',
  'create_timestamp',
  'touched',
  'version',
  'length',
  'text_bytes',
  'bytes',
  'size',
  'sha1',
  'pagelanguagehtmlcode',
  'pagelanguagedir',
]);

/** Names that are remembered; a file of more has no fields, but keys of its own. */
const mostNames = 200;

/** Tells once which fields of rows are not read. */
export class UnreadFields {
  private readonly known = new Set<string>();

  /** Problems for those of some fields that have not been told of. */
  report(
    fields: readonly string[],
    { file, line }: { readonly file: string; readonly line?: number },
  ): { problem: Problem }[] {
    const found: { problem: Problem }[] = [];
    for (const field of fields) {
      if (asides.has(field) || this.known.has(field) || this.known.size >= mostNames) continue;
      this.known.add(field);
      const place: Place = { source: file, ...(line ? { line } : {}) };
      const message = `The field "${field.slice(0, 100)}" of its rows is not read.`;
      found.push({ problem: { code: 'unread-field', severity: 'warning', message, place, about: field } });
    }
    return found;
  }
}
