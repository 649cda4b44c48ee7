/** What sentences can state: the classes and properties that the facts of a grammar name, and those that slots add. */
import type { NamedNode } from '@rdfjs/types';
import { schema } from '../../rdf/vocabulary.js';
import { valueTerms } from '../values.js';
import type { Fact, FactNode, Grammar } from './grammar.js';

export interface GrammarTerms {
  readonly classes: readonly NamedNode[];
  readonly properties: readonly NamedNode[];
}

export function grammarTerms({ patterns }: Grammar): GrammarTerms {
  const classes: NamedNode[] = [
    schema.Person,
    schema.Organization,
    schema.Place,
    schema.Country,
    schema.Festival,
  ];
  const properties: NamedNode[] = [schema.name, schema.alternateName];
  for (const fact of new Set(patterns.map((pattern) => pattern.fact))) {
    const terms = factTerms(fact);
    classes.push(...terms.classes);
    properties.push(...terms.properties);
  }
  const readsQuantity = (says: string): boolean => /[{:]quantity\}/.test(says);
  if (
    patterns.some(
      ({ spec }) => spec.says.some(readsQuantity) || spec.columns?.some(({ reads }) => readsQuantity(reads)),
    )
  ) {
    const terms = valueTerms('quantity');
    classes.push(...terms.classes);
    properties.push(...terms.properties);
  }
  return { classes, properties };
}

function factTerms(fact: Fact): GrammarTerms {
  switch (fact.makes) {
    case 'values':
      return { classes: [schema.CreativeWork], properties: fact.properties.map(([property]) => property) };
    case 'amount': {
      const { classes, properties } = valueTerms('money');
      return { classes, properties: [...properties, fact.property, fact.territory] };
    }
    case 'release': {
      const { classes, properties } = valueTerms('release');
      return {
        classes,
        properties: [...properties, fact.property, ...(fact.earliest ? [fact.earliest] : [])],
      };
    }
    case 'taxon':
      return { classes: [schema.Taxon], properties: [fact.property, schema.taxonRank] };
    case 'recognition':
      // Those of awards tables.
      return { classes: [], properties: [] };
    case 'node': {
      const { classes, properties } = nodeTerms(fact.node);
      return { classes, properties: [...properties, ...(fact.earliest ? [fact.earliest] : [])] };
    }
  }
}

function nodeTerms(node: FactNode): GrammarTerms {
  const inner = node.states.flatMap(([, value]) => ('node' in value ? [nodeTerms(value.node)] : []));
  return {
    classes: [node.class, ...inner.flatMap(({ classes }) => classes)],
    properties: [
      ...(node.of ? [node.of] : []),
      ...node.states.map(([property]) => property),
      ...inner.flatMap(({ properties }) => properties),
    ],
  };
}
