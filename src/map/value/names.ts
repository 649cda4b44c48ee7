import type { NamedNode } from '@rdfjs/types';
import { schema } from '../../rdf/vocabulary.js';
import type { NameStyle } from '../../value/name.js';
import { isOrganisation } from '../../value/name.js';
import type { Draft } from '../draft.js';
import { namesIn } from '../names-in.js';
import type { FieldValue, ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

export const mapPeople: ValueMapper = {
  emits: { classes: [schema.Person], properties: [] },
  map: (field) => mapNames(field, 'person', () => schema.Person),
};

export const mapOrganisations: ValueMapper = {
  emits: { classes: [schema.Organization], properties: [] },
  map: (field) => mapNames(field, 'organisation', () => schema.Organization),
};

/** People or organisations, told apart by how they are written and by what other fields say. */
export const mapAgents: ValueMapper = {
  emits: { classes: [schema.Person, schema.Organization], properties: [] },
  map: (field) => mapNames(field, 'any', (name) => agentClass(name, field.draft)),
};

export function agentClass(name: string, draft: Draft): NamedNode {
  if (draft.people.has(name)) return schema.Person;
  const organised = draft.organisations.has(name) || isOrganisation(name, draft.mappings.tables);
  return organised ? schema.Organization : schema.Person;
}

function mapNames(field: FieldValue, style: NameStyle, classOf: (name: string) => NamedNode): void {
  const { draft, mapping, text, rule } = field;
  for (const { value, words } of readValues(field, namesIn(text, style, draft.mappings.tables))) {
    const node = draft.named(words, classOf(value), rule);
    draft.state(draft.thing, mapping.property, node, words.span, rule);
  }
}
