import type { Text } from '../../article.js';
import { spanning } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { Angle, Coordinates } from '../../value/coordinates.js';
import { readCoordinates, toCoordinates } from '../../value/coordinates.js';
import { stateCoordinates } from '../coordinates.js';
import { partsOf } from './parts.js';
import type { FieldValue, ValueType } from './value-type.js';

export const coordinatesType: ValueType<'coordinates'> = {
  name: 'coordinates',
  description:
    'A place on the globe, in one parameter, or in a parameter for each `part`: latitude degrees, longitude direction and so on. Degrees are exact decimals, negative in the south and the west.',
  options: ['part'],
  range: { classes: [schema.GeoCoordinates], datatypes: [] },
  emits: { classes: [], properties: [schema.name, schema.latitude, schema.longitude] },
  isListed: true,
  examples: [
    { value: '{{coord|57|18|22|N|4|27|32|W}}', states: ['{latitude 57.306111; longitude -4.458889}'] },
    {
      value: '{{coord|46.0886|N|64.7765|W|display=inline,title}}',
      states: ['{latitude 46.0886; longitude -64.7765}'],
    },
    { value: '{{coord|-12.5|130.84}}', states: ['{latitude -12.5; longitude 130.84}'] },
    {
      value: '{{coord|57|18.5|N|4|27|E|region:NO}}',
      states: ['{latitude 57.30833; longitude 4.4500}'],
    },
    { value: '95°N 10°E', states: ['raw 95°N 10°E'] },
    { value: '57, 4', states: ['raw 57, 4'] },
    { value: 'in the north', states: ['raw in the north'] },
  ],
  map(field) {
    if (field.mapping.options.part !== undefined) mapParts(field);
    else {
      const place = readCoordinates(field.text.value);
      if (place) state(field, place, field.text);
      else refuse(field);
    }
  },
};

function refuse({ draft, key, text, rule }: FieldValue): void {
  const unread = { begin: 0, end: text.value.length, reason: 'is no place on the globe' };
  draft.unreadField(key, text, unread, rule);
}

function state(field: FieldValue, place: Coordinates, words: Text): void {
  const { draft, mapping, subject, rule } = field;
  const part = mapping.options.part === undefined ? mapping.id : 'geo';
  stateCoordinates({ draft, subject, property: mapping.property, part, rule }, place, words);
}

/** The first of the parameters states what all of them say together. */
function mapParts(field: FieldValue): void {
  const parts = partsOf(field);
  const said = new Map(parts.map(({ name, text }) => [name, text.value.trim()]));
  if (parts[0]?.text !== field.text) return;
  const angle = (of: string): Angle => ({
    degrees: said.get(`${of} degrees`) ?? '',
    minutes: said.get(`${of} minutes`),
    seconds: said.get(`${of} seconds`),
    side: said.get(`${of} direction`),
  });
  const place = toCoordinates(angle('latitude'), angle('longitude'));
  const last = parts.at(-1)?.text ?? field.text;
  if (place && new Set(parts.map(({ name }) => name)).size === parts.length) {
    const name = parts.map(({ text }) => text.value.trim()).join(' ');
    state(field, place, { type: 'text', value: name, span: spanning(field.text, last) });
  } else for (const { text } of parts) refuse({ ...field, text });
}
