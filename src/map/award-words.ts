/** The words that cells and headings of awards are judged by, made ready once for all articles. */
import type { NamedNode } from '@rdfjs/types';
import { expandCurie } from '../rdf/vocabulary.js';
import { literalPattern } from '../value/literal-pattern.js';
import { labelKey } from './label-key.js';
import type { RecognitionsFile } from './mapping-schema.js';

export interface AwardWords {
  /** In the names of what gives awards, and of what is given, in lower case. */
  readonly giver: ReadonlySet<string>;
  readonly category: ReadonlySet<string>;
  readonly prizes: ReadonlySet<string>;
  /** What short names of givers are short for, both as label keys. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What stands in a line before those who are given its award. */
  readonly shared: RegExp;
  /** By label key of the words of a cell. */
  readonly outcomes: ReadonlyMap<string, NamedNode>;
  /** By label key of the header of a column. */
  readonly columns: ReadonlyMap<string, keyof RecognitionsFile['columns']>;
}

export function compileAwardWords(
  { words, aliases, outcomes, columns }: RecognitionsFile,
  prefixes: Readonly<Record<string, string>>,
): AwardWords {
  const byLabel = new Map<string, NamedNode>();
  for (const [curie, labels] of Object.entries(outcomes)) {
    const outcome = expandCurie(curie, prefixes);
    if (outcome) for (const label of labels) byLabel.set(labelKey(label), outcome);
  }
  const roles = new Map<string, keyof RecognitionsFile['columns']>();
  for (const role of Object.keys(columns) as (keyof RecognitionsFile['columns'])[]) {
    for (const key of columns[role].map(labelKey)) if (!roles.has(key)) roles.set(key, role);
  }
  return {
    giver: new Set(words.giver),
    category: new Set(words.category),
    prizes: new Set(words.prizes),
    shared: new RegExp(`,?\\s+(?:${words.shared.map(literalPattern).join('|')})\\s+(?=\\p{Lu})`, 'gu'),
    aliases: new Map(Object.entries(aliases)),
    outcomes: byLabel,
    columns: roles,
  };
}
