/** Which columns of a table are which of a list. */
import type { Table, Text } from '../../article.js';
import type { Draft } from '../draft.js';
import { quoted } from '../draft.js';
import type { FieldMapping } from '../field-mapping.js';
import { labelKey } from '../label-key.js';
import type { Column, ListMapping } from '../list-mapping.js';
import type { SplitTable } from '../table-header.js';

type Header = Pick<SplitTable, 'labels' | 'above'>;

/** The list whose columns most headers are, if it has the column that every row needs. */
export function bestList(
  lists: readonly ListMapping[],
  header: Header,
): { list: ListMapping; columns: readonly (Column | null)[] } | null {
  let best: { list: ListMapping; columns: readonly (Column | null)[]; known: number } | null = null;
  for (const list of lists) {
    const columns = columnsOf(list, header);
    const isWhole = columns.some((column) =>
      list.part ? column?.is === 'name' : column?.is === 'field' && column.field === firstField(list),
    );
    const known = columns.filter((column) => column !== null).length;
    if (isWhole && known > (best?.known ?? 0)) best = { list, columns, known };
  }
  return best;
}

/**
 * A column is known by the labels above it together with its own, else by its own. Of several columns for a field with the
 * same label that are not one that is merged, nothing says which is which; of several for the name the first counts.
 */
function columnsOf({ columns }: ListMapping, { labels, above }: Header): (Column | null)[] {
  const keys = labels.map(({ value }) => labelKey(value));
  return labels.map((label, i) => {
    const higher = above[i] ?? [];
    for (let from = 0; from < higher.length; from++) {
      const column = columns.get(
        labelKey([...higher.slice(from), label].map(({ value }) => value).join(' ')),
      );
      if (column) return column;
    }
    const column = columns.get(keys[i] as string) ?? columns.get(labelKey(bare(label))) ?? null;
    const isOneOfSeveral = keys.some((key, j) => key === keys[i] && labels[j] !== label);
    return column?.is === 'field' && isOneOfSeveral ? null : column;
  });
}

function bare({ value }: Text): string {
  return value.replace(/\s*\([^()]*\)/g, '');
}

/** The field that every row of a list about the subject itself needs. */
export function firstField({ fields }: ListMapping): FieldMapping | undefined {
  return fields.values().next().value;
}

/** Reports columns that nothing reads; they stay in the text of their section. */
export function reportOtherColumns(draft: Draft, table: Table, labels: readonly Text[]): void {
  const others = new Set(labels.map(({ value }) => quoted(value)));
  if (others.size === 0) return;
  const names = [...others].join(', ');
  const message = `No mapping reads the ${others.size === 1 ? 'column' : 'columns'} ${names} of this table; the text of its section holds what stands there.`;
  draft.report('unmapped-column', 'info', message, table.span);
}
