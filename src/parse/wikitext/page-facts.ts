/** What a page says of itself or its subject as a whole, beside its words. */
import type { Text } from '../../article.js';
import type { Call } from './call.js';
import { parameter, writtenIn } from './call.js';
import { decoded } from './entities.js';
import { showCoordinates } from './measures.js';
import type { Page, Render, Stretch } from './page.js';
import { TextBuilder } from './text-builder.js';

/** `{{Short description|Norwegian river}}`: https://en.wikipedia.org/wiki/Wikipedia:Short_description */
export function readDescription(page: Page, call: Call, render: Render): void {
  page.ledger?.hide(call.begin, call.end, `template:${call.name}`);
  const words = parameter(page, call, '1');
  if (!words || writtenIn(page, words).toLowerCase() === 'none') return;
  const out = new TextBuilder(page);
  render(words, out);
  page.found.shortDescription ??= out.finish();
}

/** `{{coord|…|display=title}}` says where the subject of the page is; those without it are of what they stand beside. */
export function readCoordinates(page: Page, call: Call): true {
  const display = parameter(page, call, 'display');
  if (!display || !/\btitle\b|^t$|^it$/i.test(writtenIn(page, display))) return true;
  const out = new TextBuilder(page);
  page.found.coordinates ??= coordinatesOf(page, call, out);
  return true;
}

function coordinatesOf(page: Page, call: Call, out: TextBuilder): Text | null {
  showCoordinates(page, call, out);
  return out.finish();
}

/** `[[fr:Titre]]`: https://www.mediawiki.org/wiki/Help:Links#Interlanguage_links */
export function readTranslation(page: Page, { begin, end }: Stretch): void {
  const { source, locator, found } = page;
  const colon = source.indexOf(':', begin);
  const wiki = source.slice(begin, colon).trim().toLowerCase();
  const written = source.slice(colon + 1, end);
  const from = colon + 1 + written.length - written.trimStart().length;
  const title = wordsAt(page, from, from + written.trim().length);
  if (!title || /[{}<>[\]|\n]/.test(title.value)) return;
  found.translations.push({ type: 'translation', span: locator.span(begin, end), wiki, title });
}

/** Words without marks but entities. */
function wordsAt(page: Page, begin: number, end: number): Text | null {
  const words = page.source.slice(begin, end);
  const out = new TextBuilder(page);
  if (decoded(words) === words) out.verbatim(begin, end);
  else out.made(decoded(words), begin, end);
  return out.finish();
}

/** `{{Authority control|VIAF=1234}}`: https://en.wikipedia.org/wiki/Template:Authority_control */
export function readIdentifiers(page: Page, call: Call): void {
  const { found, locator, ledger } = page;
  ledger?.hide(call.begin, call.end, `template:${call.name}`);
  for (const { isNamed, name, begin, end } of call.parameters) {
    const value = locator.text(begin, end);
    if (isNamed && /^[^{}<>[\]|\n]{1,100}$/.test(value.value))
      found.identifiers.push({ type: 'identifier', span: value.span, scheme: name, value });
  }
}
