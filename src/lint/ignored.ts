/** Parameters that a kind ignores although another kind of its family makes something of them. */
import { entry } from '../entry.js';
import type { Kind, Mappings } from '../map/compile-mappings.js';
import { labelKey } from '../map/label-key.js';
import { keysOfLabel } from '../map/label-pattern.js';
import type { ParsedMappingFile } from '../map/parsed-file.js';
import { isLibrary } from '../map/parsed-file.js';
import type { Problem } from '../problem.js';

/** Warnings: what the one means by a label the other need not mean. */
export function* lintIgnored(
  parsed: readonly ParsedMappingFile[],
  { kinds }: Pick<Mappings, 'kinds'>,
): Generator<Problem> {
  const homonyms = homonymsOf(parsed);
  const families = familiesOf(parsed, kinds);
  for (const kind of kinds) {
    // A later file may have replaced a kind.
    const file = parsed.find(
      ({ name, data }) => 'kind' in data && data.kind === kind.name && name === kind.fileName,
    );
    if (!file || !('kind' in file.data)) continue;
    const relatives = (families.get(kind) ?? []).filter((other) => other !== kind);
    for (const [index, label] of file.data.ignore.entries()) {
      const plain = label.replaceAll('{n}', '');
      if (keysOfLabel(label).some((key) => homonyms.has(key)) || !isIgnored(kind, plain)) continue;
      const reader = relatives.find((other) => fieldOf(other, plain) !== null);
      if (!reader) continue;
      const message = `"${label}" is ignored here, but the kind ${reader.name} reads it as ${fieldOf(reader, plain)}. If it means something else here, name it in the table homonyms.`;
      const place = { source: file.name, ...file.placeOf?.(['ignore', index]) };
      yield { code: 'ignored-meaning', severity: 'warning', message, place };
    }
  }
}

/** Keys of the labels that are not compared. */
function homonymsOf(parsed: readonly ParsedMappingFile[]): ReadonlySet<string> {
  const labels = parsed.flatMap(({ data }) =>
    'table' in data && data.table === 'homonyms' ? data.entries : [],
  );
  return new Set(labels.flatMap(keysOfLabel));
}

/** A label may be among a kind's fields and those that it ignores: the field has it. */
function isIgnored({ claims }: Kind, label: string): boolean {
  return claims.find(label)?.sort === 'ignored';
}

function fieldOf({ claims }: Kind, label: string): string | null {
  const claim = claims.find(label);
  if (claim === undefined || claim.sort === 'ignored') return null;
  return claim.sort === 'pair' ? claim.pair.rule : claim.field.id;
}

/** The kinds that go back to the same kind, and those whose fields mostly come from the same file of the library. */
function familiesOf(
  parsed: readonly ParsedMappingFile[],
  kinds: readonly Kind[],
): ReadonlyMap<Kind, readonly Kind[]> {
  const libraries = new Map<string, string>();
  for (const { data } of parsed)
    if (isLibrary(data)) for (const id of Object.keys(data.entries)) libraries.set(id, data.fields);
  const signs = new Map<string, Kind[]>();
  const namesOf = (kind: Kind): string[] => {
    const uses = new Map<string, number>();
    for (const id of Object.keys(kind.file.fields)) {
      const library = libraries.get(id);
      if (library !== undefined) uses.set(library, (uses.get(library) ?? 0) + 1);
    }
    const [most] = [...uses].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return [`kind ${labelKey(kind.file.line.at(-1) ?? kind.name)}`, ...(most ? [`fields ${most[0]}`] : [])];
  };
  for (const kind of kinds) for (const name of namesOf(kind)) entry(signs, name, (): Kind[] => []).push(kind);
  return new Map(kinds.map((kind) => [kind, namesOf(kind).flatMap((name) => signs.get(name) ?? [])]));
}
