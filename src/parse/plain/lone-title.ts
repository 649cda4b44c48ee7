import type { Text } from '../../article.js';
import type { Line } from '../locator.js';
import { bulletAt, firstInk, isBlank, isTableLine, lastInk } from './line-kinds.js';
import type { Page } from './page.js';

const longestTitle = 120;

/** How far the name is looked for behind the title. */
const mostLines = 80;

/**
 * A title without marks: a line alone, before all others, if the words of the article begin with it again or its
 * container calls it so.
 */
export function loneTitle(page: Page, at: number, to: number, known: string | undefined): Text | null {
  const { source, locator, inline } = page;
  const { lines } = locator;
  const line = lines[at];
  if (!line || at >= to) return null;
  const isAlone = at + 1 >= lines.length || isBlank(source, lines[at + 1] as Line);
  const [begin, end] = [firstInk(source, line), lastInk(source, line)];
  if (!isAlone || end - begin > longestTitle || isTableLine(source, line) || bulletAt(source, line))
    return null;
  const title = inline.words(begin, end);
  if (title.value === '' || /[.:;,]$/.test(title.value)) return null;
  if (known === title.value) return title;
  const name = title.value.replace(/\s+\([^()]*\)$/, '');
  const last = Math.min(to, at + mostLines);
  for (let index = at + 1; index < last; index++) {
    const next = lines[index] as Line;
    const from = firstInk(source, next);
    if (from < next.end && beginsWith(source.slice(from, from + name.length + 20), name)) return title;
  }
  return null;
}

/** Whether a line begins with a name, with or without marks of emphasis and quotation marks. */
function beginsWith(line: string, name: string): boolean {
  const words = line.replace(/^[*_'"“|\s]+/, '');
  return words.startsWith(name) && !/^[\p{L}\p{N}]/u.test(words.slice(name.length));
}
