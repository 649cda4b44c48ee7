import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findQuotations, findSentences } from '../../src/value/sentence.js';
import { tables } from '../support/convert.js';

const known = await tables();

function split(text: string, solid: readonly string[] = []): string[] {
  const ranges = solid.map((words) => ({
    begin: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  }));
  const within = { solid: ranges, quotations: findQuotations(text) };
  return findSentences(text, within, known).map(({ begin, end }) => text.slice(begin, end));
}

it.each([
  [['It ran long.', 'It sold well.']],
  [['It opened in the U.S. on Monday.', 'It closed.']],
  [['It opened in the U.S.', 'The film closed.']],
  [['Dr. Lee met Mr. Roe.', 'They sang.']],
  [['At the 16th. gala nobody sang.']],
  [['J. R. Roe and A. O. Lee wrote it.', 'She read it.']],
  [['"It was long. Really long," he said.', 'He left.']],
  [['He called it "a film that sings."', 'She did not.']],
  [['He said “it sings. It does.” and left.', 'She stayed.']],
  [['Is it long?', 'It is!', 'So it is.']],
  [['Studio Inc. made it.', 'Stone Inc.', 'The film ran.']],
  [['It cost $1.5 million.', '20 people saw it.']],
  [['It ended.[1]', 'It began.']],
  [['It was no. 1.', 'Then it fell.']],
  [['He shot 35 mm. film and more.']],
])('keeps apart %j', (sentences) => {
  expect(split(sentences.join(' '))).toEqual(sentences);
});

it('ends none inside a name or a link', () => {
  expect(split('Monsters! Run Away was long. It ran.', ['Monsters! Run Away'])).toEqual([
    'Monsters! Run Away was long.',
    'It ran.',
  ]);
});

it('gives stretches in order that hold every word', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '"', '“', '”', '!', '\n', '1', '[', ']') }),
      (text) => {
        const found = findSentences(text, { solid: [], quotations: findQuotations(text) }, known);
        let at = 0;
        let outside = '';
        for (const { begin, end } of found) {
          expect(begin).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(begin);
          outside += text.slice(at, begin);
          at = end;
        }
        expect((outside + text.slice(at)).trim()).toBe('');
      },
    ),
  );
});
