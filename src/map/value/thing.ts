import type { Text } from '../../article.js';
import { linkOf } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { Place } from '../../value/known-place.js';
import { readPlace } from '../../value/known-place.js';
import type { Draft } from '../draft.js';
import { namesIn } from '../names-in.js';
import { besideTerms } from './beside.js';
import { statePlace } from './named-place.js';
import { classByTitle } from './names.js';
import { readNamed } from './readings.js';
import { readsBeside, stateValue } from './state-value.js';
import type { ValueType } from './value-type.js';

export const thingType: ValueType<'thing'> = {
  name: 'thing',
  description:
    'Things that are named, in a list or alone: of the class that the field says, else of the one that the parenthesis in the title of their page says, else a country where they are called as one, else schema:Thing.',
  options: ['class', 'node', 'beside', 'phrases'],
  range: { classes: [schema.Thing, schema.Person, schema.Organization, schema.Country], datatypes: [] },
  emits: besideTerms,
  isListed: true,
  examples: [
    { value: '[[Salt]], Stone', states: ['Salt', 'Stone'] },
    { value: '[[Salt (band)|Salt]]', states: ['Salt_(band)'] },
    { value: '[[Salt]]', options: { class: 'schema:CreativeWork' }, states: ['Salt'] },
    { value: '[[Norway]], [[Norway (ship)|Norway]]', states: ['Norway', 'Norway_(ship)'] },
    { value: '[[2004 Salt Games|2004]]', states: ['2004_Salt_Games'] },
    { value: '[[2004 in salt|2004]], [[2004]]', states: ['raw 2004'] },
    { value: 'Western philosophy, salt', options: { phrases: true }, states: ['Western_philosophy', 'Salt'] },
    { value: 'Western philosophy', states: ['raw Western philosophy'] },
    {
      value: 'salt and stone, all modern salt',
      options: { phrases: true },
      states: ['raw salt and stone', 'raw all modern salt'],
    },
    { value: 'none', states: ['raw none'] },
  ],
  map(field) {
    const { draft, mapping, text, rule } = field;
    const style = mapping.options.phrases ? 'phrase' : 'any';
    const reading = namesIn(text, style, draft.mappings.tables);
    for (const { words, notes } of readNamed(field, reading, readsBeside(field))) {
      const known = mapping.options.class ? null : readPlace(words.value, draft.mappings.tables);
      if (known?.isCountry && !leadsElsewhere(words, known, draft)) {
        stateValue(field, statePlace(draft, { place: known, words }, rule), words, notes);
        continue;
      }
      const type = mapping.options.class ?? classByTitle(words, draft) ?? schema.Thing;
      stateValue(field, draft.named(words, type, rule), words, notes);
    }
  },
};

/** Whether words that are called as a country link to something else. */
function leadsElsewhere(words: Text, { name }: Place, { mappings }: Draft): boolean {
  const target = linkOf(words)?.target;
  return target !== undefined && readPlace(target, mappings.tables)?.name !== name;
}
