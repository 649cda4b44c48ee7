import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { settingsHash } from '../batch/settings.js';
import type { Workshop } from '../pipeline.js';
import { openWorkshop } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { MappingCache } from '../read/mapping-cache.js';
import { readMappingFolder, readTextFile } from '../read/package-files.js';
import { openTitles } from '../read/titles-file.js';
import type { TextFile } from '../source.js';

/** The options of a command that say what articles are converted with. */
export interface SettingsOptions {
  readonly vocabBase: string;
  readonly mapping?: string | null;
  readonly shapes?: readonly string[];
  readonly validate: boolean;
  /** Path of a file of titles. */
  readonly titles?: string;
}

/** Settings that hold together. */
export interface Settings {
  /** Of the files that they are made of. */
  readonly hash: string;
  /** The workshop that they make; it is opened once, and only where it is wanted. */
  readonly workshop: () => Promise<Workshop>;
}

/**
 * Checks the user's own mappings, shapes and titles; the package's need no check.
 *
 * @returns null where one of them has an error, which is told
 */
export async function openSettings(
  options: SettingsOptions,
  tell: (problem: Problem) => void,
): Promise<Settings | null> {
  const own = readOwn(options, tell);
  if (!own) return null;
  const opening = options.titles === undefined ? null : openTitles(options.titles);
  if (opening && 'problem' in opening) {
    tell(opening.problem);
    return null;
  }
  const titles = opening?.titles ?? null;
  const { vocabBase: vocabularyBase, validate } = options;
  const { mappingFiles } = own;
  const cached = mappingFiles.length > 0 ? { cache: new MappingCache(cacheFolder(), mappingFiles) } : {};
  const known = titles ? { titles } : {};
  const open = () => openWorkshop({ ...own, ...cached, ...known, vocabularyBase, validate });
  const files = [...own.mappingFiles, ...own.shapeFiles];
  let opened = files.length > 0 ? await open() : null;
  for (const problem of opened?.problems ?? []) tell(problem);
  if (opened?.workshop === null) return null;
  return {
    hash: settingsHash(titles ? [...files, { name: 'titles', text: titles.hash }] : files),
    workshop: async () => {
      opened ??= await open();
      if (!opened.workshop) throw new Error('the mappings of the package do not hold together');
      return opened.workshop;
    },
  };
}

/** Where programs keep what they can make again (https://specifications.freedesktop.org/basedir-spec/latest/). */
function cacheFolder(): string {
  const { XDG_CACHE_HOME: told = '' } = process.env;
  return join(isAbsolute(told) ? told : join(homedir(), '.cache'), 'article2rdf', 'mappings');
}

function readOwn(
  { mapping = null, shapes = [] }: SettingsOptions,
  tell: (problem: Problem) => void,
): { mappingFiles: TextFile[]; shapeFiles: TextFile[] } | null {
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
  return { mappingFiles, shapeFiles: found.filter((file) => file !== null) };
}
