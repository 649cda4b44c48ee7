import { compileMappings } from '../../src/map/compile-mappings.js';
import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import { usualWords } from '../../src/map/usual-words.js';
import type { Parsed } from '../../src/parse.js';
import { parseSource, Templates } from '../../src/parse.js';
import { readMappingFiles } from '../../src/read/package-files.js';
import type { Source } from '../../src/source.js';

const { mappings } = compileMappings(parseMappingFiles(readMappingFiles(), []));
if (!mappings) throw new Error('The package’s own mappings have errors.');

export const templates = new Templates(mappings.templates);
export const usual = usualWords(mappings);

/** Parses with the package's own words. */
export function parse(input: string | Source): Parsed {
  return parseSource(typeof input === 'string' ? { name: '<text>', text: input } : input, templates, usual);
}
