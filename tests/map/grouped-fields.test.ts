/** Fields that belong together and repeat, and pairs of which one says what the other means. */
import { expect, it } from 'vitest';
import { mapOwn, ruled } from '../support/map-own.js';
import { ownMappings } from '../support/own-mappings.js';

const { mappings, problems } = ownMappings({
  'captain.yaml': `
kind: captain
class: schema:Person
prefixes: { sea: https://sea.example/terms# }
signs: { titles: [captain] }
groups:
  command:
    property: sea:command
    class: sea:Command
    name: [ship]
    fields:
      ship: { labels: ["ship{n}"], property: schema:roleName, value: text }
      begin: { labels: ["ship{n}_from"], property: schema:startDate, value: date }
      crew: { labels: ["crew{n}"], property: sea:crew, value: integer }
  post:
    property: sea:post
    class: sea:Post
    aligned: true
    name: [port]
    fields:
      port: { labels: ["port{n}"], property: schema:homeLocation, value: place }
      years: { labels: ["years{n}"], property: sea:years, value: period, start: schema:startDate, end: schema:endDate }
      wages: { labels: ["wages{n}"], property: sea:wages, value: integer }
  catch:
    property: sea:catch
    class: schema:QuantitativeValue
    fields:
      total: { labels: [catch total], property: schema:value, value: integer }
      year: { labels: [catch as of], property: schema:observationDate, value: date }
  wreck:
    property: sea:wreck
    class: schema:Event
    name: [place]
    needs: [date]
    fields:
      place: { labels: [wreck place], property: schema:location, value: place }
      date: { labels: [wreck date], property: schema:startDate, value: date }
fields:
  crewmates: { labels: [crew list], property: schema:knows, value: person }
pairs:
  - label: "place_type{n}"
    value: "place_name{n}"
    meanings:
      country: { property: schema:nationality, value: country }
      "port|home port|* harbour": { property: schema:homeLocation, value: place }
  - label: haven_type
    value: haven
    unlabelled: port
    meanings:
      port: { property: schema:homeLocation, value: place }
`,
});
const read = (...fields: string[]) => {
  const mapped = mapOwn(`= X (captain) =\n\nX\n${fields.map((field) => `- ${field}\n`).join('')}`, mappings);
  return { lines: ruled(mapped, mappings), messages: mapped.problems.map(({ message }) => message) };
};

it('has no mistakes', () => {
  expect(problems).toEqual([]);
});

it('makes one part of the fields of one number, in the order of the numbers', () => {
  const { lines } = read('ship2: Gull', 'Crew 2: 12', 'ship2 from: 1931', 'Ship1: Tern', 'ship1_from: 1929');
  expect(lines).toEqual([
    'X_(captain) sea:command X_(captain)#command-tern (captain/groups/command)',
    'X_(captain)#command-tern rdf:type sea:Command (captain/groups/command)',
    'X_(captain)#command-tern schema:name Tern (captain/groups/command)',
    'X_(captain)#command-tern schema:roleName Tern (captain/groups/command/ship)',
    'X_(captain)#command-tern schema:startDate 1929 (captain/groups/command/begin)',
    'X_(captain) sea:command X_(captain)#command-gull (captain/groups/command)',
    'X_(captain)#command-gull rdf:type sea:Command (captain/groups/command)',
    'X_(captain)#command-gull schema:name Gull (captain/groups/command)',
    'X_(captain)#command-gull schema:roleName Gull (captain/groups/command/ship)',
    'X_(captain)#command-gull sea:crew 12 (captain/groups/command/crew)',
    'X_(captain)#command-gull schema:startDate 1931 (captain/groups/command/begin)',
  ]);
});

it('never makes one of two numbers, nor of a number and none', () => {
  const { lines } = read('ship: Gull', 'ship1: Gull', 'ship2: Gull', 'ship10: Tern', 'ship9: Auk');
  expect(lines.filter((line) => line.includes('schema:name')).map((line) => line.split(' ')[0])).toEqual([
    'X_(captain)#command-gull',
    'X_(captain)#command-gull-2',
    'X_(captain)#command-gull-3',
    'X_(captain)#command-auk',
    'X_(captain)#command-tern',
  ]);
});

it('names a part by what is given first where nothing names it', () => {
  const { lines } = read('catch as of: 1931', 'catch total: 400');
  expect(lines.slice(0, 3)).toEqual([
    'X_(captain) sea:catch X_(captain)#catch-1931 (captain/groups/catch)',
    'X_(captain)#catch-1931 rdf:type schema:QuantitativeValue (captain/groups/catch)',
    'X_(captain)#catch-1931 schema:name 1931 (captain/groups/catch)',
  ]);
});

