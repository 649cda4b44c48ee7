/**
 * What a field may say besides its type, for the types that know it: the one table of them. A term is a property or a
 * class; `compileOptions` makes nodes of the compact IRIs.
 */
import type { NamedNode } from '@rdfjs/types';

export interface ValueOption {
  /** `term` is a compact IRI, `text` are words. */
  readonly sort: 'term' | 'text';
  /** Whether it is a property of what the value is stated of, and not of the value. */
  readonly isOfSubject?: true;
  readonly description: string;
}

export const valueOptions = {
  language: { sort: 'text', description: 'BCP 47 tag of the text, where it is not the article’s.' },
  minimum: { sort: 'term', isOfSubject: true, description: 'The property of the lower end of a range.' },
  maximum: { sort: 'term', isOfSubject: true, description: 'The property of the upper end of a range.' },
  earliest: { sort: 'term', isOfSubject: true, description: 'The property of the earliest date.' },
  territory: { sort: 'term', description: 'The property of the place it was earned or spent in.' },
} as const satisfies Record<string, ValueOption>;

export type OptionName = keyof typeof valueOptions;

export function isOption(key: string): key is OptionName {
  return Object.hasOwn(valueOptions, key);
}

/** The options of a field as its file writes them, and as mappers read them. */
export type OptionSpecs = { readonly [Name in OptionName]?: string | undefined };
export type Options = {
  readonly [Name in OptionName]?: (typeof valueOptions)[Name]['sort'] extends 'term' ? NamedNode : string;
};

export function compileOptions(specs: OptionSpecs, term: (curie: string) => NamedNode): Options {
  const given = Object.entries(valueOptions).flatMap(([name, { sort }]) => {
    const value = specs[name as OptionName];
    if (value === undefined) return [];
    return [[name, sort === 'term' ? term(value) : value]];
  });
  return Object.fromEntries(given) as Options;
}

/** Those of them that are properties of what the value is stated of. */
export function subjectTerms(options: Options): NamedNode[] {
  return Object.entries(valueOptions).flatMap(([name, option]) => {
    const value = options[name as OptionName];
    return 'isOfSubject' in option && value !== undefined && typeof value !== 'string' ? [value] : [];
  });
}

/** The properties that a field's options name. */
export function optionTerms(options: Options): NamedNode[] {
  return Object.values(options).filter((value) => typeof value !== 'string');
}
