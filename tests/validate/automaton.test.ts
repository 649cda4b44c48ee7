/** The automaton against JavaScript's own matcher, which answers short texts at once. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { automatonOf } from '../../src/validate/literals/automaton.js';
import { patternTree } from '../../src/validate/literals/pattern-tree.js';

const characters = [
  'a',
  'B',
  '.',
  '[^a]',
  '[a-b_]',
  '\\p{L}',
  '\\n',
  '\\u{1f600}',
  '\\x41',
  '\\]',
  '-',
  'ſ',
  '[^]',
];
const places = ['^', '$', '\\b', '\\B'];
const counts = ['*', '+', '?', '{2}', '{1,}', '{0,2}', '{0}', '*?', '+?', '{1,3}?'];

const { pattern } = fc.letrec<{ pattern: string; sequence: string; piece: string; group: string }>((tie) => ({
  pattern: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|')),
  sequence: fc.array(tie('piece'), { maxLength: 4 }).map((parts) => parts.join('')),
  piece: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...places),
    fc.tuple(fc.constantFrom(...characters), fc.constantFrom('', ...counts)).map((parts) => parts.join('')),
    tie('group'),
  ),
  group: fc
    .tuple(fc.constantFrom('(', '(?:'), tie('pattern'), fc.constantFrom('', ...counts))
    .map(([open, inside, count]) => `${open}${inside})${count}`),
}));
const text = fc
  .array(fc.constantFrom('a', 'b', 'A', 'B', '_', 's', ']', '-', '.', 'é', '\n', '\r', '\u2028'), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));

it('finds what the matcher that tries way by way finds', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.array(text, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('u', 'iu', 'mu', 'imu'),
      (source, texts, flags) => {
        const expression = new RegExp(source, flags);
        const tree = patternTree(expression.source);
        const automaton = tree && automatonOf(tree, expression.flags);
        expect(texts.map((each) => automaton?.matches(each))).toEqual(
          texts.map((each) => expression.test(each)),
        );
      },
    ),
    { numRuns: 1500 },
  );
});

it('goes by characters, not by halves of them', () => {
  const tree = patternTree('^(?:.[^a]){2}$');
  const automaton = tree && automatonOf(tree, 'u');
  expect(['a\u{1f600}\u{1f600}b', '\u{1f600}\u{1f600}'].map((each) => automaton?.matches(each))).toEqual([
    true,
    false,
  ]);
});

it('gives one answer whatever it read before', () => {
  const tree = patternTree('^(?:a|b)*a(?:a|b){9}$');
  const automaton = tree && automatonOf(tree, 'u');
  const textOf = (number: number): string =>
    number.toString(2).padStart(17, '0').replaceAll('0', 'a').replaceAll('1', 'b');
  for (let number = 0; number < 10_000; number++) {
    const each = textOf(number * 12 + 5);
    expect(automaton?.matches(each)).toBe(each.at(-10) === 'a');
  }
});
