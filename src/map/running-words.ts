/** The lines of a paragraph that are sentences; lines of labels and values, captions and headings in it are none. */
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { matchesOf } from '../value/matches.js';

/** Whether words are a label that an infobox has: "Director". */
export type IsLabel = (words: string) => boolean;

/** `label`: a label and its value, or a label alone. `bare`: a few words without the end of a sentence. */
type Line = 'label' | 'lone label' | 'bare' | 'sentence';

/** Signs that part a label from its value wherever they stand, and those that sentences have as well. */
const strict = /[：|=\t]|\s{2,}/;
const loose = /:|\s[–—-]\s/;
const leadingMarks = /^[\s\p{Pd}·•‣◦∙+*_'>:|#]+/u;
const closingMark = /[\s*_'|]/;
const ended = /[.!?…。！？:;,][”"’')\]»*_]*(?:\[[^[\]\s]{1,12}\])*$/u;
/** No signs at the end of a sentence are longer, in UTF-16 units. */
const longestEnd = 100;

const longestLabel = 45;
const fewWords = 6;

/** The stretches of running words of a paragraph, in order. Linear. */
export function runningWords(text: Text, isLabel: IsLabel): readonly Text[] {
  const { value } = text;
  if (!/[\n\r\t：|=]|: | [–—-] | {2}/.test(value)) return [text];
  const lines = matchesOf(/[^\r\n]+/g, value).map(({ 0: line, index }) => ({ line, index }));
  const kinds = lines.map(({ line }) => kindOf(line, isLabel));
  if (!kinds.includes('label') && !kinds.includes('lone label')) return [text];
  const found: Text[] = [];
  let begin = -1;
  for (const [at, { index }] of lines.entries()) {
    const isRunning = kinds[at] === 'sentence' && kinds[at - 1] !== 'lone label';
    if (isRunning && begin < 0) begin = index;
    if (!isRunning && begin >= 0) {
      found.push(slice(text, begin, index));
      begin = -1;
    }
  }
  if (begin >= 0) found.push(slice(text, begin, value.length));
  return found;
}

function kindOf(line: string, isLabel: IsLabel): Line {
  const words = withoutMarks(line);
  if (isLabel(words)) return 'lone label';
  const head = words.slice(0, longestLabel);
  const isSentence = isEnded(words) && hasMoreWords(words);
  const label = withoutMarks(head.slice(0, head.search(strict)));
  if (strict.test(head) && wordCount(label) < fewWords && !ended.test(label) && !isSentence) return 'label';
  const name = withoutMarks(head.slice(0, head.search(loose)));
  if (loose.test(head) && isLabel(name) && !isSentence) return 'label';
  return isEnded(words) || hasMoreWords(words) ? 'sentence' : 'bare';
}

/** Words without the marks at both ends. */
function withoutMarks(line: string): string {
  const begin = leadingMarks.exec(line)?.[0].length ?? 0;
  let end = line.length;
  while (end > begin && closingMark.test(line.charAt(end - 1))) end--;
  return line.slice(begin, end);
}

function isEnded(words: string): boolean {
  return ended.test(words.slice(-longestEnd));
}

/** Whether there are more than a few words; lines may be long. */
function hasMoreWords(words: string): boolean {
  return moreWords.test(words);
}

const moreWords = new RegExp(`^(?:\\S+\\s+){${fewWords}}`);

function wordCount(words: string): number {
  return words.split(/\s+/).length;
}
