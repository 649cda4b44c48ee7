import { prefixes as builtIn, withVocabularies } from '../rdf/vocabulary.js';
import type { LibraryFile } from './mapping-schema.js';
import type { MappingPath, ParsedMappingFile, Report } from './parsed-file.js';
import { isLibrary } from './parsed-file.js';

/** The prefixes of the code, those of the families of fields, and those that kinds declare: namespaces by prefix. */
export function declaredPrefixes(
  files: readonly ParsedMappingFile[],
  report: Report,
): Readonly<Record<string, string>> {
  const families = new Map<string, string>();
  const ofKinds: Record<string, string> = {};
  for (const file of files) {
    const { data } = file;
    if ('kind' in data) Object.assign(ofKinds, data.prefixes);
    else if (isLibrary(data)) declareFamily(data, families, (path, message) => report(file, path, message));
  }
  return { ...withVocabularies(families), ...ofKinds };
}

function declareFamily(
  { prefix, namespace }: LibraryFile,
  families: Map<string, string>,
  report: (path: MappingPath, message: string) => void,
): void {
  if (prefix === undefined && namespace === undefined) return;
  if (prefix === undefined || namespace === undefined) {
    report(['fields'], 'A family of fields says both a `prefix` and its `namespace`, or neither.');
    return;
  }
  if ((builtIn[prefix] ?? families.get(prefix) ?? namespace) !== namespace)
    report(['prefix'], `The prefix "${prefix}" stands for another namespace elsewhere.`);
  families.set(prefix, namespace);
}
