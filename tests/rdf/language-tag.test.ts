import { expect, it } from 'vitest';
import { canonicalTag, tagMeantBy } from '../../src/rdf/language-tag.js';

it.each([
  ['en', 'en'],
  ['EN', 'en'],
  ['zh-hant', 'zh-Hant'],
  ['de-at', 'de-AT'],
  ['sr-latn-rs', 'sr-Latn-RS'],
  ['es-419', 'es-419'],
  ['yue', 'yue'],
  ['ZH-hant-tw', 'zh-Hant-TW'],
  ['zh-latn-PINYIN', 'zh-Latn-pinyin'],
  ['en-x-Simple', 'en-x-simple'],
  ['eng', 'en'],
  ['zh-latn-pinyin', 'zh-Latn-pinyin'],
  ['english', null],
  ['deutsch', null],
  ['en_US', null],
  ['e', null],
  ['', null],
  ['en-', null],
  ['en us', null],
  ['123', null],
  ['x-own', null],
  ['*', null],
])('takes %j for %j', (text, tag) => {
  expect(canonicalTag(text)).toBe(tag);
});

it.each([
  ['english', 'en'],
  ['German', 'de'],
  ['Deutsch', 'de'],
  ['français', 'fr'],
  ['Japanese ', 'ja'],
  ['日本語', 'ja'],
  ['de_AT', 'de-AT'],
  ['zh_Hant_TW', 'zh-Hant-TW'],
  ['klingonish', null],
])('takes %j to mean %j', (text, tag) => {
  expect(tagMeantBy(text)).toBe(tag);
});
