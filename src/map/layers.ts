/**
 * Kinds with all that holds for them. A kind says what it is a sort of and which blocks it uses; the library says what a
 * field is. The nearer layer wins: a kind's own words over those of its blocks, those over the kind that it is a sort of.
 */

import { keysOfLabel } from './label-pattern.js';
import { Library } from './library.js';
import type {
  BlockFile,
  FieldEntry,
  GroupEntry,
  KindFile,
  LibraryEntry,
  ListEntry,
  PairEntry,
} from './mapping-schema.js';
import type { MappingPath, ParsedMappingFile, Report } from './parsed-file.js';

/** A field as it is read: what the library says of it, with the labels that a kind gives it. */
export interface FieldSpec extends LibraryEntry {
  readonly labels: readonly string[];
  readonly sign?: boolean | undefined;
}

export interface GroupSpec extends Omit<GroupEntry, 'fields'> {
  readonly fields: Fields;
}

export interface ListSpec extends Omit<ListEntry, 'fields'> {
  readonly fields: Fields;
}

export interface PairSpec extends Omit<PairEntry, 'meanings'> {
  readonly meanings: Fields;
}

type Fields = Readonly<Record<string, FieldSpec>>;

/** A kind with all that holds for it. */
export interface ResolvedKind
  extends Omit<KindFile, 'fields' | 'groups' | 'pairs' | 'lists' | 'class' | 'is' | 'uses'>,
    Claimed {
  readonly class: string;
  /** Itself, what it is a sort of, what that is a sort of. */
  readonly line: readonly string[];
  readonly lists: Readonly<Record<string, ListSpec>>;
}

/** What claims parameters, the nearest first. */
interface Claimed {
  readonly fields: Fields;
  readonly groups: Readonly<Record<string, GroupSpec>>;
  readonly pairs: readonly PairSpec[];
}

interface Layer extends Pick<BlockFile, 'fields' | 'groups' | 'pairs' | 'lists' | 'ignore'> {
  readonly file: ParsedMappingFile;
}

/** Resolves kinds. A later kind, block or family replaces an earlier one of its name. */
export class Layers {
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

  /** All kinds, in the order of their files. */
  get names(): readonly string[] {
    return [...this.kinds.keys()];
  }

  /** What a kind's own file says that tells its articles from others. */
  signsOf(name: string): KindFile['signs'] | undefined {
    return this.kinds.get(name)?.data.signs;
  }

  /** A kind, what it is a sort of, what that is a sort of. */
  lineOf(name: string): readonly string[] {
    const line: string[] = [];
    for (let one: string | undefined = name; one !== undefined && !line.includes(one); ) {
      line.push(one);
      one = this.kinds.get(one)?.data.is;
    }
    return line;
  }

