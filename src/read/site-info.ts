import { SaxesParser } from 'saxes';
import { isRfc3987 } from '../rdf/iri-syntax.js';
import { addressLanguage, databaseLanguage, wikiLanguage, wikiOf } from '../rdf/wiki-languages.js';
import { canonicalNamespaces } from '../source/namespaces.js';
import type { Site } from '../source.js';

/** Reads what an export says of its wiki before the first page. */
export function readSiteInfo(head: string): Site {
  const site: { language?: string; unknownLanguage?: string; pageBase?: string; wiki?: string } = {};
  let database: string | null = null;
  const namespaces: Record<string, number> = { ...canonicalNamespaces };
  let text = '';
  let key: number | undefined;
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    const code = attributes['xml:lang']?.trim() ?? '';
    if (name === 'mediawiki' && code !== '') {
      const language = wikiLanguage(code);
      if (language === null) site.unknownLanguage = code;
      else site.language = language;
    }
    key = /^-?\d{1,9}$/.test(attributes.key ?? '') ? Number(attributes.key) : undefined;
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    const base = text.trim().replace(/[^/]*$/, '');
    if (name === 'base' && /^https?:\/\//.test(base) && isRfc3987(base)) site.pageBase = base;
    if (name === 'dbname' && text.trim() !== '') database = text.trim();
    if (name === 'namespace' && key !== undefined && text.trim() !== '')
      namespaces[text.trim().toLowerCase()] = key;
  });
  try {
    // Without the end of the root element, which stands behind the pages.
    parser.write(head.slice(0, head.search(/<page[\s>]|$/)));
  } catch {
    // What was read until then holds; a page that is affected tells itself.
  }
  const { pageBase, unknownLanguage, ...told } = site;
  const wiki = wikiOf(pageBase, database);
  const language =
    told.language ??
    (database === null ? null : databaseLanguage(database)) ??
    (pageBase === undefined ? null : addressLanguage(pageBase));
  return {
    ...(language === null ? {} : { language }),
    ...(language !== null || unknownLanguage === undefined ? {} : { unknownLanguage }),
    ...(pageBase === undefined ? {} : { pageBase }),
    ...(wiki === null ? {} : { wiki }),
    namespaces,
  };
}
