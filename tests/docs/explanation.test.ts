/** The documentation of explanations, run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/index.js';
import { explainSource } from '../support/explain.js';
import { hostileText, hostileWikitext } from '../support/hostile.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/explanation.md'), 'utf8');
const schema = JSON.parse(readFileSync(join(root, 'schemas/explanation.schema.json'), 'utf8'));
const [, text, json] = /```text\n(.*?)```.*```json\n(.*?)```/s.exec(page) as unknown as [
  string,
  string,
  string,
];

it('shows the lead of an explanation as it is', async () => {
  const { parts } = await explain(text);
  expect(JSON.parse(json)).toEqual(parts.find(({ type }) => type === 'lead'));
});

it('names every field', () => {
  const fields = [schema, ...Object.values(schema.$defs)].flatMap(({ properties }) =>
    Object.keys(properties ?? {}),
  );
  for (const field of new Set(fields)) {
    if (['code', 'severity', 'message', 'begin', 'end'].includes(field)) continue;
    expect(page, field).toMatch(new RegExp(`\`${field}\``));
  }
});

describe('the schema', () => {
  const validate = new Ajv.Ajv2020({ allErrors: true }).compile(schema);
  const cases = join(root, 'tests/cases');
  const sources = [
    { name: 'hostile.txt', text: hostileText },
    { name: 'hostile.wiki', text: hostileWikitext, title: 'A' },
    ...readdirSync(cases, { recursive: true, encoding: 'utf8' })
      .filter((name) => /article\.(?:txt|wiki)$/.test(name))
      .map((name) => ({ name, text: readFileSync(join(cases, name), 'utf8'), title: 'A' })),
  ];

  it.each(sources)('holds for $name', async (source) => {
    const explanation = await explainSource(source);
    expect(validate(JSON.parse(JSON.stringify(explanation))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses what is none', async () => {
    const explanation = await explainSource('= A =\n\nx');
    expect(validate({ ...explanation, version: 2 })).toBe(false);
    expect(validate({ ...explanation, parts: [{ type: 'poem' }] })).toBe(false);
  });
});