  /** Null where its files have an error. */
  resolve(name: string): { kind: ResolvedKind; file: ParsedMappingFile } | null {
    const kind = this.kind(name, []);
    const file = this.kinds.get(name)?.file;
    return kind && file ? { kind, file } : null;
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
    for (const [template, { kind }] of Object.entries(own.within))
      if (!this.kinds.has(kind))
        this.report(file, ['within', template, 'kind'], `There is no kind "${kind}".`);
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
    const empty: Claimed = { fields: {}, groups: {}, pairs: [] };
    const claimed = layers.reduce((below, layer) => this.laid(below, layer), parent ?? empty);
    return {
      ...own,
      class: type,
      line: [name, ...(parent?.line ?? [])],
      lead: own.lead || parent?.lead ? { ignore: [], ...parent?.lead, ...own.lead } : undefined,
      recognised: own.recognised ?? parent?.recognised,
      sections: [...own.sections, ...(parent?.sections ?? [])],
      classBy: own.classBy ?? parent?.classBy,
      parts: [...own.parts, ...(parent?.parts ?? [])],
      within: { ...parent?.within, ...own.within },
      fields: claimed.fields,
      groups: claimed.groups,
      pairs: claimed.pairs,
      lists: layers.reduce<ResolvedKind['lists']>(
        (below, layer) => ({ ...this.lists(layer, below), ...without(below, layer.lists) }),
        parent?.lists ?? {},
      ),
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

  /** What claims parameters with what a nearer layer says over it; a label that both claim is the nearer one's. */
  private laid(below: Claimed, { file, ...layer }: Layer): Claimed {
    const claimed = new Set(labelsIn(layer).flatMap(keysOfLabel));
    const isLeft = (label: string): boolean => !keysOfLabel(label).every((key) => claimed.has(key));
    const left = leftOf(below.fields, isLeft);
    const laidOver = (fields: Layer['fields'], inherited: Fields, path: MappingPath): Fields => ({
      ...mapValues(this.fields(fields, inherited, file, path), withLabels(inherited)),
      ...without(inherited, fields),
    });
    const groups = mapValues(layer.groups, (group, id) => ({
      ...group,
      fields: laidOver(group.fields, leftOf(below.groups[id]?.fields ?? {}, isLeft), [
        'groups',
        id,
        'fields',
      ]),
    }));
    const pairs = layer.pairs.map(({ meanings, ...pair }, index) => ({
      ...pair,
      meanings: this.meanings(meanings, file, ['pairs', index, 'meanings']),
    }));
    const inherited = Object.entries(below.groups).flatMap(([id, group]): [string, GroupSpec][] => {
      const fields = leftOf(group.fields, isLeft);
      return Object.keys(fields).length === 0 ? [] : [[id, { ...group, fields }]];
    });
    return {
      fields: laidOver(layer.fields, left, ['fields']),
      groups: { ...groups, ...without(Object.fromEntries(inherited), layer.groups) },
      pairs: [...pairs, ...below.pairs.filter(({ label, value }) => isLeft(label) && isLeft(value))],
    };
  }

  private lists({ lists, file }: Layer, below: ResolvedKind['lists']): ResolvedKind['lists'] {
    return mapValues(lists, (list, id) => ({
      ...list,
      fields: this.fields(list.fields, below[id]?.fields ?? {}, file, ['lists', id, 'fields']),
    }));
  }

  private fields(
    entries: Readonly<Record<string, FieldEntry>>,
    inherited: Fields,
    file: ParsedMappingFile,
    path: MappingPath,
  ): Fields {
    const found = Object.entries(entries).flatMap(([id, entry]): [string, FieldSpec][] => {
      const field = this.field(id, entry, inherited[id], (message) =>
        this.report(file, [...path, id], message),
      );
      return field ? [[id, field]] : [];
    });
    return Object.fromEntries(found);
  }

  private meanings(entries: PairEntry['meanings'], file: ParsedMappingFile, path: MappingPath): Fields {
    const found = Object.entries(entries).flatMap(([words, entry]): [string, FieldSpec][] => {
      const report = (message: string): void => this.report(file, [...path, words], message);
      const id = typeof entry === 'string' ? entry : words;
      const said = typeof entry === 'string' ? [] : { ...entry, labels: [] };
      const field = this.field(id, said, undefined, report);
      return field ? [[words, field]] : [];
    });
    return Object.fromEntries(found);
  }

  private field(
    id: string,
    entry: FieldEntry,
    inherited: FieldSpec | undefined,
    report: (message: string) => void,
  ): FieldSpec | null {
    const said = Array.isArray(entry) ? {} : entry;
    const own = labelsOf(entry);
    const labels = own ?? inherited?.labels;
    const isWhole = said.property !== undefined && said.value !== undefined;
    const known = isWhole ? {} : own ? this.library.entry(id) : (inherited ?? this.library.entry(id));
    const { property, value } = { ...known, ...said };
    if (labels === undefined) report(`The field "${id}" needs labels.`);
    else if (property !== undefined && value !== undefined)
      return { ...known, ...said, labels, property, value };
    else
      report(
        `No family of fields has "${id}": say its \`property\` and \`value\`, or write an id that one has.`,
      );
    return null;
  }
}

function labelsOf(entry: FieldEntry): readonly string[] | undefined {
  return Array.isArray(entry) ? entry : entry.labels;
}

/** Fields that keep, behind their own labels, those that are left of what they inherit. */
function withLabels(inherited: Fields): (field: FieldSpec, id: string) => FieldSpec {
  return (field, id) => {
    const labels = inherited[id]?.labels ?? [];
    return { ...field, labels: [...new Set([...field.labels, ...labels])] };
  };
}

/** All labels that a layer claims. */
function labelsIn({ fields, groups, pairs, ignore }: Omit<Layer, 'file' | 'lists'>): readonly string[] {
  const entries = [fields, ...Object.values(groups).map((group) => group.fields)].flatMap((one) =>
    Object.values(one),
  );
  return [
    ...entries.flatMap((entry) => labelsOf(entry) ?? []),
    ...pairs.flatMap(({ label, value }) => [label, value]),
    ...ignore,
  ];
}

/** Fields with the labels that are left to them; without those that have none left. */
function leftOf(fields: Fields, isLeft: (label: string) => boolean): Fields {
  const left = Object.entries(fields).flatMap(([id, field]): [string, FieldSpec][] => {
    const labels = field.labels.filter(isLeft);
    return labels.length === 0 ? [] : [[id, { ...field, labels }]];
  });
  return Object.fromEntries(left);
}

function without<T>(
  record: Readonly<Record<string, T>>,
  others: Readonly<Record<string, unknown>>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !(key in others)));
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  change: (value: T, key: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
