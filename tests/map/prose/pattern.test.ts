import { describe, expect, it } from 'vitest';
import { anchorsOf, PatternError, PatternPhrases, parsePattern } from '../../../src/map/prose/pattern.js';

const word = (text: string) => ({ is: 'word', word: text });

describe('reads', () => {
  it.each([
    ['Won', word('won')],
    ['won the', { is: 'sequence', nodes: [word('won'), word('the')] }],
    ['(won | got)', { is: 'choice', nodes: [word('won'), word('got')] }],
    ['the?', { is: 'optional', node: word('the') }],
    ['(and)*', { is: 'any', node: word('and') }],
    ['{amount:money}', { is: 'slot', name: 'amount', type: 'money' }],
    ['{subject}', { is: 'slot', name: 'subject', type: 'subject' }],
    ['[ a ]+', { is: 'list', node: word('a') }],
    ['[ a ]++', { is: 'run', node: word('a') }],
    ['!a', { is: 'not', node: word('a') }],
    ['…', { is: 'gap' }],
    ['^ $', { is: 'sequence', nodes: [{ is: 'start' }, { is: 'end' }] }],
    ['\\(', word('(')],
    ['<place>?', { is: 'optional', node: { is: 'sequence', nodes: [word('in'), word('rome')] } }],
  ])('%s', (text, node) => {
    expect(parsePattern(text, new PatternPhrases({ place: 'in Rome' }))).toEqual(node);
  });
});

describe('says what is wrong with', () => {
  it.each([
    ['(won', 'There is no closing ")".'],
    ['won)', 'There is no opening sign to ")".'],
    ['[ won', 'There is no closing "]+".'],
    ['?', 'There is nothing before "?" that may be missing.'],
    ['<wins>', 'There is no phrase "wins": add it under `phrases`.'],
    ['<loop>', 'The phrase "loop" is a part of itself.'],
    ['{Film Name}', '"{Film Name}" has no name.'],
  ])('%s', (text, message) => {
    expect(() => parsePattern(text, new PatternPhrases({ loop: 'a <loop>' }))).toThrow(
      new PatternError(message),
    );
  });
});

it.each([
  ['{subject} … won the {prize:category}', ['won']],
  ['(won | got) in {year:year}', ['won', 'got']],
  ['(won | {year:year}) the', ['the']],
  ['won? {year:year}', null],
  ['[ in {place:place} ]+', ['in']],
])('knows which words must stand in what %s fits', (text, anchors) => {
  expect(anchorsOf(parsePattern(text, new PatternPhrases({})), new Set(['the', 'in']))).toEqual(anchors);
});
