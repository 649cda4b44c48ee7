/** What of a source stands in the texts of the article model, and which of these texts are kept. */
import type { Article, Block, Span, Text } from '../article.js';
import { slice, spanOfAll, stretchesOf } from '../article.js';
import type { Entries, Stretch } from './entries.js';
import type { Holdings, Kept } from './holdings.js';
import type { Painter } from './painter.js';
import { fates } from './painter.js';

/**
 * Paints what the texts of an article show: by itself no more than that.
 *
 * @param unshown words that problems say are not shown
 */
export function paintShown(
  article: Article,
  entries: Entries,
  unshown: readonly Span[],
  painter: Painter,
): void {
  const entered: Entered = {
    isReworded: new Uint8Array(painter.text.length),
    isUnshown: new Uint8Array(painter.text.length),
  };
  for (const { begin, end } of entries.reworded) entered.isReworded.fill(1, begin, end);
  for (const span of unshown) entered.isUnshown.fill(1, ...painter.range(span));
  for (const text of textsOf(article)) paintText(text, entered, painter);
}

/** What is entered of each character. */
interface Entered {
  readonly isReworded: Uint8Array;
  readonly isUnshown: Uint8Array;
}

function paintText(text: Text, entered: Entered, painter: Painter): void {
  for (const { begin, end, span, isOwn } of stretchesOf(text)) {
    const [from, to] = painter.range(span);
    const words = text.value.slice(begin, end);
    if (isOwn && painter.text.slice(from, to) === words) painter.show(from, to);
    else paintMade(words, from, to, entered, painter);
  }
}

/**
 * Words that a template made of its parameters show as many of each as they hold, and what is entered as reworded. Words
 * that a rule hides, such as names of parameters, and those that a problem tells of, come last.
 */
function paintMade(made: string, from: number, to: number, entered: Entered, painter: Painter): void {
  const left = new Map<string, number>();
  for (const word of made.toLowerCase().match(wordOrSign) ?? []) left.set(word, (left.get(word) ?? 0) + 1);
  const take = (stretches: readonly Stretch[]): boolean => {
    const word = stretches.map(({ begin, end }) => painter.text.slice(begin, end).toLowerCase()).join('');
    const count = left.get(word) ?? 0;
    const isReworded = stretches.every(({ begin }) => entered.isReworded[begin] === 1);
    if (count === 0 && !isReworded) return false;
    if (!isReworded) left.set(word, count - 1);
    for (const { begin, end } of stretches) painter.show(begin, end);
    return true;
  };
  const words = [...wordsIn(painter, from, to)];
  const isHidden = ([first]: readonly Stretch[]): boolean =>
    painter.fate[first?.begin ?? 0] === fates.hidden || entered.isUnshown[first?.begin ?? 0] === 1;
  const hidden = words.filter(isHidden);
  for (const parts of [...words.filter((word) => !isHidden(word)), ...hidden])
    if (!take(parts)) for (const part of parts) take([part]);
}

/** The words of a stretch of the source, each with its parts: a tag inside a word, `CO<sub>2</sub>`, does not end it. */
function* wordsIn(painter: Painter, from: number, to: number): Generator<Stretch[]> {
  let parts: Stretch[] = [];
  for (const { 0: word, index } of painter.text.slice(from, to).matchAll(wordOrSign)) {
    const [begin, end] = [from + index, from + index + word.length];
    if (painter.isHiddenBy('tag', begin, end)) continue;
    const last = parts.at(-1);
    const goesOn = last && last.end < begin && isWord(word) && painter.isHiddenBy('tag', last.end, begin);
    if (last && !goesOn) {
      yield parts;
      parts = [];
    }
    parts.push({ begin, end });
  }
  if (parts.length > 0) yield parts;
}

function isWord(word: string): boolean {
  return /^[\p{L}\p{N}]/u.test(word);
}

const wordOrSign = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/** Paints what grammars read and no value holds: words that were made only as far as all of their source is left out. */
export function paintLeftOut({ leftOut }: Entries, painter: Painter): void {
  for (const { text, begin, end, rule } of leftOut)
    for (const stretch of stretchesOf(text)) {
      const [from, to] = painter.range(stretch.span);
      const outside = [text.value.slice(stretch.begin, begin), text.value.slice(end, stretch.end)];
      const isWhole = outside.every((words) => words.trim() === '');
      if (stretch.isOwn) {
        const first = from + Math.max(0, begin - stretch.begin);
        painter.leaveOut(first, Math.min(to, from + end - stretch.begin), rule);
      } else if (isWhole) painter.leaveOut(from, to, rule);
    }
}

/** Paints the texts that statements keep. */
export function paintKept(article: Article, { sections, abstracts, raw }: Holdings, painter: Painter): void {
  for (const { blocks } of article.sections) {
    // What stands between the rows of a table is shown before it.
    const begin = spanOfAll(blocks)?.begin;
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
