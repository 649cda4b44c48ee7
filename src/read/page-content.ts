import { SaxesParser } from 'saxes';
import type { Revision } from '../source.js';
import type { RevisionWords } from './revision.js';
import { revisionOf } from './revision.js';

/** What an export says of a page, and the text of its last revision (https://www.mediawiki.org/xml/export-0.11.xsd). */
export interface PageContent {
  title: string;
  /** Number of its namespace; absent in exports before 0.6. */
  namespace?: number;
  /** The title that the page leads to. */
  redirect?: string;
  model?: string;
  format?: string;
  text: string;
  revision?: Revision;
}

/** Why a page could not be read. */
export interface PageError {
  readonly message: string;
  /** Line in the page, from 1. */
  readonly line: number;
}

/** More than any export has, and few enough that a hostile one takes no memory. */
const [deepest, mostAttributes] = [16, 64];

/**
 * Reads a `<page>` element. There is no document type in it, so an entity is one of XML's own five or an error.
 */
export function readPageContent(xml: string): PageContent | PageError {
  const content: PageContent = { title: '', text: '' };
  const numbers: RevisionWords = {};
  const path: string[] = [];
  let at = '';
  let read = '';
  let attributeCount = 0;
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  parser.on('attribute', () => {
    attributeCount++;
    if (attributeCount > mostAttributes) throw parser.makeError('too many attributes.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    attributeCount = 0;
    path.push(name);
    if (path.length > deepest) throw parser.makeError('too many elements in one another.');
    at = path.join('/');
    read = '';
    if (at === 'page/redirect') content.redirect = attributes.title ?? '';
    if (at === 'page/revision') forgetRevision(content, numbers);
  });
  const add = (text: string): void => {
    read = read === '' ? text : read + text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    fields[at]?.(content, read);
    const number = numberFields[at];
    if (number) numbers[number] = read;
    path.pop();
    at = path.join('/');
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    const [, line = '1', message = ''] = /^(\d+):\d+: (.*)$/s.exec((error as Error).message) ?? [];
    return { message, line: Number(line) };
  }
  return { ...content, ...revisionOf(numbers) };
}

const numberFields: Readonly<Record<string, keyof RevisionWords>> = {
  'page/id': 'page',
  'page/revision/id': 'id',
  'page/revision/timestamp': 'time',
};

const fields: Readonly<Record<string, (content: PageContent, text: string) => void>> = {
  'page/title': (content, text) => {
    content.title = text.replace(/\s+/g, ' ').trim();
  },
  'page/ns': (content, text) => {
    if (/^\s*-?\d{1,9}\s*$/.test(text)) content.namespace = Number(text);
  },
  'page/revision/model': (content, text) => {
    content.model = text.trim();
  },
  'page/revision/format': (content, text) => {
    content.format = text.trim();
  },
  'page/revision/text': (content, text) => {
    content.text = text;
  },
};

/** Of many revisions the last counts. */
function forgetRevision(content: PageContent, numbers: RevisionWords): void {
  content.text = '';
  delete numbers.id;
  delete numbers.time;
  delete content.model;
  delete content.format;
}
