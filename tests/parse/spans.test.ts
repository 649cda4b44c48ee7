/** For every node of any article in plain text, the source between its offsets is the text it came from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Article, Node, Text } from '../../src/article.js';
import { nodesOf, slice, stretchesOf } from '../../src/article.js';
import { parse } from '../support/parse.js';

/** Lines that look like those of articles, and pieces of them, with every kind of line ending. */
const fragment = fc.oneof(
  fc.constantFrom(
    '= T =',
    '==A==',
    '=== B ===',
    '- ',
    '** ',
    '  - x',
    '- Key: value',
    '| a | b |',
    '|',
    '|--|',
    '=',
    ':',
  ),
  fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' ', '\t', '\u00a0', '\ufeff', '\\|'),
  fc.constantFrom('🎬', 'é', 'e\u0301', '日本', '\ud800', '"', '(', ')', ', '),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const anyText = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));

function check(text: string, article: Article): void {
  const points = [...text];
  const lineStarts = [
    0,
    ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length),
  ].map((offset) => [...text.slice(0, offset)].length);
  let previous = 0;
  for (const node of nodesOf(article)) {
    const { begin, end, line, column } = node.span;
    expect(begin).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(begin);
    expect(end).toBeLessThanOrEqual(points.length);
    expect(begin, `${node.type} begins in reading order`).toBeGreaterThanOrEqual(
      node.type === 'text' ? 0 : previous,
    );
    if (node.type !== 'text') previous = begin;
    expect(begin - (lineStarts[line - 1] as number) + 1).toBe(column);
    if (node.type === 'text') checkWords(points, node);
  }
}

/** Words that are the source's own, character by character, stand where they say. */
function checkWords(points: readonly string[], text: Text): void {
  if (!text.origin) expect(points.slice(text.span.begin, text.span.end).join('')).toBe(text.value);
  for (const { begin, end, span, isOwn } of stretchesOf(text)) {
    if (isOwn) expect(points.slice(span.begin, span.end).join('')).toBe(text.value.slice(begin, end));
  }
}

/** Every node lies inside the one it belongs to. */
function checkNesting(article: Article): void {
  const inside = (outer: Node, inner: Node | null): void => {
    if (!inner) return;
    expect(inner.span.begin, `${inner.type} in ${outer.type}`).toBeGreaterThanOrEqual(outer.span.begin);
    expect(inner.span.end, `${inner.type} in ${outer.type}`).toBeLessThanOrEqual(outer.span.end);
  };
  for (const node of nodesOf(article)) {
    for (const child of nodesOf(node)) inside(node, child);
  }
}

it('holds for any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { article } = parse({ name: 'a', text, title: 'T', format: 'plain' });
      check(text, article);
      checkNesting(article);
    }),
    { numRuns: 1500 },
  );
});

it('holds for every case', () => {
  const root = join(import.meta.dirname, '..', 'cases');
  for (const slug of readdirSync(root)) {
    const path = join(root, slug, 'article.txt');
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    const { article } = parse({ name: slug, text, format: 'plain' });
    check(text, article);
    checkNesting(article);
  }
});

it('loses nothing: every letter of the source is in some text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { article, problems } = parse({ name: 'a', text, title: 'T', format: 'plain' });
      // A second article is told of, and not read.
      fc.pre(problems.every(({ code }) => code !== 'second-article'));
      const covered = new Set<number>();
      for (const node of nodesOf(article)) {
        if (node.type === 'text') for (let i = node.span.begin; i < node.span.end; i++) covered.add(i);
      }
      const lost = [...text].filter((char, i) => /[\p{L}\p{N}]/u.test(char) && !covered.has(i));
      expect(lost).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

it('holds for slices', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const { article } = parse({ name: 'a', text, title: 'T', format: 'plain' });
      const points = [...text];
      for (const node of nodesOf(article)) {
        if (node.type !== 'text') continue;
        const [from, to] = [a % (node.value.length + 1), b % (node.value.length + 1)].sort(
          (x, y) => x - y,
        ) as [number, number];
        if (/[\udc00-\udfff]/.test(node.value.charAt(from)) || /[\udc00-\udfff]/.test(node.value.charAt(to)))
          continue;
        const part = slice(node, from, to);
        checkWords(points, part);
        const before = points.slice(0, part.span.begin).join('');
        // A place between the two halves of a line's end is in that line and behind its end: either is right.
        if (before.endsWith('\r') && points[part.span.begin] === '\n') continue;
        expect(before.split(/\r\n|\r|\n/).length).toBe(part.span.line);
      }
    }),
    { numRuns: 800 },
  );
});
