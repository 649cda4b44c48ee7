/** Types of values, each by its own examples. */
import { expect, it } from 'vitest';
import { exampleReader } from '../../src/lint/values.js';
import { parseMappingFiles } from '../../src/map/parse-mapping-files.js';
import { valueTypes } from '../../src/map/values.js';
import { readMappingFiles } from '../../src/read/package-files.js';

const read = exampleReader(parseMappingFiles(readMappingFiles(), []));
const examples = valueTypes.flatMap((type) =>
  type.examples.map(({ value, states }, i) => [type.name, value, states, () => read(type, i)] as const),
);

it.each(examples)('%s: %s', (_name, _value, states, given) => {
  expect(given()).toEqual(states);
});

it.each(valueTypes.map((type) => [type.name, type] as const))('%s has examples', (_name, { examples }) => {
  expect(examples.length).toBeGreaterThan(0);
});
