/** What a kind's mapping does with the parameters of an infobox, by their labels. */
import type { NamedNode } from '@rdfjs/types';
import type { Bounds } from './bounds.js';
import type { FieldMapping } from './field-mapping.js';
import { labelKey } from './label-key.js';
import { keysOfLabel, numberedKeys } from './label-pattern.js';

/** Fields that belong together and repeat: those of one number make one node. */
export interface Group {
  readonly id: string;
  /** The name of the rule, such as `ship/groups/command`. */
  readonly rule: string;
  readonly property: NamedNode;
  readonly class: NamedNode;
  /** The ids of the fields whose words name the node. */
  readonly name: readonly string[];
  /** Whether fields that list several values go side by side. */
  readonly aligned: boolean;
  /** The ids of the fields of which one must be read, lest the others mean nothing; empty if there are none. */
  readonly needs: readonly string[];
}

/** Two parameters of which one says what the other means. */
export interface Pair {
  readonly rule: string;
  /** By label key of what the first says. */
  readonly meanings: ReadonlyMap<string, FieldMapping>;
  /** Of what ends with the words of such a key, whatever stands before. */
  readonly endings: ReadonlyMap<string, FieldMapping>;
  /** Of the second where the first is not given. */
  readonly unlabelled: FieldMapping | null;
}

export type Claim =
  | { readonly sort: 'field'; readonly field: FieldMapping; readonly rule: string }
  | { readonly sort: 'member'; readonly field: FieldMapping; readonly group: Group; readonly number: string }
  | { readonly sort: 'pair'; readonly pair: Pair; readonly side: 'label' | 'value'; readonly number: string }
  | { readonly sort: 'ignored'; readonly rule: string };

/** The name of the rule by which a pair states. */
export function pairRule({ rule }: Pair, { id }: FieldMapping): string {
  return `${rule}/${id.replaceAll(' ', '_')}`;
}

/** A field of a kind that bounds the values of some. */
export interface Bounded {
  readonly mapping: FieldMapping;
  readonly bounds: Bounds;
}

type Numberless<T> = T extends Claim ? Omit<T, 'number'> : never;

export class Claims {
  /** Made when they are asked for first, behind the last claim. */
  private boundedByRule: ReadonlyMap<string, Bounded> | null = null;
  private readonly byKey = new Map<string, Numberless<Claim>>();

  /** What is claimed first stays with whom has it. */
  add(labels: readonly string[], claim: Numberless<Claim>): void {
    for (const key of labels.flatMap(keysOfLabel)) if (!this.byKey.has(key)) this.byKey.set(key, claim);
  }

  find(written: string): Claim | undefined {
    const plain = this.byKey.get(labelKey(written));
    if (plain) return { ...plain, number: '' } as Claim;
    for (const { key, number } of numberedKeys(written)) {
      const claim = this.byKey.get(key);
      if (claim) return { ...claim, number } as Claim;
    }
    return undefined;
  }

  /** The fields of the subject itself, by label key. */
  get byLabel(): ReadonlyMap<string, FieldMapping> {
    const found = [...this.byKey].flatMap(([key, claim]): [string, FieldMapping][] =>
      claim.sort === 'field' ? [[key, claim.field]] : [],
    );
    return new Map(found);
  }

  /** All fields, those of groups and of pairs too. */
  get fields(): readonly FieldMapping[] {
    const found = [...this.byKey.values()].flatMap((claim) => {
      if (claim.sort === 'pair') return [...claim.pair.meanings.values(), ...claim.pair.endings.values()];
      return 'field' in claim ? [claim.field] : [];
    });
    return [...new Set(found)];
  }

  /** All fields by the rule that names their statements, where the values of any have bounds; else none. */
  get bounded(): ReadonlyMap<string, Bounded> {
    this.boundedByRule ??= this.collectBounded();
    return this.boundedByRule;
  }

  private collectBounded(): ReadonlyMap<string, Bounded> {
    const rules = [...this.rules];
    if (rules.every(([, { bounds }]) => bounds === null)) return new Map();
    return new Map(rules.map(([rule, mapping]) => [rule, { mapping, bounds: mapping.bounds ?? {} }]));
  }

  /** Those of pairs are named by what the first of a pair says. */
  private get rules(): ReadonlyMap<string, FieldMapping> {
    const found = [...this.byKey.values()].flatMap((claim): [string, FieldMapping][] => {
      if (claim.sort === 'pair')
        return [...claim.pair.meanings.values()].map((field) => [pairRule(claim.pair, field), field]);
      if (claim.sort === 'member') return [[`${claim.group.rule}/${claim.field.id}`, claim.field]];
      return claim.sort === 'field' ? [[claim.rule, claim.field]] : [];
    });
    return new Map(found);
  }

  /** The fields whose values are stated of the subject itself. */
  get ofSubject(): readonly FieldMapping[] {
    const members = new Set(this.groups.flatMap((group) => this.membersOf(group)));
    return this.fields.filter((field) => !members.has(field));
  }

  membersOf(group: Group): readonly FieldMapping[] {
    const found = [...this.byKey.values()].flatMap((claim) =>
      claim.sort === 'member' && claim.group === group ? [claim.field] : [],
    );
    return [...new Set(found)];
  }

  get groups(): readonly Group[] {
    const found = [...this.byKey.values()].flatMap((claim) => (claim.sort === 'member' ? [claim.group] : []));
    return [...new Set(found)];
  }

  /** The keys of labels, as they are without a number. */
  get labelKeys(): readonly string[] {
    return [...this.byKey.keys()].filter((key) => !key.includes('#'));
  }
}
