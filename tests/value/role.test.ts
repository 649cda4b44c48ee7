import { expect, it } from 'vitest';
import { readCharacter, splitSides } from '../../src/value/role.js';
import { mappings } from '../support/convert.js';

const { performances: words, tables } = await mappings();

function read(text: string): [string, string | null, string | null] {
  const { first, second, order, isInParentheses } = splitSides(text, words);
  // A sign stands either way round; here the performer is first.
  const [performer, role] = isInParentheses
    ? [{ begin: 0, end: text.length }, null]
    : order === 'character-first'
      ? [second, first]
      : [first, second];
  const at = (range: { begin: number; end: number } | null): string | null =>
    range && text.slice(range.begin, range.end);
  const character = role && readCharacter(text, role, words, tables);
  return [at(performer) ?? '', at(character?.name ?? null), at(character?.description ?? null)];
}

it.each([
  ['Leon Lai as Lai Siu-gwan', 'Leon Lai', 'Lai Siu-gwan', null],
  ['Ann Lee – Dr. Kim Roe Ph.D. (a teacher)', 'Ann Lee', 'Dr. Kim Roe Ph.D.', 'a teacher'],
  ['Ann Lee - Akiva', 'Ann Lee', 'Akiva', null],
  ['Ann Lee ... Akiva', 'Ann Lee', 'Akiva', null],
  ['Ann Lee.....Akiva', 'Ann Lee', 'Akiva', null],
  ['Ann Lee…Akiva', 'Ann Lee', 'Akiva', null],
  ['Akiva, played by Ann Lee', 'Ann Lee', 'Akiva', null],
  ['Akiva voiced by Ann Lee', 'Ann Lee', 'Akiva', null],
  ['Ann Lee as Luke Roe: A pilot in training', 'Ann Lee', 'Luke Roe', 'A pilot in training'],
  ['Ann Lee as Menuk, a woman who wears a hat', 'Ann Lee', 'Menuk', 'a woman who wears a hat'],
  ['Ann Lee as Dade, (a.k.a. Zero)', 'Ann Lee', 'Dade', 'a.k.a. Zero'],
  [
    'Ann Lee as Kate (a.k.a. Acid). The director chose her.',
    'Ann Lee',
    'Kate',
    '(a.k.a. Acid). The director chose her',
  ],
  ['Ann Lee as Young Tanya.', 'Ann Lee', 'Young Tanya', null],
  ['Ann Lee as U.S. Immigration Officer', 'Ann Lee', 'U.S. Immigration Officer', null],
  ['Ann Lee as Mr. J. T. Marsh. He was cast late.', 'Ann Lee', 'Mr. J. T. Marsh', 'He was cast late'],
  ['Ann Lee as Ash/Evil Ash', 'Ann Lee', 'Ash/Evil Ash', null],
  ['Ann Lee as Bob / Mr. Big, a husband', 'Ann Lee', 'Bob / Mr. Big', 'a husband'],
  ['Ann Lee as Guard/Anthony, the clerk/Voices', 'Ann Lee', 'Guard/Anthony, the clerk/Voices', null],
  [
    'Ann Lee as the Dean of the school at which A, B and C studied.',
    'Ann Lee',
    'the Dean of the school at which A, B and C studied',
    null,
  ],
  ['Ann Lee as Dashiell "Dash" Parr', 'Ann Lee', 'Dashiell "Dash" Parr', null],
  ['Ann Lee (as Anne Lee) as Kim', 'Ann Lee (as Anne Lee)', 'Kim', null],
  ['Ann Lee as Kim / Spider:', 'Ann Lee', 'Kim / Spider', null],
  ['Ann Lee - Special appearance in a song', 'Ann Lee', null, 'Special appearance in a song'],
  ['Ann Lee - Item Number, special appearance', 'Ann Lee', null, 'Item Number, special appearance'],
  ['Ann Lee', 'Ann Lee', null, null],
  ['Ann Lee (special appearance)', 'Ann Lee (special appearance)', null, null],
  ['as Kim', 'as Kim', null, null],
])('reads %j', (text, performer, character, description) => {
  expect(read(text)).toEqual([performer, character, description]);
});

it.each([
  ['A – B', null],
  ['A: B', null],
  ['A (B)', null],
  ['A ... B', null],
  ['A as B', 'performer-first'],
  ['A (as B)', 'performer-first'],
  ['A – as B', 'performer-first'],
  ['A plays B', 'performer-first'],
  ['A, played by B', 'character-first'],
  ['A (played by B)', 'character-first'],
  ['A: voiced by B', 'character-first'],
  ['A, as played by B', 'character-first'],
  ['A is portrayed by B', 'character-first'],
])('tells the order of %j', (text, order) => {
  const { first, second, order: found } = splitSides(text, words);
  const at = (range: { begin: number; end: number } | null): string | null =>
    range && text.slice(range.begin, range.end);
  expect([at(first), at(second), found]).toEqual(['A', 'B', order]);
});
