import type { UnreadForm } from './form.js';
import { jsonForm } from './json-forms.js';
import { markupForm } from './markup-forms.js';
import { rdfForm } from './rdf-forms.js';

/** How far a text is looked at. */
const looked = 1 << 16;

interface TextForm extends UnreadForm {
  /** Of the beginning, without byte order mark and white space in front. */
  readonly begins: RegExp;
}

/** What files begin with that are no articles. */
const forms: readonly TextForm[] = [
  {
    begins: /^\d+:\d+:[^\n]+\n(?:\d+:\d+:[^\n]+\n){1,3}/,
    is: 'the index of a dump',
    advice: 'give the dump itself (pages-articles-multistream.xml.bz2)',
  },
  {
    begins: /^(?:page_namespace\t)?page_title\r?\n/,
    is: 'a list of titles',
    advice: 'give the export of the pages (pages-articles.xml.bz2)',
  },
  {
    begins: /^version https:\/\/git-lfs\.github\.com\/spec\//,
    is: 'a pointer of Git LFS',
    advice: 'get the file that it stands for, with git lfs pull',
  },
  {
    begins: /^(?:HTTP\/[\d.]+ \d{3}\b|WARC\/\d)/,
    is: 'the answer of a web server, with its headers',
    advice: 'give the text of the article alone',
  },
  {
    begins:
      /^(?:[A-Z][\w-]{1,40}: [^\n]*\n(?:[ \t][^\n]*\n)*){0,30}(?:MIME-Version: |Content-Type: (?:multipart|text)\/)/,
    is: 'a saved web page or a mail (MIME)',
    advice: 'give the text of the article alone',
  },
  {
    begins: /^#!\s?\/|^<\?php\b/,
    is: 'a program',
    advice: 'give an article as text',
  },
  {
    begins: /^(?:diff --git |Index: [^\n]+\n=+\n|--- [^\n]+\n\+\+\+ [^\n]+\n@@ )/,
    is: 'a patch',
    advice: 'give an article as text',
  },
  {
    begins: /^BEGIN:V(?:CARD|CALENDAR)\b/,
    is: 'a card or a calendar',
    advice: 'give an article as text',
  },
  {
    begins: /^@(?:article|book|misc|inproceedings|incollection|online)\s*\{[^\s,{}]+,/i,
    is: 'BibTeX',
    advice: 'give an article as text',
  },
];

export function textForm(text: string): UnreadForm | null {
  const head = text.slice(0, looked).replace(/^[\ufeff\s]+/, '');
  const found = forms.find(({ begins }) => begins.test(head));
  if (found) return { is: found.is, advice: found.advice };
  if (isSql(head))
    return {
      is: 'a dump of a database (SQL)',
      advice: 'give the export of the pages (pages-articles.xml.bz2)',
    };
  return rdfForm(head) ?? jsonForm(head) ?? markupForm(head);
}

const sqlStatement =
  /^(?:\/\*!\d{5}|(?:CREATE|DROP|ALTER|LOCK) (?:TABLE|TABLES|DATABASE|SCHEMA)\b|INSERT (?:INTO|IGNORE)\b|SET (?:NAMES\b|[A-Za-z_@]{1,40} ?= ?)|BEGIN TRANSACTION;|PRAGMA \w|USE `)/i;

/** A statement of SQL, or what programs write above the first one. */
function isSql(head: string): boolean {
  if (/^--\s*(?:MySQL|MariaDB|PostgreSQL|phpMyAdmin|mysqldump)\b/i.test(head)) return true;
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at++;
    const isLine = head.startsWith('--', at) && !head.startsWith('---', at);
    const isBlock = head.startsWith('/*', at) && !head.startsWith('/*!', at);
    if (!isLine && !isBlock) return sqlStatement.test(head.slice(at, at + 200));
    const end = head.indexOf(isLine ? '\n' : '*/', at);
    if (end < 0) return false;
    at = end + 2 - Number(isLine);
  }
}
