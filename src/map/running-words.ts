/** The lines of a paragraph that are sentences; lines of labels and values, captions and headings in it are none. */
import type { Text } from '../article.js';
import { slice } from '../article.js';

/** Whether words are a label that an infobox has: "Director". */
export type IsLabel = (words: string) => boolean;

/** `label`: a label and its value, or a label alone. `bare`: a few words without the end of a sentence. */
type Line = 'label' | 'lone label' | 'bare' | 'sentence';

/** Signs that part a label from its value wherever they stand, and those that sentences have as well. */
const strict = /[：|=\t]|\s{2,}/;
const loose = /:|\s[–—-]\s/;
const marks = /^[\s\p{Pd}·•‣◦∙+*_'>:|#]+|[\s*_'|]+$/gu;
const ended = /[.!?…。！？:;,][”"’')\]»*_]*(?:\[[^[\]\s]{1,12}\])*$/u;

const longestLabel = 45;
const fewWords = 6;

/** The stretches of running words of a paragraph, in order. Linear. */
export function runningWords(text: Text, isLabel: IsLabel): readonly Text[] {
  const { value } = text;
  if (!/[\n\r\t：|=]|: | [–—-] | {2}/.test(value)) return [text];
  const lines = [...value.matchAll(/[^\r\n]+/g)].map(({ 0: line, index }) => ({ line, index }));
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
  const words = line.replace(marks, '');
  if (isLabel(words)) return 'lone label';
  const head = words.slice(0, longestLabel);
  const isSentence = ended.test(words) && wordCount(words) > fewWords;
  const label = head.slice(0, head.search(strict)).replace(marks, '');
  if (strict.test(head) && wordCount(label) < fewWords && !ended.test(label) && !isSentence) return 'label';
  const name = head.slice(0, head.search(loose)).replace(marks, '');
  if (loose.test(head) && isLabel(name) && !isSentence) return 'label';
  return !ended.test(words) && wordCount(words) <= fewWords ? 'bare' : 'sentence';
}

function wordCount(words: string): number {
  return words.split(/\s+/).length;
}
