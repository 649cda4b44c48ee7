/** What is known of all kinds before any is compiled. */
import { expect, it } from 'vitest';
import { compileMappings } from '../../src/map/compile-mappings.js';
import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import { readMappingFiles } from '../../src/read/package-files.js';

const own = `
kind: sloop
is: ship
signs: { templates: [infobox sloop], fields: { least: 1 } }
sections: [{ names: [Sailors], part: performances }]
fields: { mast: { labels: [mast height], property: schema:height, value: text, sign: true } }
`;
const files = parseMappingFiles([...readMappingFiles(), { name: 'sloop.yaml', text: own }], []);
const { mappings: whole, problems } = compileMappings(files);

it('holds labels, sections and signs of all kinds', () => {
  expect(problems).toEqual([]);
  expect(whole?.index.labels).toContain('mast height');
  expect(whole?.index.sections).toContain('sailor');
  expect(whole?.index.signs).toContainEqual(['mast height', 'sloop']);
});

it('knows the same of each kind where that is compiled when it is asked for', () => {
  const { mappings: lazy } = compileMappings(files, whole?.index);
  expect(lazy?.isLabel('Mast height')).toBe(true);
  expect(lazy?.topics.boxes.get('infobox sloop')?.line.slice(0, 2)).toEqual(['sloop', 'ship']);
  expect(lazy?.topics.fields.get('mast height')?.map(({ name }) => name)).toEqual(['sloop']);
  expect(lazy?.kindNamed.get('sloop')?.fields.get('mast height')?.id).toBe('mast');
  expect(lazy?.kindNamed.get('barge')).toBeUndefined();
  expect(lazy?.kinds.map(({ name }) => name)).toEqual(whole?.kinds.map(({ name }) => name));
});
