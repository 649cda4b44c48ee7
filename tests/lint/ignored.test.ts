/** Which ignored parameters another kind of the family reads. */
import { expect, it } from 'vitest';
import { lintIgnored } from '../../src/lint/ignored.js';
import { compileMappings } from '../../src/map/compile-mappings.js';
import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import type { Problem } from '../../src/problem.js';
import { readMappingFiles } from '../../src/read/package-files.js';

const field = (label: string) => `{ labels: [${label}], property: schema:name, value: text }`;
const own = {
  boat: `kind: boat\nclass: schema:Vehicle\nfields: { keel: ${field('keel material')} }\n`,
  yawl: `kind: yawl\nis: boat\nfields: { mizzen: ${field('mizzen sail')}, slip: ${field('slip mark')} }\n`,
  // A kind of the same family reads the second; the first nobody does, and the third means something else in each kind.
  ketch: 'kind: ketch\nis: boat\nignore: [box width, Mizzen_sail, slip mark]\n',
  // What it would have of the kind that it is a sort of.
  sloop: 'kind: sloop\nis: boat\nignore: [keel material]\n',
  // A field of its own has the label.
  brig: `kind: brig\nis: boat\nfields: { sail: ${field('mizzen sail')} }\nignore: [mizzen sail]\n`,
  // No kind of its family reads it.
  fort: 'kind: fort\nclass: schema:Place\nignore: [mizzen sail]\n',
  homonyms: 'table: homonyms\nentries: [slip mark]\n',
};

it('warns of what is ignored although a kind of the same family reads it', () => {
  const problems: Problem[] = [];
  const files = Object.entries(own).map(([name, text]) => ({ name: `own/${name}.yaml`, text }));
  const parsed = parseMappingFiles([...readMappingFiles(), ...files], problems);
  const { mappings } = compileMappings(parsed);
  if (!mappings) throw new Error('the mappings have errors');
  const found = [...lintIgnored(parsed, mappings)].filter(({ place }) => place.source.startsWith('own/'));
  expect(
    found.map(
      ({ message, severity, place }) => `${severity} ${place.source}:${place.line} ${message.split('.')[0]}`,
    ),
  ).toEqual([
    'warning own/ketch.yaml:3 "Mizzen_sail" is ignored here, but the kind brig reads it as sail',
    'warning own/sloop.yaml:3 "keel material" is ignored here, but the kind boat reads it as keel',
  ]);
});
