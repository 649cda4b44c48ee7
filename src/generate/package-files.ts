/** All files of the package that are made of others, by `npm run generate`. */
import { generate, writeContext } from '../generate.js';
import { compileMappings } from '../map/compile-mappings.js';
import { mappingJsonSchema } from '../map/json-schema.js';
import { parseMappingFiles } from '../map/parse-mapping-files.js';
import type { Problem } from '../problem.js';
import type { Context } from '../serialize/writer.js';
import type { TextFile } from '../source.js';
import { kindsPage } from './kinds-page.js';
import { parameterUsage } from './usage.js';
import { valueTypesPage } from './value-types-page.js';

/** Folders that hold nothing else. */
export const generatedFolders: readonly string[] = ['shapes/kinds', 'vocab/fields', 'vocab/contexts'];

/**
 * Pure.
 *
 * @param files the mapping files of the package
 * @param base the hand-written context
 * @param uses how often parameters of infoboxes are used
 * @returns files by their path in the package; none where a mapping has an error
 */
export function generatedFiles(
  files: readonly TextFile[],
  base: Context,
  uses: TextFile,
): { readonly files: readonly TextFile[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const parsed = parseMappingFiles(files, problems);
  const { mappings, problems: found } = compileMappings(parsed);
  problems.push(...found);
  const usage = mappings ? parameterUsage(uses, mappings) : { templates: [], problems: [] };
  problems.push(...usage.problems);
  if (!mappings || problems.length > 0) return { files: [], problems };
  const { vocabularies, shapes, contexts } = generate(parsed, mappings, parsed, base);
  return {
    files: [
      ...vocabularies,
      ...shapes,
      ...[...contexts].flatMap(([kind, context]) =>
        Object.keys(context).length === 0
          ? []
          : [{ name: `vocab/contexts/${kind}.jsonld`, text: writeContext(context) }],
      ),
      { name: 'mappings/mapping.schema.json', text: `${JSON.stringify(mappingJsonSchema, null, 2)}\n` },
      { name: 'docs/kinds.md', text: kindsPage(mappings, usage.templates) },
      { name: 'docs/value-types.md', text: valueTypesPage },
    ],
    problems,
  };
}
