/** mappings/mapping.schema.json, for editors, is made of the one definition that the code has. */
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { mappingJsonSchema as schema } from '../../src/map/json-schema.js';
import { readMappingFiles } from '../../src/read/package-files.js';
import { expectGolden } from '../support/golden.js';

it('is up to date', () => {
  expectGolden(
    join(import.meta.dirname, '../../mappings/mapping.schema.json'),
    `${JSON.stringify(schema, null, 2)}\n`,
  );
});

it('holds for the package’s own mappings, and not for others', () => {
  const validate = new Ajv.Ajv2020({ strict: false }).compile(schema);
  const files = readMappingFiles();
  expect(files.length).toBeGreaterThan(15);
  for (const { name, text } of files)
    expect(validate(parse(text)), `${name}: ${JSON.stringify(validate.errors)}`).toBe(true);
  expect(validate({ kind: 'film', class: 'Movie' })).toBe(false);
  expect(validate({ table: 'colours', entries: {} })).toBe(false);
});
