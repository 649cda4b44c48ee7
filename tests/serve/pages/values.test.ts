import { expect, it } from 'vitest';
import { literal, namedNode } from '../../../src/rdf/terms.js';
import {
  dateWords,
  durationWords,
  languageWords,
  literalHtml,
  moneyWords,
  numberWords,
} from '../../../src/serve/pages/values.js';

it.each([
  ['1996-11-02', '2 November 1996'],
  ['1996-11', 'November 1996'],
  ['1996', '1996'],
  ['1996-13', null],
  ['soon', null],
])('tells the date %s as %s', (value, words) => expect(dateWords(value)).toBe(words));

it.each([
  ['PT116M', '1 h 56 min'],
  ['PT1H56M', '1 h 56 min'],
  ['PT45S', '45 s'],
  ['P1Y2M3DT4H', '1 y 2 mo 3 d 4 h'],
  ['PT60M', '1 h'],
  ['P', null],
  ['116 minutes', null],
])('tells the duration %s as %s', (value, words) => expect(durationWords(value)).toBe(words));

it.each([
  ['15557580', '15,557,580'],
  ['15557580.0', '15,557,580'],
  ['-1234.5', '−1,234.5'],
  ['0007', '7'],
  ['999', '999'],
  ['9'.repeat(41), null],
  ['1e9', null],
])('tells the number %s as %s', (value, words) => expect(numberWords(value)).toBe(words));

it.each([
  ['15557580', 'HKD', 'HK$15,557,580'],
  ['4500000', 'EUR', '€4,500,000'],
  ['100', 'NOK', 'NOK 100'],
  ['12', '<u>', '12 <u>'],
  ['12', '', '12'],
  ['much', 'USD', null],
])('tells %s %s as %s', (value, currency, words) => expect(moneyWords(value, currency)).toBe(words));

it.each([
  ['yue', 'Cantonese'],
  ['en', 'English'],
  ['" onclick="x', '" onclick="x'],
])('tells the language %s as %s', (tag, words) => expect(languageWords(tag)).toBe(words));

const xsd = (name: string) => namedNode(`http://www.w3.org/2001/XMLSchema#${name}`);

it.each([
  [literal('1996', xsd('gYear')), '<time datetime="1996">1996</time>'],
  [literal('<b>', xsd('duration')), '<bdi>&lt;b&gt;</bdi>'],
  [literal('12345', xsd('integer')), '<data value="12345">12,345</data>'],
  [literal('Tian Mi Mi', 'zh'), '<bdi lang="zh">Tian Mi Mi</bdi>'],
  [literal('x', 'x-evil'), '<bdi>x</bdi>'],
])('writes %s safely', (term, text) => expect(literalHtml(term).text).toBe(text));
