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
/** Under each heading, pairs of a source and what it gives. */
const examples = page.split(/^## /m).flatMap((part) => {
  const type = /^\w+/.exec(part)?.[0] ?? '';
  const pairs = part.matchAll(/```(text|wikitext)\n(.*?)```\n\n```json\n(.*?)```/gs);
  return [...pairs].map(([, language, text, json]) => ({
    type,
    source: {
      name: 'example',
      text: text as string,
      ...(language === 'wikitext' ? { format: 'wikitext' as const, title: 'Salt Road' } : {}),
    },
    json: json as string,
  }));
});
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
  expect([...new Set(examples.map(({ type }) => type))]).toEqual(types);
});

describe.each(examples)('$type', ({ type, source, json }) => {
  it(`is what ${JSON.stringify(source.text)} gives`, () => {
    const nodes = [...nodesOf(parse(source).article)].filter((node) => node.type === type);
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
    const files = readdirSync(cases, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /article\.(?:txt|wiki)$/.test(name),
    );
    const sources = files.map((name) => ({
      name,
      text: readFileSync(join(cases, name), 'utf8'),
      title: 'A',
    }));
    for (const source of [...examples.map((example) => example.source), ...sources]) {
      const { article } = parse(source);
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
