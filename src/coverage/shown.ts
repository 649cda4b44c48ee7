/** What of a source stands in the texts of the article model, and which of these texts are kept. */
import type { Article, Block, Text } from '../article.js';
import { slice, stretchesOf } from '../article.js';
import type { Entries } from './entries.js';
import type { Holdings, Kept } from './holdings.js';
import type { Painter } from './painter.js';

/** Paints what the texts of an article show: by itself no more than that. */
export function paintShown(article: Article, entries: Entries, painter: Painter): void {
  const reworded = new Uint8Array(painter.text.length);
  for (const { begin, end } of entries.reworded) reworded.fill(1, begin, end);
  for (const text of textsOf(article)) paintText(text, reworded, painter);
}

function paintText(text: Text, reworded: Uint8Array, painter: Painter): void {
  for (const { begin, end, span, isOwn } of stretchesOf(text)) {
    const [from, to] = painter.range(span);
    const words = text.value.slice(begin, end);
    if (isOwn && painter.text.slice(from, to) === words) painter.show(from, to);
    else paintMade(words, from, to, reworded, painter);
  }
}

/** Words that a template made of its parameters show those that they have in common, and those entered as reworded. */
function paintMade(made: string, from: number, to: number, reworded: Uint8Array, painter: Painter): void {
  const known = new Set(made.toLowerCase().match(wordOrSign) ?? []);
  for (const { 0: word, index } of painter.text.slice(from, to).matchAll(wordOrSign)) {
    const at = from + index;
    if (known.has(word.toLowerCase()) || reworded[at] === 1) painter.show(at, at + word.length);
  }
}

const wordOrSign = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/** Paints the texts that statements keep. */
export function paintKept(article: Article, { sections, abstracts, raw }: Holdings, painter: Painter): void {
  for (const { blocks } of article.sections) {
    const begin = blocks[0]?.span.begin;
    paintBlocks(blocks, sections.find(({ span }) => span.begin === begin)?.words, (words) => words, painter);
  }
  paintBlocks(article.lead, abstracts[0]?.words, squeezed, painter);
  const values = article.infoboxes.flatMap(({ title, fields }) => [
    ...(title ? [title] : []),
    ...fields.flatMap((field) => field.values),
  ]);
  const cells = article.sections.flatMap(({ blocks }) => blocks.flatMap(textsOfBlock));
  paintRaw([...values, ...cells], raw, painter);
}

/** The lead without what its abstract may lack: white space, and the marks around what was taken out. */
function squeezed(words: string): string {
  return words.replace(/[\s()[\],;:]+/g, '');
}

/** The words of blocks stand in the text that keeps them one after the other. */
function paintBlocks(
  blocks: readonly Block[],
  kept: string | undefined,
  normal: (words: string) => string,
  painter: Painter,
): void {
  if (kept === undefined) return;
  const words = normal(kept);
  let at = 0;
  for (const text of blocks.flatMap(textsOfBlock).flatMap(partsForPeople)) {
    const wanted = normal(withLineFeeds(text.value));
    const found = words.indexOf(wanted, at);
    if (found < 0) continue;
    at = found + wanted.length;
    painter.keep(text);
  }
}

/** The parts of a text between the wikitext of templates that are not known, which no words for people have. */
function partsForPeople(text: Text): Text[] {
  const wikitext = text.qualities?.filter(({ isWikitext }) => isWikitext) ?? [];
  if (wikitext.length === 0) return [text];
  const begins = [0, ...wikitext.map(({ end }) => end)];
  return begins
    .map((begin, i) => slice(text, begin, wikitext[i]?.begin ?? text.value.length))
    .filter(({ value }) => value !== '');
}

function paintRaw(texts: readonly Text[], raw: readonly Kept[], painter: Painter): void {
  const sorted = [...raw].sort((a, b) => a.span.begin - b.span.begin);
  for (const text of texts) {
    const value = withLineFeeds(text.value);
    for (const { span, words } of between(sorted, text.span.begin, text.span.end)) {
      if (value.includes(words)) painter.keepSpan(text, span);
      else if (value !== '' && words.includes(value)) painter.keep(text);
    }
  }
}

/** What is kept at places that a stretch holds, or that hold it. */
function* between(sorted: readonly Kept[], begin: number, end: number): Generator<Kept> {
  for (const kept of sorted) {
    if (kept.span.begin >= end && kept.span.begin > begin) return;
    if (kept.span.end > begin || kept.span.begin === begin) yield kept;
  }
}

function withLineFeeds(words: string): string {
  return words.replace(/\r\n?/g, '\n');
}

function textsOf({ title, infoboxes, lead, sections, categories }: Article): Text[] {
  return [
    ...(title ? [title] : []),
    ...infoboxes.flatMap((box) => [
      ...(box.title ? [box.title] : []),
      ...box.fields.flatMap(({ values }) => values),
    ]),
    ...lead.flatMap(textsOfBlock),
    ...sections.flatMap(({ heading, blocks }) => [heading.text, ...blocks.flatMap(textsOfBlock)]),
    ...categories,
  ];
}

function textsOfBlock(block: Block): Text[] {
  switch (block.type) {
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
      ];
  }
}
