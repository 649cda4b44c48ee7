/** Types of values, each by its own examples. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
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

const nothing = parse(
  readFileSync(join(import.meta.dirname, '../../mappings/values/nothing.yaml'), 'utf8'),
) as { entries: { words: string[] } };
const nonsense = [
  ...nothing.entries.words,
  ...nothing.entries.words.map((word) => word.toUpperCase()),
  'Various (see below)',
  'several people',
  '–',
  '?',
  '???',
  '…',
];

const emptied = valueTypes.map((type) => ({
  ...type,
  examples: nonsense.map((value) => ({ value, states: [] })),
}));
const readNonsense = exampleReader(parseMappingFiles(readMappingFiles(), []), emptied);

it.each(emptied.map((type) => [type.name, type] as const))('%s states nothing of nothing', (_name, type) => {
  const facts = nonsense.flatMap((value, i) => {
    const stated = readNonsense(type, i).filter((line) => !line.startsWith('raw '));
    return stated.length === 0 ? [] : [`${value}: ${stated.join(', ')}`];
  });
  expect(facts).toEqual([]);
});
