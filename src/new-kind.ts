/** A first draft of a kind's mapping, made of the parameters that pages really use. */
import type { Article } from './article.js';
import { Terms } from './lint/terms.js';
import { compileMappings } from './map/compile-mappings.js';
import { parseMappingFiles } from './map/parse-mapping-files.js';
import type { ParsedMappingFile } from './map/parsed-file.js';
import { isLibrary } from './map/parsed-file.js';
import { Guesser } from './new-kind/guess.js';
import { ParameterUses } from './new-kind/parameter-uses.js';
import { writeDraft } from './new-kind/write-draft.js';
import type { Problem } from './problem.js';
import { parseTurtleFamily } from './rdf/parse-rdf.js';
import { expandCurie } from './rdf/vocabulary.js';
import type { TextFile } from './source.js';

export interface KindWanted {
  readonly name: string;
  /** The infobox, such as "Infobox mountain". */
  readonly template: string;
  /** Compact IRI of the class of its things; absent, that of the kind that it is a sort of, else schema:Thing. */
  readonly class?: string | undefined;
  /** The kind that it is a sort of. */
  readonly is?: string | undefined;
}

export interface DraftFiles {
  /** Those of the package, then the user's own. */
  readonly mappings: readonly TextFile[];
  readonly vocabularies: readonly TextFile[];
}

/**
 * What is known by a label of another kind's is the library's field, as far as its values are read so; what is not gets a
 * type that reads them. The rest is listed.
 *
 * @returns the file's text; null if a problem says why there is none
 */
export function draftKind(
  { name, template, ...wanted }: KindWanted,
  articles: Iterable<Article>,
  files: DraftFiles,
): { text: string | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const parsed = parseMappingFiles(files.mappings, problems);
  const { mappings, problems: found } = compileMappings(parsed);
  problems.push(...found);
  const refuse = (message: string): { text: null; problems: readonly Problem[] } => ({
    text: null,
    problems: [...problems, { code: 'no-draft', severity: 'error', message, place: { source: name } }],
  });
  if (!mappings) return { text: null, problems };
  if (mappings.kindNamed.has(name)) return refuse(`There is a kind "${name}" already.`);
  const parent = wanted.is === undefined ? null : mappings.kindNamed.get(wanted.is);
  if (parent === undefined) return refuse(`There is no kind "${wanted.is}".`);
  const named = wanted.class ?? (parent ? null : 'schema:Thing');
  const terms = new Terms(files.vocabularies.flatMap(({ text }) => parseTurtleFamily(text, 'turtle')));
  const type = named === null ? parent?.class : expandCurie(named, mappings.prefixes);
  if (!type || (named !== null && !terms.hasClass(type.value))) return refuse(`There is no class ${named}.`);

  const uses = new ParameterUses(template);
  for (const article of articles) uses.add(article);
  if (uses.pages === 0) return refuse(`None of the pages has the box {{${template}}}.`);
  const suits = (property: string): boolean =>
    terms.suits(property, type.value) && !terms.isOfAnything(property);
  const guesser = new Guesser(mappings, meaningsOf(parsed), suits);
  const guessed = uses.parameters
    .filter((parameter) => parent?.claims.find(parameter.name) === undefined)
    .map((parameter) => ({ parameter, guess: guesser.guess(parameter) }));
  const prefix = name in mappings.prefixes ? `own-${name}` : name;
  const head = { name, template, pages: uses.pages, class: named, is: wanted.is ?? null, prefix };
  return { text: writeDraft(head, guessed), problems };
}

/** What the fields of the library mean, by id. */
function meaningsOf(files: readonly ParsedMappingFile[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ data }) =>
      isLibrary(data)
        ? Object.entries(data.entries).map(
            ([id, { comment, property }]) => [id, comment ?? property] as const,
          )
        : [],
    ),
  );
}
