import { compileMappings } from '../../src/map/compile-mappings.js';
import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import type { Problem } from '../../src/problem.js';
import { readMappingFiles } from '../../src/read/package-files.js';

const parsed = parseMappingFiles(readMappingFiles(), []);

/** The package's mappings with files of one's own, by name; problems as `file:line: message`. */
export function ownMappings(files: Readonly<Record<string, string>>) {
  const problems: Problem[] = [];
  const texts = Object.entries(files).map(([name, text]) => ({ name, text }));
  const own = parseMappingFiles(texts, problems);
  const compiled = compileMappings([...parsed, ...own]);
  problems.push(...compiled.problems);
  return {
    mappings: compiled.mappings,
    problems: problems.map(({ place, message }) => `${place.source}:${place.line}: ${message}`),
  };
}
