/**
 * What is mechanical of vocabularies, shapes and the JSON-LD context, made of mappings: `npm run generate` writes it for the
 * package's kinds, a start with `--mapping` makes it for a user's own. What a person knows stands beside it, by hand.
 */
import { contextOf } from './generate/context.js';
import { KindShapes } from './generate/shapes.js';
import { Vocabularies } from './generate/vocabulary.js';
import { capitalised } from './generate/words.js';
import type { Kind, Mappings } from './map/compile-mappings.js';
import type { ParsedMappingFile } from './map/parsed-file.js';
import { isLibrary } from './map/parsed-file.js';
import type { Context } from './serialize/writer.js';
import type { TextFile } from './source.js';

export interface Generated {
  readonly vocabularies: readonly TextFile[];
  readonly shapes: readonly TextFile[];
  /** By kind. */
  readonly contexts: ReadonlyMap<string, Context>;
}

/**
 * @param files all mapping files, those that the mappings were compiled of
 * @param of the files of which it is wanted: those of the package, or a user's own
 * @param base the hand-written context
 */
export function generate(
  files: readonly ParsedMappingFile[],
  mappings: Mappings,
  of: readonly ParsedMappingFile[],
  base: Context,
): Generated {
  const wanted = new Set(of.flatMap(({ data }) => ('kind' in data ? [data.kind] : [])));
  const kinds = mappings.kinds.filter(({ name }) => wanted.has(name));
  const shapes = new KindShapes(mappings);
  return {
    vocabularies: vocabulariesOf(files, mappings, of),
    shapes: kinds.map((kind) => ({ name: `shapes/kinds/${kind.name}.ttl`, text: shapes.write(kind) })),
    contexts: new Map(kinds.map((kind) => [kind.name, contextOf(kind, mappings, base)])),
  };
}

/** One a namespace that these files declare. */
function vocabulariesOf(
  files: readonly ParsedMappingFile[],
  mappings: Mappings,
  of: readonly ParsedMappingFile[],
): TextFile[] {
  const families = files.flatMap(({ data }) => (isLibrary(data) ? [data] : []));
  const vocabularies = new Vocabularies(families, mappings);
  const declared = new Map<string, string>();
  for (const { data } of of) {
    if ('kind' in data)
      for (const prefix of Object.keys(data.prefixes ?? {})) declared.set(prefix, commentOf(prefix));
    else if (isLibrary(data) && data.prefix !== undefined)
      declared.set(data.prefix, data.comment ?? commentOf(data.prefix));
  }
  return [...declared].sort().flatMap(([prefix, comment]) => {
    const text = vocabularies.write(prefix, { label: `${capitalised(prefix)} terms`, comment });
    return text === null ? [] : [{ name: `vocab/fields/${prefix}.ttl`, text }];
  });
}

function commentOf(prefix: string): string {
  return `What encyclopedic articles say and schema.org has no term for: ${prefix}.`;
}

/** As a file. */
export function writeContext(context: Context): string {
  const lines = Object.entries(context).map(
    ([name, term]) => `    ${JSON.stringify(name)}: ${JSON.stringify(term)}`,
  );
  return `{\n  "@context": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/** The kinds of a user's own mappings, each made when it is wanted. */
export class OwnKinds {
  private readonly names: ReadonlySet<string>;
  private readonly shapes: KindShapes;

  constructor(
    own: readonly ParsedMappingFile[],
    private readonly mappings: Mappings,
  ) {
    this.names = new Set(own.flatMap(({ data }) => ('kind' in data ? [data.kind] : [])));
    this.shapes = new KindShapes(mappings);
  }

  contexts(base: Context): Context[] {
    return [...this.names].flatMap((name) =>
      this.kind(name).map((kind) => contextOf(kind, this.mappings, base)),
    );
  }

  /** Its shapes and those of own kinds that it is a sort of, as Turtle, and the package's kind above; null where it is none. */
  shapesOf(name: string): { readonly shapes: readonly string[]; readonly above: string | null } | null {
    const [kind] = this.names.has(name) ? this.kind(name) : [];
    if (!kind) return null;
    const { line } = kind.file;
    const own = line.filter((one) => this.names.has(one)).flatMap((one) => this.kind(one));
    return {
      shapes: own.map((one) => this.shapes.write(one)),
      above: line.find((one) => !this.names.has(one)) ?? null,
    };
  }

  private kind(name: string): Kind[] {
    const kind = this.mappings.kindNamed.get(name);
    return kind ? [kind] : [];
  }
}
