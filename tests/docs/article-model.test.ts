/** The documentation of the article model, run: every node is shown, and shown as it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/article.js';
import { nodesOf } from '../../src/article.js';
import { parse } from '../support/parse.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/article-model.md'), 'utf8');
const schema = JSON.parse(readFileSync(join(root, 'schemas/article.schema.json'), 'utf8'));
const examples = [...page.matchAll(/^## (\w+)\n[^#]*?```text\n(.*?)```\n\n```json\n(.*?)```/gms)].map(
  ([, type, text, json]) => [type, text, json] as [string, string, string],
);
const types = [
  'article',
  'infobox',
  'field',
  'section',
  'heading',
  'paragraph',
  'list',
  'item',
  'table',
  'row',
  'cell',
  'text',
];

const withoutSpans = (node: Node): unknown =>
  JSON.parse(JSON.stringify(node, (key, value) => (key === 'span' ? undefined : value)));

it('shows every node', () => {
  expect(examples.map(([type]) => type)).toEqual(types);
});

describe.each(examples)('%s', (type, text, json) => {
  it('is what the text gives', () => {
    const nodes = [...nodesOf(parse({ name: 'example', text }).article)].filter((node) => node.type === type);
    expect(nodes.map(withoutSpans)).toContainEqual(JSON.parse(json));
  });
});

describe('the schema', () => {
  const validate = new Ajv.Ajv2020({ allErrors: true }).compile(schema);

  it('describes every node', () => {
    expect(Object.keys(schema.$defs)).toEqual(expect.arrayContaining(types));
  });

  it('holds for the examples and the cases', () => {
    const cases = join(root, 'tests/cases');
    const texts = readdirSync(cases).map((slug) => readFileSync(join(cases, slug, 'article.txt'), 'utf8'));
    for (const text of [...examples.map(([, source]) => source), ...texts]) {
      const { article } = parse({ name: 'a', text, title: 'A' });
      expect(validate(JSON.parse(JSON.stringify(article))), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('refuses what is none', () => {
    const { article } = parse('= A =\n\nx');
    expect(validate({ ...article, lead: [{ type: 'poem' }] })).toBe(false);
    expect(validate({ ...article, extra: 1 })).toBe(false);
    expect(validate({ ...article, span: { begin: -1, end: 0, line: 0, column: 0 } })).toBe(false);
  });
});
