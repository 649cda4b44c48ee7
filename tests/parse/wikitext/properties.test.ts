/** What holds for any wikitext, whole or broken. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Text } from '../../../src/article.js';
import { nodesOf, slice } from '../../../src/article.js';
import { page } from '../../support/wikitext.js';

/** Marks, whole and half constructs, and words, to be put together in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    '[[',
    ']]',
    '{{',
    '}}',
    '{|',
    '|}',
    '|-',
    '|+',
    '|',
    '||',
    '!',
    '!!',
    '=',
    "''",
    "'''",
    '[',
    ']',
  ),
  fc.constantFrom(
    '\n',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '\t',
    '* ',
    '#',
    ':',
    ';',
    '----',
    '== A ==',
    '== ',
    ' ==',
  ),
  fc.constantFrom(
    '<ref>',
    '</ref>',
    '<ref name=a/>',
    '<ref',
    '<!--',
    '-->',
    '<nowiki>',
    '</nowiki>',
    '<br>',
    '<small>',
    '</small>',
  ),
  fc.constantFrom(
    '<li>',
    '</li>',
    '<gallery>',
    '</gallery>',
    '<math>',
    '</math>',
    '<',
    '>',
    '&amp;',
    '&#65;',
    '&',
    '__NOTOC__',
  ),
  fc.constantFrom(
    '{{ubl|',
    '{{plainlist|',
    '{{Infobox film|name=',
    '{{film date|',
    '{{start date|',
    '{{center|',
    '{{quote|',
  ),
  fc.constantFrom(
    '{{small|',
    '{{nihongo3|',
    '{{currency|',
    '{{sortname|',
    '{{URL|',
    '{{convert|',
    '{{cn}}',
    '{{strange|',
    '{{!}}',
  ),
  fc.constantFrom(
    '[[File:',
    '[[Category:',
    '[[:Category:',
    '[[de:',
    '[http://x.org ',
    'rowspan=2|',
    'colspan="3" |',
    'a=',
    '2001|5|',
  ),
  fc.constantFrom('word', '🎬', 'é', '日本', '\u00a0', '\ufeff', '\ud800', ', ', '(', ')', '5'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

const textsOf = (article: Article): Text[] => [...nodesOf(article)].filter((node) => node.type === 'text');

/** Stretches of a text that are the source's own: where each begins in the text, how long it is, and where it stands. */
function verbatim({ value, origin }: Text): { at: number; length: number; source: number }[] {
  const { marks, offset } = origin as unknown as { marks: readonly number[]; offset: number };
  const found: { at: number; length: number; source: number }[] = [];
  for (let i = 0; i < marks.length; i += 3) {
    const [begin, source, sourceEnd] = marks.slice(i, i + 3) as [number, number, number];
    const at = Math.max(0, begin - offset);
    const end = Math.min(value.length, (marks[i + 3] ?? Number.POSITIVE_INFINITY) - offset);
    if (sourceEnd < 0 && at < end) found.push({ at, length: end - at, source: source + at + offset - begin });
  }
  return found;
}

function checkSpans(text: string, article: Article): void {
  const points = [...text];
  const lineStarts = [
    0,
    ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length),
  ].map((offset) => [...text.slice(0, offset)].length);
  for (const { type, span } of nodesOf(article)) {
    expect(span.begin, type).toBeGreaterThanOrEqual(0);
    expect(span.end, type).toBeGreaterThanOrEqual(span.begin);
    expect(span.end, type).toBeLessThanOrEqual(points.length);
    expect(span.column, type).toBe(span.begin - (lineStarts[span.line - 1] as number) + 1);
  }
}

function checkText(text: string, node: Text): void {
  const source = [...text].slice(node.span.begin, node.span.end).join('');
  if (!node.origin) expect(source).toBe(node.value);
  else {
    const stretches = verbatim(node);
    for (const { at, length, source: from } of stretches) {
      expect(node.value.slice(at, at + length)).toBe(text.slice(from, from + length));
      expect(source).toContain(text.slice(from, from + length));
    }
  }
  for (const { begin, end } of node.links ?? []) {
    expect(begin).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(begin);
    expect(end).toBeLessThanOrEqual(node.value.length);
  }
  expect(node.value).toBe(node.value.trim());
}

/** Every node lies inside the one it belongs to; only a merged cell may stand in a row above. */
function checkNesting(article: Article): void {
  for (const outer of nodesOf(article)) {
    for (const inner of nodesOf(outer)) {
      if (outer.type === 'row' && inner !== outer) break;
      expect(inner.span.begin, `${inner.type} in ${outer.type}`).toBeGreaterThanOrEqual(outer.span.begin);
      expect(inner.span.end, `${inner.type} in ${outer.type}`).toBeLessThanOrEqual(outer.span.end);
    }
  }
}

