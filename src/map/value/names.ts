import type { NamedNode } from '@rdfjs/types';
import { disambiguator } from '../../article/title.js';
import type { Text } from '../../article.js';
import { linkOf } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { NameStyle } from '../../value/name-style.js';
import { isOrganisation } from '../../value/name-style.js';
import type { ValueTables } from '../../value/tables.js';
import type { Draft } from '../draft.js';
import { agents } from '../known-agents.js';
import { namesIn } from '../names-in.js';
import { besideTerms } from './beside.js';
import { outwardNames } from './outward-names.js';
import { readNamed } from './readings.js';
import { readsBeside, stateValue } from './state-value.js';
import type { FieldValue, ValueType } from './value-type.js';

export const personType: ValueType<'person'> = {
  name: 'person',
  description: 'People, in a list or alone.',
  options: ['node', 'beside'],
  range: { classes: [schema.Person], datatypes: [] },
  emits: besideTerms,
  isListed: true,
  examples: [
    { value: '[[Ann Lee]] and Bo Roe', states: ['Ann_Lee', 'Bo_Roe'] },
    { value: 'various', states: ['raw various'] },
    { value: '[[German reunification]]', states: ['raw German reunification'] },
    {
      value: '[[Ann Lee]] – mother<br>[[Bo Roe]]',
      options: { node: 'schema:Role', beside: { role: { property: 'schema:description' } } },
      states: ['{about Ann_Lee; description mother}', '{about Bo_Roe}'],
    },
    {
      value: '[[Ann Lee]] (CEO), [[Bo Roe]] (since 2010)',
      options: {
        node: 'schema:Role',
        beside: { role: { property: 'schema:description' }, start: { property: 'schema:startDate' } },
      },
      states: ['{about Ann_Lee; description CEO}', '{about Bo_Roe; startDate 2010}'],
    },
  ],
  map: (field) => mapNames(field, 'person', () => schema.Person),
};

export const organisationType: ValueType<'organisation'> = {
  name: 'organisation',
  description: 'Organisations, in a list or alone.',
  options: ['node', 'beside', 'commas'],
  range: { classes: [schema.Organization], datatypes: [] },
  emits: besideTerms,
  isListed: true,
  examples: [
    { value: '[[Salt Works]], Stone & Key Ltd', states: ['Salt_Works', 'Stone_&_Key_Ltd'] },
    {
      value: 'Department of Salt, Stone and Keys, Salt Works',
      states: ['Department_of_Salt,_Stone_and_Keys', 'Salt_Works'],
    },
    { value: 'several studios', states: ['raw several studios'] },
    { value: '[[Salt School]], [[Norway]]', states: ['Salt_School', 'raw Norway'] },
    { value: '[[Norway handball team|Norway]]', states: ['Norway_handball_team'] },
    {
      value: '[[Salt Works]] (51%)',
      options: { node: 'schema:Role', beside: { share: { property: 'schema:value' } } },
      states: ['{about Salt_Works; value 51}'],
    },
    {
      value: '[[Salt Works]]/[[Stone Yard]], [[Oslo]], Norway<br>Sea Yard, Inc.',
      options: { commas: 'outward', beside: { place: { property: 'schema:location' } } },
      states: ['Salt_Works', 'Stone_Yard', 'location Oslo', 'Sea_Yard,_Inc.'],
    },
  ],
  map: (field) => mapNames(field, 'organisation', () => schema.Organization),
};

/** People or organisations, distinguished by how they are written and by what other fields say. */
export const agentType: ValueType<'agent'> = {
  name: 'agent',
  description: 'People or organisations, distinguished by how they are written and by what other fields say.',
  options: ['node', 'beside'],
  range: { classes: [schema.Person, schema.Organization, schema.Thing], datatypes: [] },
  emits: besideTerms,
  isListed: true,
  examples: [{ value: '[[Ann Lee]], Salt Works Ltd', states: ['Ann_Lee', 'Salt_Works_Ltd'] }],
  map: (field) => mapNames(field, 'any', (words) => classInField(words, field.draft)),
};

export function agentClass(words: Text, draft: Draft): NamedNode {
  return classByTitle(words, draft) ?? classByName(words.value, draft);
}

function classByName(name: string, draft: Draft): NamedNode {
  if (draft.recall(agents).people.has(name)) return schema.Person;
  const organised =
    draft.recall(agents).organisations.has(name) || isOrganisation(name, draft.mappings.tables);
  return organised ? schema.Organization : schema.Person;
}

/** One word that nothing tells of may be a singer as well as a band. */
function classInField(words: Text, draft: Draft): NamedNode {
  const type = agentClass(words, draft);
  const isTold =
    !type.equals(schema.Person) || draft.recall(agents).people.has(words.value) || classByTitle(words, draft);
  return isTold || /\s/.test(words.value) || !/\p{Script=Latin}/u.test(words.value) ? type : schema.Thing;
}

/** What the parenthesis in the title of its page says that somebody is: `Blur (band)`. */
export function classByTitle(words: Text, draft: Draft): NamedNode | null {
  const inside = disambiguator(linkOf(words)?.target ?? '');
  if (inside === undefined) return null;
  const { organisationSorts, personSorts } = draft.mappings.tables;
  const last = inside.split(/\s+/).at(-1) ?? '';
  if (organisationSorts.has(last)) return schema.Organization;
  return personSorts.has(last) ? schema.Person : null;
}

function mapNames(field: FieldValue, style: NameStyle, classOf: (words: Text) => NamedNode): void {
  const { draft, text, rule } = field;
  const reading = namesIn(text, style, draft.mappings.tables);
  const isOutward = field.mapping.options.commas === 'outward';
  const names = isOutward ? outwardNames(text.value, reading) : reading;
  for (const { words, notes } of readNamed(field, names, readsBeside(field))) {
    const reason = whyOther(words, style, draft);
    if (reason !== null) {
      draft.unreadField(field.key, words, { begin: 0, end: 0, reason }, rule);
      continue;
    }
    const node = draft.named(words, classOf(words), rule);
    stateValue(field, node, words, notes);
  }
}

/** Why words of a name are no person's, or no organisation's; null where they may be. */
function whyOther(words: Text, style: NameStyle, draft: Draft): string | null {
  const { tables } = draft.mappings;
  if (style === 'person') {
    // A field of people may still link to a band.
    if (classByTitle(words, draft)?.equals(schema.Organization)) return 'leads to an organisation';
    // "the [[Norway|Norwegian]] [[Ann Lee]]": the country only says which Ann Lee.
    if (tables.countries.has(linkOf(words)?.target?.toLowerCase() ?? '')) return 'is a country';
    return endsInSmall(words.value, tables) ? 'is not written as the name of a person' : null;
  }
  // "École Normale, France": the country tells where it is.
  const isCountry =
    style === 'organisation' && tables.countries.has((linkOf(words)?.target ?? words.value).toLowerCase());
  return isCountry ? 'is a country' : null;
}

/** "German reunification": a name that begins with a capital ends with one, too. */
function endsInSmall(name: string, { nameSuffixes }: ValueTables): boolean {
  const parts = name.split(/\s+/);
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && /^\p{Lu}/u.test(name) && /^\p{Ll}+$/u.test(last) && !nameSuffixes.has(last);
}
