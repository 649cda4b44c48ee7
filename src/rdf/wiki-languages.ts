/** Languages of wikis: their codes are older than BCP 47, and some are none of its tags, or those of other languages. */
import { canonicalTag } from './language-tag.js';

/**
 * Tags by MediaWiki's codes that are none, or mean something else
 * (https://www.mediawiki.org/wiki/Manual:Language#Language_code, LanguageCode::bcp47 in MediaWiki).
 */
const tags: Readonly<Record<string, string>> = {
  als: 'gsw',
  'bat-smg': 'sgs',
  'be-x-old': 'be-tarask',
  'cbk-zam': 'cbk',
  'de-formal': 'de-x-formal',
  eml: 'egl',
  'en-rtl': 'en-x-rtl',
  'es-formal': 'es-x-formal',
  'fiu-vro': 'vro',
  'hu-formal': 'hu-x-formal',
  'map-bms': 'jv-x-bms',
  mo: 'ro-Cyrl-MD',
  'nl-informal': 'nl-x-informal',
  nrm: 'nrf',
  'roa-rup': 'rup',
  'roa-tara': 'nap-x-tara',
  simple: 'en-simple',
  'sr-ec': 'sr-Cyrl',
  'sr-el': 'sr-Latn',
  'zh-classical': 'lzh',
  'zh-cn': 'zh-Hans-CN',
  'zh-hk': 'zh-Hant-HK',
  'zh-min-nan': 'nan',
  'zh-mo': 'zh-Hant-MO',
  'zh-my': 'zh-Hans-MY',
  'zh-sg': 'zh-Hans-SG',
  'zh-tw': 'zh-Hant-TW',
  'zh-yue': 'yue',
};

/** Codes that wikis have beside their own: as addresses, or in names of databases. */
const aliases: Readonly<Record<string, string>> = { cz: 'cs', dk: 'da', jp: 'ja', minnan: 'nan', nb: 'nb' };

/** The BCP 47 tag nearest to a code of a wiki; null where it is none, such as a language's name. */
export function wikiLanguage(code: string): string | null {
  const key = code.trim().toLowerCase().replaceAll('_', '-');
  const known = tags[key] ?? aliases[key];
  if (known !== undefined) return known;
  // A word of more letters is well-formed, and no language.
  if (!/^(?:[a-z]{2,3}|x|i)(?:-|$)/.test(key)) return null;
  const tag = canonicalTag(key);
  if (tag !== null) return tag;
  // Languages that are said by two codes, the wider one first, are known by the second.
  const [, narrower = ''] = /^[a-z]{2,3}-([a-z]{3})$/.exec(key) ?? [];
  return narrower === '' ? null : canonicalTag(narrower);
}

const projects = '(?:wiki|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity|wikivoyage)';
const databaseName = new RegExp(`^([a-z_]+?)${projects}(?:[-_]\\d{4,}.*)?$`);

/** Databases whose names begin like that of a language. */
const ofNoLanguage: ReadonlySet<string> = new Set(['ten', 'www']);

/** The language of a wiki's database, such as `dewiki`; null where its name tells none. */
export function databaseLanguage(name: string): string | null {
  const [, code = ''] = databaseName.exec(name.trim().toLowerCase()) ?? [];
  return code === '' || ofNoLanguage.has(code) ? null : wikiLanguage(code);
}

const families =
  /\.(?:wikipedia|wiktionary|wikibooks|wikinews|wikiquote|wikisource|wikiversity|wikivoyage)\.org$/;

/** The language of the wiki that a page's address leads to; null where it tells none. */
export function addressLanguage(address: string): string | null {
  const host = hostOf(address);
  if (host === null) return null;
  const pathname = /^[^/]*\/\/[^/?#]*(\/[^?#]*)/.exec(address)?.[1] ?? '';
  const [first = ''] = host.split('.');
  if (/\.(?:fandom|wikia)\.com$/.test(host)) {
    const [, code = ''] = /^\/([a-z]{2,3}(?:-[a-z]+)?)\/(?:wiki|f)\//.exec(pathname) ?? [];
    return code === '' ? null : wikiLanguage(code);
  }
  if (ofNoLanguage.has(first)) return null;
  if (families.test(host)) return wikiLanguage(first);
  const isWiki = host.split('.').length > 2 && /^\/(?:wiki|w)\//.test(pathname);
  return isWiki && (/^[a-z]{2}$/.test(first) || Object.hasOwn(tags, first)) ? wikiLanguage(first) : null;
}

/** What tells a wiki from others: the host of a page's address, else the name of its database. */
export function wikiOf(address: string | undefined, database: string | null): string | null {
  return (address === undefined ? null : hostOf(address)) ?? database;
}

/** The host of an address; of `de.m.wikipedia.org`, the same for small screens, `de.wikipedia.org`. */
function hostOf(address: string): string | null {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(address)?.[1];
  return host === undefined ? null : host.toLowerCase().replace(/^([^.]+)\.(?:m|zero)\./, '$1.');
}
