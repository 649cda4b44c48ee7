/**
 * Kinds with all that holds for them. A kind says what it is a sort of and which blocks it uses; the library says what a
 * field is. The nearer layer wins: a kind's own words over those of its blocks, those over the kind that it is a sort of.
 */
import { labelKey } from './label-key.js';
import { Library } from './library.js';
import type { BlockFile, FieldEntry, KindFile, LibraryEntry } from './mapping-schema.js';
import type { ParsedMappingFile, Report } from './parsed-file.js';

/** A field as it is read: what the library says of it, with the labels that a kind gives it. */
export interface FieldSpec extends LibraryEntry {
  readonly labels: readonly string[];
  readonly sign?: boolean | undefined;
}

/** A kind with all that holds for it. */
export interface ResolvedKind extends Omit<KindFile, 'fields' | 'class' | 'is' | 'uses'> {
  readonly class: string;
  /** Itself, what it is a sort of, what that is a sort of. */
  readonly line: readonly string[];
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

interface Layer {
  readonly fields: Readonly<Record<string, FieldEntry>>;
  readonly ignore: readonly string[];
  readonly file: ParsedMappingFile;
}

/** All kinds, resolved, in the order of their files. A later kind, block or family replaces an earlier one of its name. */
export function resolveKinds(
  files: readonly ParsedMappingFile[],
  report: Report,
): { kind: ResolvedKind; file: ParsedMappingFile }[] {
  return new Layers(files, report).resolve();
}

class Layers {
  private readonly kinds = new Map<string, { data: KindFile; file: ParsedMappingFile }>();
  private readonly blocks = new Map<string, { data: BlockFile; file: ParsedMappingFile }>();
  private readonly library: Library;
  private readonly resolved = new Map<string, ResolvedKind | null>();

  constructor(
    files: readonly ParsedMappingFile[],
    private readonly report: Report,
  ) {
    for (const file of files) {
      if ('kind' in file.data) this.kinds.set(file.data.kind, { data: file.data, file });
      else if ('block' in file.data) this.blocks.set(file.data.block, { data: file.data, file });
    }
    this.library = new Library(files, report);
  }

  resolve(): { kind: ResolvedKind; file: ParsedMappingFile }[] {
    return [...this.kinds].flatMap(([name, { file }]) => {
      const kind = this.kind(name, []);
      return kind ? [{ kind, file }] : [];
    });
  }

  /** @param below the kinds that are sorts of it, on the way here */
  private kind(name: string, below: readonly string[]): ResolvedKind | null {
    const known = this.resolved.get(name);
    if (known !== undefined) return known;
    const kind = this.resolveKind(name, below);
    this.resolved.set(name, kind);
    return kind;
  }

  private resolveKind(name: string, below: readonly string[]): ResolvedKind | null {
    const { data, file } = this.kinds.get(name) as { data: KindFile; file: ParsedMappingFile };
    const { is, uses, ...own } = data;
    const parent = is === undefined ? null : this.parent(is, file, [...below, name]);
    if (is !== undefined && !parent) return null;
    const blocks = uses.flatMap((block, index) => {
      const found = this.blocks.get(block);
      if (!found) this.report(file, ['uses', index], `There is no block "${block}".`);
      return found ? [{ ...found.data, file: found.file }] : [];
    });
    const type = own.class ?? parent?.class;
    if (type === undefined) {
      this.report(
        file,
        ['kind'],
        `The kind "${name}" needs a \`class\`, or a kind that it \`is\` a sort of.`,
      );
      return null;
    }
    const layers: Layer[] = [...blocks, { ...own, file }];
    let fields = parent?.fields ?? {};
    for (const layer of layers) fields = this.laid(fields, layer);
    return {
      ...own,
      class: type,
      line: [name, ...(parent?.line ?? [])],
      lead: own.lead || parent?.lead ? { ignore: [], ...parent?.lead, ...own.lead } : undefined,
      recognised: own.recognised ?? parent?.recognised,
      sections: [...own.sections, ...(parent?.sections ?? [])],
      fields,
      ignore: [...layers.flatMap(({ ignore }) => ignore), ...(parent?.ignore ?? [])],
    };
  }

  private parent(is: string, file: ParsedMappingFile, below: readonly string[]): ResolvedKind | null {
    if (below.includes(is)) {
      const way = [...below.slice(below.indexOf(is)), is].join(' is ');
      this.report(file, ['is'], `No kind can be a sort of itself: ${way}.`);
      return null;
    }
    if (!this.kinds.has(is)) {
      this.report(file, ['is'], `There is no kind "${is}".`);
      return null;
    }
    return this.kind(is, below);
  }

  /** Fields with those of a nearer layer over them; a label that both claim is the nearer one's. */
  private laid(
    fields: Readonly<Record<string, FieldSpec>>,
    { fields: nearer, ignore, file }: Layer,
  ): Readonly<Record<string, FieldSpec>> {
    const claimed = new Set(ignore.map(labelKey));
    for (const entry of Object.values(nearer))
      for (const label of labelsOf(entry) ?? []) claimed.add(labelKey(label));
    const left = Object.entries(fields).flatMap(([id, field]): [string, FieldSpec][] => {
      const labels = field.labels.filter((label) => !claimed.has(labelKey(label)));
      return labels.length === 0 ? [] : [[id, { ...field, labels }]];
    });
    const laid = Object.fromEntries(left);
    for (const [id, entry] of Object.entries(nearer)) {
      const field = this.field(id, entry, laid[id], file);
      if (field) laid[id] = field;
    }
    return laid;
  }

  private field(
    id: string,
    entry: FieldEntry,
    inherited: FieldSpec | undefined,
    file: ParsedMappingFile,
  ): FieldSpec | null {
    const said = Array.isArray(entry) ? {} : entry;
    const own = labelsOf(entry);
    const labels = own ?? inherited?.labels;
    const isWhole = said.property !== undefined && said.value !== undefined;
    const known = isWhole ? {} : own ? this.library.entry(id) : (inherited ?? this.library.entry(id));
    const { property, value } = { ...known, ...said };
    if (labels === undefined) this.report(file, ['fields', id], `The field "${id}" needs labels.`);
    else if (property !== undefined && value !== undefined)
      return { ...known, ...said, labels, property, value };
    else
      this.report(
        file,
        ['fields', id],
        `No family of fields has "${id}": say its \`property\` and \`value\`, or write an id that one has.`,
      );
    return null;
  }
}

function labelsOf(entry: FieldEntry): readonly string[] | undefined {
  return Array.isArray(entry) ? entry : entry.labels;
}
