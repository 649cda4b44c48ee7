import { SaxesParser } from 'saxes';
import { isIri } from '../rdf/iris.js';
import { canonicalTag } from '../rdf/language-tag.js';
import type { Site } from '../source.js';

/**
 * The names that every wiki knows besides those of its own language
 * (https://www.mediawiki.org/wiki/Manual:Namespace#Built-in_namespaces).
 */
const canonicalNames: Readonly<Record<string, number>> = {
  media: -2,
  special: -1,
  talk: 1,
  user: 2,
  'user talk': 3,
  project: 4,
  'project talk': 5,
  file: 6,
  image: 6,
  'file talk': 7,
  'image talk': 7,
  mediawiki: 8,
  'mediawiki talk': 9,
  template: 10,
  'template talk': 11,
  help: 12,
  'help talk': 13,
  category: 14,
  'category talk': 15,
};

/** Reads what an export says of its wiki before the first page. */
export function readSiteInfo(head: string): Site {
  const site: { language?: string; pageBase?: string } = {};
  const namespaces: Record<string, number> = { ...canonicalNames };
  let text = '';
  let key: number | undefined;
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    const language = attributes['xml:lang'];
    if (name === 'mediawiki' && language !== undefined && canonicalTag(language) !== null)
      site.language = language;
    key = /^-?\d{1,9}$/.test(attributes.key ?? '') ? Number(attributes.key) : undefined;
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    const base = text.trim().replace(/[^/]*$/, '');
    if (name === 'base' && /^https?:\/\//.test(base) && isIri(base)) site.pageBase = base;
    if (name === 'namespace' && key !== undefined && text.trim() !== '')
      namespaces[text.trim().toLowerCase()] = key;
  });
  try {
    // Without the end of the root element, which stands behind the pages.
    parser.write(head.slice(0, head.search(/<page[\s>]|$/)));
  } catch {
    // What was read until then holds; a page that is affected tells itself.
  }
  return { ...site, namespaces };
}
