import { joinLine } from '../rdf/canonical-line.js';
import type { ArticleChanges } from './article-changes.js';
import type { ChangeWriter } from './change-writer.js';

/**
 * RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html) that makes the second export of the first, in one
 * transaction; of each article deletions come first. The same two exports give the same identifier.
 */
export const patchWriter: ChangeWriter = {
  begin: (id) => `H id <urn:uuid:${uuidOf(id)}> .\nTX .\n`,
  article: ({ changes }) => rows('D', changes, 'removed') + rows('A', changes, 'added'),
  end: () => 'TC .\n',
};

function rows(code: 'A' | 'D', changes: ArticleChanges['changes'], which: 'added' | 'removed'): string {
  return changes
    .flatMap((change) => change[which].map((graph) => `${code} ${joinLine(change.triple, graph)}\n`))
    .join('');
}

/** Version 8, whose bits are one's own: https://www.rfc-editor.org/rfc/rfc9562#section-5.8 */
function uuidOf(hex: string): string {
  const variant = '89ab'[Number.parseInt(hex[16] as string, 16) % 4];
  const digits = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
