/**
 * Holds mappings, vocabularies, shapes, the JSON-LD context and the code's own terms against each other: what one of
 * them names, the others must know.
 */
import { parameterUsage, usageLines } from './generate/usage.js';
import { generate } from './generate.js';
import { lintContext } from './lint/context.js';
import type { TurtleFile } from './lint/finding.js';
import { lintIgnored } from './lint/ignored.js';
import { lintMappings } from './lint/mappings.js';
import { lintSentences } from './lint/sentences.js';
import { lintShapes } from './lint/shapes.js';
import { lintTables } from './lint/tables.js';
import { Terms } from './lint/terms.js';
import { lintTopics } from './lint/topics.js';

import { lintValues } from './lint/values.js';
import { lintVocabularies } from './lint/vocabularies.js';
import { compileMappings } from './map/compile-mappings.js';
import { parseMappingFiles } from './map/parse-mapping-files.js';
import type { Problem } from './problem.js';
import { parseTurtleFamily, RdfSyntaxError } from './rdf/parse-rdf.js';
import { kindOfShapeFile } from './read/package-files.js';
import type { Context } from './serialize/writer.js';
import type { TextFile } from './source.js';

export interface LintFiles {
  readonly mappings: readonly TextFile[];
  readonly vocabularies: readonly TextFile[];
  readonly shapes: readonly TextFile[];
}

export interface LintInput extends LintFiles {
  readonly context: Context;
  /** A user's own, which the context need not know. */
  readonly own?: LintFiles;
}

/** Every contradiction, with the file and, where it can be found, the line. None means that the whole fits together. */
export function lint({
  context,
  own = { mappings: [], vocabularies: [], shapes: [] },
  ...input
}: LintInput): Problem[] {
  const problems: Problem[] = [];
  const parsed = parseMappingFiles(input.mappings, problems);
  const parsedOwn = parseMappingFiles(own.mappings, problems);
  const { mappings, problems: found } = compileMappings([...parsed, ...parsedOwn]);
  // What a file that cannot be read would have said is missed in many others.
  if (problems.length > 0) return problems;
  problems.push(...found);
  const { mappings: builtIn } = compileMappings(parsed);
  // What is made of a user's own mappings need not be written by hand.
  const made = mappings
    ? generate([...parsed, ...parsedOwn], mappings, parsedOwn, context)
    : { vocabularies: [], shapes: [] };
  const vocabularies = parseFiles(
    [...input.vocabularies, ...made.vocabularies, ...own.vocabularies],
    problems,
  );
  // A user's own kind takes the place of the package's of its name, and its shapes that of those.
  const replaced = new Set(made.shapes.map(({ name }) => kindOfShapeFile(name)));
  const isKept = (kind: string | null): boolean => kind === null || !replaced.has(kind);
  const kept = input.shapes.filter(({ name }) => isKept(kindOfShapeFile(name)));
  const shapes = parseFiles([...kept, ...made.shapes, ...own.shapes], problems);
  if (!mappings || !builtIn) return problems;
  const terms = new Terms(vocabularies.flatMap(({ quads }) => quads));
  return [
    ...problems,
    ...lintMappings(mappings, terms, [...input.mappings, ...own.mappings]),
    ...lintIgnored([...parsed, ...parsedOwn], mappings),
    ...lintSentences(mappings, [...input.mappings, ...own.mappings]),
    ...lintValues([...parsed, ...parsedOwn]),
    ...lintTables(mappings, shapes),
    ...lintTopics(parsed, input.mappings),
    ...lintTopics(parsedOwn, own.mappings),
    ...lintVocabularies(vocabularies, terms),
    ...lintShapes(shapes, mappings, terms),
    ...lintContext(context, builtIn),
  ];
}

/** Which share of parameter uses the mappings claim, as lines, and what of the table or the mappings does not fit. */
export function lintUsage(
  file: TextFile,
  mappingFiles: readonly TextFile[],
): { text: string; problems: Problem[] } {
  const problems: Problem[] = [];
  const { mappings, problems: found } = compileMappings(parseMappingFiles(mappingFiles, problems));
  problems.push(...found);
  if (!mappings) return { text: '', problems };
  const { templates, problems: unfit } = parameterUsage(file, mappings);
  return { text: usageLines(templates), problems: [...problems, ...unfit] };
}

function parseFiles(files: readonly TextFile[], problems: Problem[]): TurtleFile[] {
  return files.flatMap((file) => {
    try {
      return [{ ...file, quads: parseTurtleFamily(file.text, 'turtle') }];
    } catch (error) {
      if (!(error instanceof RdfSyntaxError)) throw error;
      const place = { source: file.name, ...(error.line === undefined ? {} : { line: error.line }) };
      problems.push({
        code: 'turtle-invalid',
        severity: 'error',
        message: `This is no Turtle: ${error.message}`,
        place,
      });
      return [];
    }
  });
}
