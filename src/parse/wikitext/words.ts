import type { Text } from '../../article.js';
import type { Page, Render, Stretch } from './page.js';
import { TextBuilder } from './text-builder.js';

/** Words at a place where they may be written in other characters: with comments in them, entities or blanks. */
export function wordsAs(page: Page, value: string, begin: number, end: number): Text {
  const written = page.locator.text(begin, end);
  if (written.value === value) return written;
  const out = new TextBuilder(page);
  out.made(value, begin, end);
  return out.finish() ?? written;
}

/** The words of a stretch; null where it has none. */
export function wordsOf(page: Page, stretch: Stretch, render: Render): Text | null {
  const { tokens, locator } = page;
  const { begin, end, token } = stretch;
  if (token >= tokens.count || (tokens.begin[token] as number) >= end) {
    const text = locator.text(begin, end);
    return text.value === '' ? null : text;
  }
  const out = new TextBuilder(page);
  render(stretch, out);
  return out.finish();
}