it('keeps what cannot be read as it stands, and makes no part of it alone', () => {
  const { lines, messages } = read('ship1: Tern', 'ship1 from: in his youth', 'crew3: many');
  expect(lines.slice(3)).toEqual([
    'X_(captain)#command-tern schema:roleName Tern (captain/groups/command/ship)',
    'X_(captain) raw:ship1_from in his youth (captain/groups/command/begin)',
    'X_(captain) raw:crew3 many (captain/groups/command/crew)',
  ]);
  expect(messages.filter((message) => message.includes('kept as'))).toHaveLength(2);
});

it('takes a label as it stands before one with a number in it', () => {
  const { lines } = read('crew list: Bo Strand');
  expect(lines).toContain('X_(captain) schema:knows Bo_Strand (captain/fields/crewmates)');
});

it('reads a parameter as the one beside it says', () => {
  const { lines, messages } = read(
    'place type: Country',
    'place name: Norway',
    'place type1: Home port',
    'place name1: Bergen',
  );
  expect(lines.filter((line) => !line.includes('rdf:type') && !line.includes('schema:name'))).toEqual([
    'X_(captain) raw:place_type Country (captain/pairs/place_type)',
    'X_(captain) schema:nationality Norway (captain/pairs/place_type/country)',
    'X_(captain) raw:place_type1 Home port (captain/pairs/place_type)',
    'X_(captain) schema:homeLocation Bergen (captain/pairs/place_type/port)',
  ]);
  expect(messages).toEqual([]);
});

it('keeps a pair whose meaning nothing says, reports it, and states it as a property of that name', () => {
  const { lines, messages } = read('place type: Lagoon', 'place name: Blue', 'place name2: Bergen');
  expect(lines).toEqual([
    'X_(captain) raw:place_type Lagoon (captain/pairs/place_type)',
    'X_(captain) raw:place_name Blue (captain/pairs/place_type)',
    'X_(captain) schema:additionalProperty X_(captain)#lagoon-blue (captain/pairs/place_type)',
    'X_(captain)#lagoon-blue rdf:type schema:PropertyValue (captain/pairs/place_type)',
    'X_(captain)#lagoon-blue schema:name Lagoon (captain/pairs/place_type)',
    'X_(captain)#lagoon-blue schema:value Blue (captain/pairs/place_type)',
    'X_(captain) raw:place_name2 Bergen (captain/pairs/place_type)',
  ]);
  expect(messages).toEqual([
    'No mapping knows what "Lagoon" says of "place name"; both are kept under raw:.',
    'Nothing says what "place name2" means; kept under raw:.',
  ]);
});

it('makes a part of each line of fields that list several values side by side', () => {
  const source = '{{Infobox captain|port=[[Oslo]]<br>[[Bergen]]|years=1920–1925<br>1925–1930|wages=7}}';
  const mapped = mapOwn({ name: 'x.wiki', title: 'X (captain)', format: 'wikitext', text: source }, mappings);
  const lines = ruled(mapped, mappings);
  const messages = mapped.problems.map(({ message }) => message);
  expect(lines.filter((line) => line.includes('#post-') && line.includes('schema:'))).toEqual([
    'X_(captain)#post-oslo schema:name Oslo (captain/groups/post)',
    'X_(captain)#post-oslo schema:homeLocation Oslo (captain/groups/post/port)',
    'X_(captain)#post-oslo schema:startDate 1920 (captain/groups/post/years)',
    'X_(captain)#post-oslo schema:endDate 1925 (captain/groups/post/years)',
    'X_(captain)#post-bergen schema:name Bergen (captain/groups/post)',
    'X_(captain)#post-bergen schema:homeLocation Bergen (captain/groups/post/port)',
    'X_(captain)#post-bergen schema:startDate 1925 (captain/groups/post/years)',
    'X_(captain)#post-bergen schema:endDate 1930 (captain/groups/post/years)',
  ]);
  expect(lines).toContain('X_(captain) raw:wages 7 (captain/groups/post/wages)');
  expect(messages.join()).toContain('another number of lines');
});

it('states nothing of a part without what it needs, and keeps the rest', () => {
  const { lines } = read('wreck place: Bergen', 'wreck date: a dark night');
  expect(lines).toEqual([
    'X_(captain) raw:wreck_date a dark night (captain/groups/wreck/date)',
    'X_(captain) raw:wreck_place Bergen (captain/groups/wreck/place)',
  ]);
  expect(read('wreck place: Bergen').lines).toEqual([
    'X_(captain) raw:wreck_place Bergen (captain/groups/wreck/place)',
  ]);
});

it('knows a meaning by its last words where the mapping says so', () => {
  const { lines } = read('place_type: Old herring harbour', 'place_name: Bergen');
  expect(lines).toContain('X_(captain) schema:homeLocation Bergen (captain/pairs/place_type/port)');
  expect(read('place_type: Harbour bar', 'place_name: Bergen').lines).toContain(
    'X_(captain) raw:place_name Bergen (captain/pairs/place_type)',
  );
});

it('takes the usual meaning where the first of a pair is not given', () => {
  expect(read('haven: Bergen').lines).toContain(
    'X_(captain) schema:homeLocation Bergen (captain/pairs/haven_type/port)',
  );
});
