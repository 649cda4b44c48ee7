/** What a mapping says that is right of values holds: what breaks it is kept as it stands and reported with its line. */
import { expect, it } from 'vitest';
import { mapOwn, ruled } from '../support/map-own.js';
import { ownMappings } from '../support/own-mappings.js';

const { mappings, problems } = ownMappings({
  'keeper.yaml': `
kind: keeper
class: schema:Person
prefixes: { sea: https://sea.example/terms# }
signs: { titles: [keeper] }
fields:
  born: { labels: [born], property: schema:birthDate, value: date, most: 1, before: died, greatest: 2030 }
  died: { labels: [died], property: schema:deathDate, value: date, most: 1 }
  steps: { labels: [steps], property: sea:steps, value: integer, least: 1, greatest: 900 }
  height: { labels: [height], property: schema:height, value: quantity, most: 1, least: 0 }
  code: { labels: [code], property: sea:code, value: code, pattern: "[A-Z]{3}" }
  lamps: { labels: [lamp], property: sea:lamp, value: thing, most: 2 }
groups:
  watch:
    property: sea:watch
    class: sea:Watch
    name: [place]
    fields:
      place: { labels: ["place{n}"], property: schema:roleName, value: text }
      begin: { labels: ["from{n}"], property: schema:startDate, value: date, before: end }
      end: { labels: ["to{n}"], property: schema:endDate, value: date }
`,
});

it('compiles', () => {
  expect(problems).toEqual([]);
});

/** The statements of the fields, and the messages with their lines. */
function read(...fields: readonly string[]): { states: string[]; told: string[] } {
  const box = fields.map((field) => `| ${field}`).join('\n');
  const text = `{{Infobox keeper\n${box}\n}}\n'''Xanadu Nine''' is known.`;
  const mapped = mapOwn(
    { name: 'x.wiki', text, format: 'wikitext', title: 'Xanadu Nine (keeper)' },
    mappings,
  );
  const lines = ruled(mapped, mappings).map((line) =>
    line.replace(/^Xanadu_Nine_\(keeper\)/, '').replace(/ \(.*/, ''),
  );
  const told = mapped.problems.filter(({ code }) => code === 'unread-value' || code === 'unread-text');
  return {
    states: lines.filter((line) => !/ rdf:type | schema:name /.test(line)).map((line) => line.trim()),
    told: told.map(({ place, message }) => `${place.line}: ${message}`),
  };
}

it('states what is right', () => {
  expect(read('born = 1 May 1900', 'died = 1960', 'steps = 199', 'code = ABC').states).toEqual([
    'schema:birthDate 1900-05-01',
    'schema:deathDate 1960',
    'sea:steps 199',
    'sea:code ABC',
  ]);
});

it.each([
  ['steps = 0', 'raw:steps 0'],
  ['steps = 901', 'raw:steps 901'],
  ['height = −3 m', 'raw:height −3 m'],
  ['code = ABCD', 'raw:code ABCD'],
  ['born = 1 May 2931', 'raw:born 1 May 2931'],
])('keeps a value that cannot be right: %s', (field, kept) => {
  const { states, told } = read(field);
  expect(states).toEqual([kept]);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^2: /);
});

it('states none of several values where one at most can be right', () => {
  const { states, told } = read('born = 1 May 1900<br>2 June 1901');
  expect(states).toEqual(['raw:born 1 May 1900\n2 June 1901']);
  expect(told).toHaveLength(1);
});

it('takes as many as can be right', () => {
  expect(read('lamp = [[Old Lamp]], [[New Lamp]]').states).toEqual([
    'sea:lamp Old_Lamp',
    'sea:lamp New_Lamp',
  ]);
  expect(read('lamp = [[A Lamp]], [[B Lamp]], [[C Lamp]]').states).toEqual([
    'raw:lamp A Lamp, B Lamp, C Lamp',
  ]);
});

it('states neither of two dates of which the first is later', () => {
  const { states, told } = read('born = 1 May 1960', 'died = 1900');
  expect(states).toEqual(['raw:born 1 May 1960', 'raw:died 1900']);
  expect(told.map((line) => line.slice(0, 2))).toEqual(['2:', '3:']);
});

it('takes a year and a day in it as in order', () => {
  expect(read('born = 1 May 1900', 'died = 1900').states).toHaveLength(2);
});

it('takes years before our era in their order', () => {
  expect(read('born = 384 BC', 'died = 322 BC').states).toEqual([
    'schema:birthDate -0383',
    'schema:deathDate -0321',
  ]);
  expect(read('born = 322 BC', 'died = 384 BC').states).toEqual(['raw:born 322 BC', 'raw:died 384 BC']);
});

it('holds the dates of each part by themselves', () => {
  const { states } = read(
    'place1 = North',
    'from1 = 1900',
    'to1 = 1901',
    'place2 = South',
    'from2 = 1909',
    'to2 = 1905',
  );
  expect(states.filter((line) => line.includes('Date'))).toEqual([
    '#watch-north schema:startDate 1900',
    '#watch-north schema:endDate 1901',
  ]);
  expect(states.filter((line) => line.startsWith('raw:'))).toEqual(['raw:from2 1909', 'raw:to2 1905']);
});
