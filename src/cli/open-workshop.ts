import { settingsHash } from '../batch/settings.js';
import type { Workshop } from '../pipeline.js';
import { openWorkshop } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { readMappingFolder, readTextFile } from '../read/package-files.js';

/** The options of a command that say what articles are converted with. */
export interface SettingsOptions {
  readonly vocabBase: string;
  readonly mapping?: string | null;
  readonly shapes?: readonly string[];
  readonly validate: boolean;
}

/** A workshop, and a hash of the files that it is made of. Null where one of them has an error, which is told. */
export async function openWorkshopFor(
  { mapping = null, shapes = [], vocabBase, validate }: SettingsOptions,
  tell: (problem: Problem) => void,
): Promise<{ workshop: Workshop; settings: string } | null> {
  const files = <T>(source: string, read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      const message = `It cannot be read: ${(error as Error).message}.`;
      tell({ code: 'unreadable', severity: 'error', message, place: { source } });
      return null;
    }
  };
  const mappingFiles = mapping === null ? [] : files(mapping, () => readMappingFolder(mapping));
  const found = shapes.map((path) => files(path, () => readTextFile(path)));
  if (mappingFiles === null || found.includes(null)) return null;
  const shapeFiles = found.filter((file) => file !== null);
  const { workshop, problems } = await openWorkshop({
    mappingFiles,
    shapeFiles,
    vocabularyBase: vocabBase,
    validate,
  });
  for (const problem of problems) tell(problem);
  return workshop && { workshop, settings: settingsHash([...mappingFiles, ...shapeFiles]) };
}
