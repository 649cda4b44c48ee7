import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import type { Parsed } from '../../src/parse.js';
import { parseSource, Templates } from '../../src/parse.js';
import { readMappingFiles } from '../../src/read/package-files.js';
import type { Source } from '../../src/source.js';

const file = parseMappingFiles(readMappingFiles(), []).find(
  ({ data }) => 'table' in data && data.table === 'templates',
);
if (!file || !('table' in file.data) || file.data.table !== 'templates') throw new Error('no templates');

export const templates = new Templates(file.data.entries);

/** Parses with the package's own templates. */
export function parse(input: string | Source): Parsed {
  return parseSource(typeof input === 'string' ? { name: '<text>', text: input } : input, templates);
}
