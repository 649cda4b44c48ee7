import type { Text } from '../../article.js';
import { linkOf, slice } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { Place } from '../../value/known-place.js';
import { readPlace } from '../../value/known-place.js';
import type { Reading } from '../../value/pieces.js';
import type { Draft } from '../draft.js';
import { namesIn } from '../names-in.js';
import { lowerFirst } from '../proper-name.js';
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
  options: ['class', 'node', 'beside', 'phrases', 'years'],
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
    {
      value: 'Salt election, 1840',
      options: { years: true },
      states: ['Salt_election,_1840'],
    },
    { value: '[[constitution]]al [[Republic]]', states: ['raw constitutional', 'Republic'] },
    { value: 'none', states: ['raw none'] },
  ],
  map(field) {
    const { draft, mapping, text, rule } = field;
    const style = mapping.options.phrases ? 'phrase' : 'any';
    const isOfYear = mapping.options.years && /^[^,\n]{1,100}, \d{4}$/.test(text.value);
    const reading = isOfYear ? oneName(text) : namesIn(text, style, draft.mappings.tables);
    for (const { words, notes } of readNamed(field, reading, readsBeside(field))) {
      if (isOtherWord(words)) {
        const reason = 'is another word than what it leads to';
        draft.unreadField(field.key, words, { begin: 0, end: words.value.length, reason }, rule);
        for (const { begin, end } of notes ?? []) draft.leaveNote(slice(text, begin, end), words);
        continue;
      }
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

/** All words are one name, comma or not. */
function oneName({ value }: Text): Reading<string> {
  return { found: [{ begin: 0, end: value.length, value }], unread: [], left: [] };
}

/** "[[constitution]]al" is no constitution, whereas "[[constitution]]s" are some. */
function isOtherWord(words: Text): boolean {
  const title = linkOf(words)?.target;
  const { value } = words;
  if (title === undefined || !/^\p{Ll}[\p{Ll}\p{M}]*$/u.test(value)) return false;
  const base = lowerFirst(title);
  return value.startsWith(base) && /^(?!e?s$)\p{Ll}/u.test(value.slice(base.length));
}

/** Whether words that are called as a country link to something else. */
function leadsElsewhere(words: Text, { name }: Place, { mappings }: Draft): boolean {
  const target = linkOf(words)?.target;
  return target !== undefined && readPlace(target, mappings.tables)?.name !== name;
}
