/** What templates say of words besides the words. */
import { describe, expect, it } from 'vitest';
import type { Text } from '../../../src/article.js';
import { qualityOf, slice } from '../../../src/article.js';
import { paragraph } from '../../support/wikitext.js';

/** Qualities as `words: what`. */
const said = ({ value, qualities = [] }: Text): string[] =>
  qualities.flatMap(({ begin, end, language, currency, country, isWikitext }) =>
    isWikitext
      ? []
      : [[`${value.slice(begin, end)}:`, language, currency, country].filter(Boolean).join(' ')],
  );

describe('a template says', () => {
  it.each([
    ['of which language words are', '{{lang|fr|Le Havre}}', ['Le Havre: fr']],
    ['… in whatever case', '{{lang|ZH-hant-tw|鹽路}}', ['鹽路: zh-Hant-TW']],
    ['… with its name', '{{lang-fr|Havre}} a {{lang-sr-latn|Luka}}', ['Havre: fr', 'Luka: sr-Latn']],
    ['… by name of a parameter', '{{langx|da|text=Havn}}', ['Havn: da']],
    ['… of a name', '{{native name|da|Havn}}', ['Havn: da']],
    ['… of a part of its words', 'a {{nihongo|Salt|塩|Shio}} b', ['塩: ja', 'Shio: ja-Latn']],
    ['… of several titles', '{{zh|t=鹽|s=盐|p=Yán}}', ['鹽: zh-Hant', '盐: zh-Hans', 'Yán: zh-Latn-pinyin']],
    ['… of words in other letters', '{{transl|ru|Sol}}', ['Sol: ru-Latn']],
    ['… of a language that nobody knows, where that is no tag', '{{lang|French!|Havre}}', ['Havre: und']],
    ['… with links and marks inside', "{{lang|fr|''[[Le Havre (film)|Havre]]''}}", ['Havre: fr']],
    ['the most exact thing', '{{lang|zh|a {{lang|en|b}} c}}', ['a : zh', 'b: en', ' c: zh']],
    ['in which currency an amount is', '{{JPY|5 million}}', ['¥5 million: JPY']],
    ['… by any code', '{{ISK|5 million}}', ['ISK 5 million: ISK']],
    ['… by a sign', '{{US$|5 million|link=yes}}', ['US$5 million: USD']],
    ['… by a parameter', '{{currency|5 million|dkk}}', ['DKK 5 million: DKK']],
    [
      'which country is meant',
      '{{flag|FRA}} {{flagcountry|Georgia}}',
      ['France: France', 'Georgia: Georgia'],
    ],
    ['… by its own code', '{{GBR}}', ['United Kingdom: United Kingdom']],
    ['… by two letters', '{{flag|NO}}', ['Norway: Norway']],
    ['nothing of codes that nobody knows', '{{flag|XQZ}}', []],
    ['the words of a parameter that every object has', '{{flag|constructor}}', ['constructor: constructor']],
    ['nothing as a rule', "''a'' [[b]] {{nowrap|c}}", []],
  ])('%s: %s', (_, wikitext, expected) => {
    expect(said(paragraph(wikitext))).toEqual(expected);
  });
});

it('says nothing by a name in small letters that is another template’s', () => {
  const text = paragraph('{{aut|Smith}}, {{top|5}}');
  expect([text.value, said(text)]).toEqual(['Smith, {{top|5}}', []]);
});

it('leaves what is said to the parts of a text', () => {
  const text = paragraph('See {{lang|da|Havn, Port}} and {{SEK|5}} [[x]]');
  const part = (begin: number, end: number): Text => slice(text, begin, end);
  expect(text.value).toBe('See Havn, Port and SEK 5 x');
  expect(said(part(0, 8))).toEqual(['Havn: da']);
  expect(said(part(10, 14))).toEqual(['Port: da']);
  expect(said(part(6, 21))).toEqual(['vn, Port: da', 'SE: SEK']);
  expect(said(part(14, 18))).toEqual([]);
  expect(part(14, 18).qualities).toBeUndefined();
  expect(qualityOf(part(10, 14))).toEqual({ begin: 0, end: 4, language: 'da' });
  expect(qualityOf(part(10, 18))).toBeUndefined();
});
