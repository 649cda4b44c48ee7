/** No output replaces what a run reads. */
import type { Problem } from '../problem.js';
import type { PartsFolder } from '../publish.js';
import { InputFiles } from '../read/input-files.js';
import { allRdfFiles } from '../read/rdf-files.js';
import { findInputs } from '../read.js';

/** The articles and exports that inputs stand for, and other files that are read. */
export function articleInputs(inputs: readonly string[], others: readonly string[] = []): InputFiles {
  return new InputFiles(async function* () {
    yield* others;
    for (const input of inputs) {
      if (input === '-') yield input;
      else for await (const found of findInputs([input])) if ('path' in found) yield found.path;
    }
  });
}

/** The files of RDF that paths stand for, and other files that are read. */
export function rdfInputs(paths: readonly string[], others: readonly string[] = []): InputFiles {
  return new InputFiles(async function* () {
    yield* others;
    for (const path of paths) {
      // What cannot be read is reported where it is read.
      const files = path === '-' ? [{ path }] : await allRdfFiles(path).catch(() => []);
      for (const file of files) yield file.path;
    }
  });
}

/** Why nothing is written into a folder of parts; null where no input lies there under the name of a part. */
export async function replacedPart(folder: PartsFolder, inputs: InputFiles): Promise<Problem | null> {
  for (const name of await folder.ownFiles()) {
    const problem = await replacedInput(folder.pathOf(name), inputs);
    if (problem) return problem;
  }
  return null;
}

/** Why a file is not written; null where nothing is in the way. */
export async function replacedInput(output: string, inputs: InputFiles): Promise<Problem | null> {
  const input = await inputs.at(output);
  if (input === null) return null;
  const what = input === output ? 'It is one of the inputs' : `It is the same file as the input ${input}`;
  const message = `${what}, which an output never replaces; choose another file or folder.`;
  return { code: 'replaces-input', severity: 'error', message, place: { source: output } };
}
