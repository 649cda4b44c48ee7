import { describe, expect, it } from 'vitest';
import type { Text } from '../../../src/article.js';
import { fitItem, ItemPatternError, parseItemPattern } from '../../../src/map/rows/item-pattern.js';

function textOf(value: string, links: Text['links'] = []): Text {
  return { type: 'text', value, span: { begin: 0, end: value.length, line: 1, column: 1 }, links };
}

function read(pattern: string, text: Text): Record<string, string> | null {
  for (const way of parseItemPattern(pattern)) {
    const match = fitItem(way, text);
    if (!match) continue;
    return Object.fromEntries(
      match.captures.map(({ slot, begin, end }) => [slot, text.value.slice(begin, end)]),
    );
  }
  return null;
}

describe('Patterns of items', () => {
  it.each([
    ['{name} ({year})', 'Salt (1999)', { name: 'Salt', year: '1999' }],
    ['{name} ({year})', 'Salt (The Sea) (1999)', null],
    ['{name} ({year})', 'Salt (1999), a film', null],
    ['{year}: {name}', '1999: Salt: The Sea', { year: '1999', name: 'Salt: The Sea' }],
    ['{year} – {name}', '1999–2001 – Salt', { year: '1999–2001', name: 'Salt' }],
    ['"{name}" – {length}', '“Salt” — 3:45', { name: 'Salt', length: '3:45' }],
    [
      '"{name}"[ ({writer})] – {length}',
      '"Salt" (Ann Lee) – 3:45',
      { name: 'Salt', writer: 'Ann Lee', length: '3:45' },
    ],
    ['"{name}"[ ({writer})] – {length}', '"Salt" - 3:45', { name: 'Salt', length: '3:45' }],
    ['{name} as {role}', 'Salt as Ann', { name: 'Salt', role: 'Ann' }],
    ['{name} as {role}', 'Salt Bassoon', null],
    [
      '{name}, written by {writer}',
      'Salt, Sea, written by Ann Lee',
      { name: 'Salt, Sea', writer: 'Ann Lee' },
    ],
    ['{year} {name}', '1999 Salt Road', { year: '1999', name: 'Salt Road' }],
    ['{year} {name}', '1999', null],
    ['{name} runner-up|runners-up: {year}', 'Salt Cup runner up: 1999', { name: 'Salt Cup', year: '1999' }],
    ['{name} runner-up|runners-up: {year}', 'Salt Cup winner: 1999', null],
    ['winners|winner ({count}): {year}', 'Winners (2): 1999', { count: '2', year: '1999' }],
    ['winners|winner ({count}): {year}', 'Swinners (2): 1999', null],
  ])('%s of %s', (pattern, value, expected) => {
    expect(read(pattern, textOf(value))).toEqual(expected);
  });

  it('cuts no link', () => {
    const text = textOf('Salt (1999) (2001)', [{ begin: 0, end: 11, target: 'Salt' }]);
    expect(read('{name} ({year})', text)).toEqual({ name: 'Salt (1999)', year: '2001' });
  });

  it('takes a link of two slots side by side', () => {
    const text = textOf('Salt Cup 1999', [{ begin: 0, end: 8, target: 'Salt Cup' }]);
    expect(read('{name} {year}', text)).toEqual({ name: 'Salt Cup', year: '1999' });
  });

  it('takes a link where anything may stand behind it, and nothing else', () => {
    const text = textOf('Ann Lee, mayor', [{ begin: 0, end: 7, target: 'Ann Lee' }]);
    expect(read('{who} …', text)).toEqual({ who: 'Ann Lee' });
    expect(read('{who} …', textOf('Ann Lee, mayor'))).toBeNull();
  });

  it.each(['salt', '{a}{b}', '{a} … {b}{c}', '{a} [', '{a} *'])('says what is wrong with %s', (pattern) => {
    expect(() => parseItemPattern(pattern)).toThrow(ItemPatternError);
  });
});
