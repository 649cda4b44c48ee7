/** The words of a title that no mark sets apart from those around it. */
import { isCapital, nameEnd } from '../name-run.js';
import type { Scene } from '../scene.js';
import type { Word } from '../word.js';
import { textOf } from './end.js';

/** In words. */
const longestTitle = 16;
/** Index behind the title that begins with a word, or 0 where nobody knows where it ends. */
export function titleEnd(scene: Scene, at: number): number {
  let end = at + 1;
  while (end < scene.words.length && end - at < longestTitle) {
    const next = nextOfTitle(scene, at, end);
    if (next <= 0) return next < 0 ? 0 : end;
    end = next;
  }
  return end;
}

export function mayBegin(word: Word | undefined): boolean {
  return isCapital(word) || /^\d/.test(word?.text ?? '');
}

/** Index behind what goes on with a title, 0 where it is over, -1 where nobody knows. */
function nextOfTitle(scene: Scene, begin: number, at: number): number {
  const { words } = scene;
  const { text, lower } = words[at] as Word;
  if (scene.linkEnd(at) !== undefined || scene.isQuoted(at)) return 0;
  if (mayBegin(words[at]) || lower === "'s" || /^[!?…]$/.test(text)) return at + 1;
  if (/^[:–—&+/-]$/.test(text)) return mayBegin(words[at + 1]) ? at + 2 : 0;
  if (text === '.') {
    const isShort =
      scene.context.tables.abbreviations.has(words[at - 1]?.text ?? '') || words[at - 1]?.lower === 'vs';
    return isShort && mayBegin(words[at + 1]) ? at + 1 : 0;
  }
  return scene.context.tables.running.insideTitles.has(lower) ? behindSmall(scene, begin, at) : 0;
}

/** The same behind a small word, which may be the last one that is not said of the title. */
function behindSmall(scene: Scene, begin: number, at: number): number {
  const { words, context } = scene;
  const { insideTitles, titleConjunctions, articles } = context.tables.running;
  const { lower } = words[at] as Word;
  let next = at + 1;
  while (next < at + 3 && insideTitles.has(words[next]?.lower ?? '') && !isCapital(words[next])) next++;
  // "vs." inside a title
  if (words[next]?.text === '.') next++;
  if (!mayBegin(words[next])) return 0;
  if (titleConjunctions.has(lower))
    return (isCapital(words[next]) && articles.has(words[next]?.lower ?? '')) || isOwnName(scene, begin, at)
      ? 0
      : -1;
  return isOutside(scene, lower, next) ? 0 : next + 1;
}

/** Whether words are the subject's name in other letters: "HealtH" and "Health". */
function isOwnName(scene: Scene, begin: number, end: number): boolean {
  const name = textOf(scene, begin, end).toLowerCase();
  return scene.context.subject.texts.some((text) => text.toLowerCase() === name);
}

/** Whether a small word leads to what is said of a title, and not to the rest of it: "Salt in Norway", "Salt by Ann Lee". */
function isOutside(scene: Scene, small: string, next: number): boolean {
  const { words, context } = scene;
  const { known, tables } = context;
  const end = nameEnd(scene, next, { numbers: false, possessive: false });
  const name = end > next ? textOf(scene, next, end) : (words[next]?.text ?? '');
  if (scene.linkEnd(next) !== undefined || known.isNamed(name)) return true;
  if (small === 'by') return end - next > 1;
  const lower = name.toLowerCase();
  const isTime = tables.months.has(words[next]?.lower ?? '') || /^\d{4}s?$/.test(words[next]?.text ?? '');
  const isWhere =
    [tables.countries, tables.parts, tables.cities, tables.regions].some((places) => places.has(lower)) ||
    tables.languages.has(lower) ||
    tables.nationalities.has(words[next]?.lower ?? '');
  return small !== 'of' && (isTime || isWhere || /^(?:blu-ray|dvd|vhs|hbo|netflix)$/.test(lower));
}