function check(text: string): void {
  const { article } = page(text);
  checkSpans(text, article);
  for (const node of textsOf(article)) checkText(text, node);
  checkNesting(article);
}

it('has its spans, words and links in their places, for any text', () => {
  fc.assert(fc.property(anyText, check), { numRuns: 3000 });
});

it('has them for every case', () => {
  const root = join(import.meta.dirname, '..', '..', 'cases');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.wiki'),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) check(readFileSync(join(root, file), 'utf8'));
});

it('has the words of a part inside those of the whole', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const points = [...text];
      for (const node of textsOf(page(text).article)) {
        const ends = [a % (node.value.length + 1), b % (node.value.length + 1)].sort((x, y) => x - y);
        const [from, to] = ends as [number, number];
        const part = slice(node, from, to);
        if (isSplit(node.value, from) || isSplit(node.value, to)) continue;
        expect(part.span.begin).toBeGreaterThanOrEqual(node.span.begin);
        expect(part.span.end).toBeLessThanOrEqual(node.span.end);
        expect(part.span.end).toBeGreaterThanOrEqual(part.span.begin);
        const source = points.slice(part.span.begin, part.span.end).join('');
        const whole = part.origin ? verbatim(part)[0] : { length: part.value.length };
        if (part.value === '' || whole?.length === part.value.length) expect(source).toBe(part.value);
        for (const { begin, end } of part.links ?? []) expect(part.value.slice(begin, end)).not.toBe('');
      }
    }),
    { numRuns: 1500 },
  );
});

const isSplit = (value: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(value.charAt(at - 1)) && /[\udc00-\udfff]/.test(value.charAt(at));

describe('nothing is lost', () => {
  /** Well-formed wikitext with numbered words: those shown begin with `w`, those hidden with `h`. */
  const words = fc.constantFrom('w', 'w w', '(w)', 'w, w.');
  const inline = fc.letrec<{ words: string; piece: string }>((tie) => ({
    words: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
    piece: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'inline' },
      words,
      fc.constantFrom(
        'w<ref>h</ref>',
        'w<!-- h\nh -->',
        '<ref name="h"/>w',
        '[[w]]',
        '[[h|w]]',
        '[http://h.org w]',
      ),
      fc.constantFrom(
        '[[File:h.jpg|h [[h]]]]',
        '{{cn|date=h}}',
        'w<br/>w',
        '<nowiki>[[w]]</nowiki>',
        '{{sort|h|w}}',
      ),
      fc.constantFrom(
        '{{strange|w|x=w}}',
        '[[:Category:w]]',
        '{{nihongo|w|w|w}}',
        '{{nihongo3|w|w|w}}',
        '[[w]]s',
      ),
      tie('words').map((inner) => `{{small|${inner}}}`),
      tie('words').map((inner) => `''${inner}''`),
      tie('words').map((inner) => `<span style="h">${inner}</span>`),
      tie('words').map((inner) => `{{lang|h|${inner}}}`),
    ),
  })).words;
  const cell = inline.map((text) => `\n| style="h" | ${text}`);
  const block = fc.oneof(
    inline,
    inline.map((text) => `* ${text}`),
    inline.map((text) => `; ${text}\n: w`),
    inline.map((text) => `== ${text.replaceAll('\n', ' ').replaceAll('=', '-')} w ==`),
    fc
      .array(inline, { maxLength: 3 })
      .map((items) => `{{plainlist|\n${items.map((item) => `* ${item}\n`).join('')}}}`),
    fc
      .array(inline, { maxLength: 3 })
      .map(
        (fields) => `{{Infobox film\n|name=w\n${fields.map((value, i) => `|key${i}=${value}\n`).join('')}}}`,
      ),
    fc
      .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
      .map(
        (rows) => `{| class="h"\n|+ w\n${rows.map((cells) => `|- id="h"${cells.join('')}`).join('\n')}\n|}`,
      ),
    fc.constantFrom(
      '[[Category:w]]',
      '[[fr:h]]',
      '{{Use dmy dates|date=h}}',
      '<!-- h -->',
      '<gallery>\nFile:h|h\n</gallery>',
    ),
  );
  const article = fc.array(block, { maxLength: 8 }).map((blocks) => {
    let count = 0;
    return blocks
      .join('\n')
      .replaceAll(/(?<![a-zA-Z])([wh])(?![a-zA-Z])/g, (letter) => `${letter}${count++}q`);
  });

  it('of what is shown, and nothing is shown of what is hidden', () => {
    fc.assert(
      fc.property(article, (text) => {
        const shown = new Set(
          textsOf(page(text).article).flatMap(({ value }) => value.match(/[wh]\d+q/g) ?? []),
        );
        const written = new Set(text.match(/(?<![a-zA-Z])w\d+q/g) ?? []);
        expect([...written].filter((word) => !shown.has(word))).toEqual([]);
        expect([...shown].filter((word) => word.startsWith('h'))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
