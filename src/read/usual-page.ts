import type { PageContent } from './page-content.js';
import { revisionOf } from './revision.js';

/** How much of a page is looked at for what stands before its text, and how much for what stands behind it. */
const [longestHead, longestTail] = [8192, 512];

const blank = '[\\n ]*';
const number = '\\d{1,20}';
const plain = '[^<>&]*';

/** A page of one revision up to its text, with what MediaWiki's exports say of it in the order in which they do. */
const usualHead = new RegExp(
  [
    '^<page>',
    '<title>([^<>]*)</title>',
    '<ns>(-?\\d{1,9})</ns>',
    `<id>(${number})</id>`,
    '(?:<redirect title="([^<>"\\n\\t]*)" ?/>)?',
    `(?:<restrictions>${plain}</restrictions>)?`,
    '<revision>',
    `<id>(${number})</id>`,
    `(?:<parentid>${number}</parentid>)?`,
    `<timestamp>(${plain})</timestamp>`,
    '<contributor>',
    `(?:<username>([^<>]*)</username>${blank}<id>${number}</id>|<ip>${plain}</ip>)`,
    '</contributor>',
    '(?:<minor ?/>)?',
    '(?:<comment>([^<>]*)</comment>)?',
    `(?:<origin>${number}</origin>)?`,
    `<model>(${plain})</model>`,
    `<format>(${plain})</format>`,
    `<text(?: bytes="${number}")?(?: sha1="\\w{0,40}")?(?: xml:space="preserve")?>`,
  ].join(blank),
);

const usualTail = new RegExp(
  ['^</text>', '(?:<sha1>\\w{0,40}</sha1>)?', '</revision>', '</page>$'].join(blank),
);

/** What XML does not allow, and carriage returns, which it turns into line feeds. */
const unusualCharacter = /[\0-\x08\x0b-\x1f\ufffe\uffff]/;

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
  ['apos', "'"],
]);

/** Parts of a text that are put together at a time: each takes more memory than what is in it. */
const manyParts = 10_000;

/**
 * Reads a page that is written exactly as MediaWiki writes nearly all; null for any other, which may yet be right. Where
 * it gives an answer, it is that of `readPageContent`, which takes several times as long.
 */
export function readUsualPage(xml: string): PageContent | null {
  const head = usualHead.exec(xml.slice(0, longestHead));
  if (!head) return null;
  const begin = head[0].length;
  const end = xml.indexOf('<', begin);
  if (xml.length - end > longestTail || !usualTail.test(xml.slice(end))) return null;
  const [, title, namespace, page, redirect, id, time, user, comment, model, format] = head;
  const texts = [title, redirect, user, comment, xml.slice(begin, end)].map((text) => unescaped(text ?? ''));
  if (!texts.every((text) => text !== null) || unusualCharacter.test(xml)) return null;
  const [plainTitle = '', plainRedirect = '', , , text = ''] = texts;
  return {
    title: plainTitle.replace(/\s+/g, ' ').trim(),
    namespace: Number(namespace),
    ...(redirect === undefined ? {} : { redirect: plainRedirect }),
    model: (model as string).trim(),
    format: (format as string).trim(),
    text,
    ...revisionOf({ page, id, time }),
  };
}

/** The text with what its entities stand for; null where there are others than XML's own, or a mark that is escaped. */
export function unescaped(text: string): string | null {
  if (text.includes('>')) return null;
  let plain = '';
  let parts: string[] = [];
  let done = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', done)) {
    const end = text.indexOf(';', at);
    const character = end < 0 ? undefined : entities.get(text.slice(at + 1, end));
    if (character === undefined) return null;
    parts.push(text.slice(done, at), character);
    done = end + 1;
    if (parts.length < manyParts) continue;
    plain += parts.join('');
    parts = [];
  }
  if (done === 0) return text;
  parts.push(text.slice(done));
  return plain + parts.join('');
}
