import type { ChangeWriter } from './change-writer.js';
import { jsonWriter } from './write-json.js';
import { patchWriter } from './write-patch.js';
import type { TableOptions } from './write-table.js';
import { tableWriter } from './write-table.js';
import { updateWriter } from './write-update.js';

/** How a comparison is written: the only table of the names. */
export const diffFormats = {
  table: tableWriter,
  patch: () => patchWriter,
  update: () => updateWriter,
  json: jsonWriter,
} satisfies Record<string, (options: TableOptions) => ChangeWriter>;

export type DiffFormat = keyof typeof diffFormats;
