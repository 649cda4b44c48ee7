/** Several boxes: of one subject, and of things of their own; and a class that a field's words decide. */
import { expect, it } from 'vitest';
import { mapOwn, ruled } from '../support/map-own.js';
import { ownMappings } from '../support/own-mappings.js';

const { mappings, problems } = ownMappings({
  'vessel.yaml': `
kind: vessel
class: schema:Vehicle
prefixes: { sea: https://sea.example/terms# }
signs: { templates: [infobox vessel] }
fields:
  type: { labels: [vessel type], property: schema:additionalType, value: text }
  builder: { labels: [builder], property: schema:manufacturer, value: organisation }
  year: { labels: [year], property: schema:productionDate, value: date }
  port: { labels: [port], property: schema:location, value: place }
  dock: { labels: [dock], property: schema:itemLocation, value: place, as: { port: [port, the port] } }
classBy: { field: type, classes: { "ferry|car ferry": sea:Ferry } }
parts: [infobox vessel career, infobox engine]
within:
  infobox voyage: { kind: voyage, property: sea:voyage }
`,
  'engine.yaml': `
kind: engine
class: schema:Product
signs: { templates: [infobox engine] }
fields:
  power: { labels: [builder], property: schema:brand, value: organisation }
`,
  'voyage.yaml': `
kind: voyage
class: schema:Trip
signs: { templates: [infobox voyage] }
fields:
  begin: { labels: [year], property: schema:departureTime, value: date }
`,
});
const page = (text: string) => {
  const mapped = mapOwn({ name: 'x', title: 'Tern', format: 'wikitext', text }, mappings);
  return { mapped, lines: ruled(mapped, mappings, /^(?:vessel|engine|voyage)\//) };
};

it('has no mistakes', () => {
  expect(problems).toEqual([]);
});

it('reads further boxes of the subject, each as the kind whose box it is', () => {
  const { lines } = page(`{{Infobox vessel|year=1931|builder=Salt Yard}}
{{Infobox vessel career|year=1940}}
{{Infobox engine|builder=Bo Works|year=1929}}`);
  expect(lines.filter((line) => !line.includes('schema:name') && !line.includes('rdf:type'))).toEqual([
    'Tern schema:productionDate 1931 (vessel/fields/year)',
    'Tern schema:manufacturer Salt_Yard (vessel/fields/builder)',
    'Tern schema:productionDate 1940 (vessel/fields/year)',
    'Tern schema:brand Bo_Works (engine/fields/power)',
    'Tern schema:productionDate 1929 (vessel/fields/year)',
  ]);
});

it('makes a thing of its own of a box that is about one, and keeps there what cannot be read', () => {
  const { lines } = page(
    '{{Infobox vessel|year=1931|module={{Infobox voyage|name=North|year=1932|crew=Ida}}}}',
  );
  expect(lines).toEqual([
    'Tern schema:productionDate 1931 (vessel/fields/year)',
    'Tern sea:voyage Tern#voyage-north (vessel/within/voyage)',
    'Tern#voyage-north rdf:type schema:Trip (vessel/within/voyage)',
    'Tern#voyage-north schema:name North (vessel/within/voyage)',
    'Tern#voyage-north schema:departureTime 1932 (voyage/fields/begin)',
  ]);
  const unread = page('{{Infobox vessel|year=1931|module={{Infobox voyage|name=North|year=soon}}}}');
  expect(unread.lines.at(-1)).toBe('Tern#voyage-north raw:year soon (voyage/fields/begin)');
});

it('takes the thing that the name of such a box leads to', () => {
  const { lines } = page('{{Infobox vessel|year=1931|module={{Infobox voyage|name=[[North Trip|North]]}}}}');
  expect(lines).toContain('Tern sea:voyage North_Trip (vessel/within/voyage)');
});

it('lets the words of a field decide the class, and says the kind all the same', () => {
  const { mapped, lines } = page('{{Infobox vessel|vessel_type=[[Car ferry]]|year=1931}}');
  expect(lines[0]).toBe('Tern rdf:type sea:Ferry (vessel/classBy/type)');
  const kinds = mapped.statements.filter(({ predicate }) => predicate.value.endsWith('article#kind'));
  expect(kinds.map(({ object }) => object.value)).toEqual(['vessel']);
  const other = page('{{Infobox vessel|vessel_type=Raft|year=1931}}').mapped.statements;
  expect(other[0]?.object.value).toBe('https://schema.org/Vehicle');
});

it('names the line of a box whose kind is none', () => {
  const own = 'kind: a\nclass: schema:Thing\nwithin:\n  infobox b: { kind: b, property: schema:about }\n';
  expect(ownMappings({ 'a.yaml': own }).problems).toEqual(['a.yaml:4: There is no kind "b".']);
});

it.each([
  ['port = [[Oslo]]|dock = The port', 'Tern schema:itemLocation Oslo (vessel/fields/dock)'],
  ['dock = the port|port = [[Oslo]]', 'Tern schema:itemLocation Oslo (vessel/fields/dock)'],
  ['port = [[Oslo]]|dock = Bergen', 'Tern schema:itemLocation Bergen (vessel/fields/dock)'],
])('takes the value of another field if %s says so', (fields, expected) => {
  const { lines } = page(`{{Infobox vessel|${fields}}}`);
  const docks = lines.filter((line) => line.includes(' schema:itemLocation '));
  expect(docks).toEqual([expected]);
});
