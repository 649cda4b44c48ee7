/** What a page says of itself or its subject as a whole, beside its words. */
import type { Call } from './call.js';
import { parameter, writtenIn } from './call.js';
import { decoded } from './entities.js';
import { showCoordinates } from './measures.js';
import type { Page, Render, Stretch } from './page.js';
import { TextBuilder } from './text-builder.js';
import { wordsAs, wordsOf } from './words.js';

/** `{{Short description|Norwegian river}}`: https://en.wikipedia.org/wiki/Wikipedia:Short_description */
export function readDescription(page: Page, call: Call, render: Render): void {
  page.ledger?.hide(call.begin, call.end, `template:${call.name}`);
  const words = parameter(page, call, '1');
  if (!words || writtenIn(page, words).toLowerCase() === 'none') return;
  page.found.shortDescription ??= wordsOf(page, words, render);
}

/** `{{coord|…|display=title}}` says where the subject of the page is; those without it are of what they stand beside. */
export function readCoordinates(page: Page, call: Call): void {
  const display = parameter(page, call, 'display');
  if (page.found.coordinates || !display || !/\btitle\b|^t$|^it$/i.test(writtenIn(page, display))) return;
  const out = new TextBuilder(page);
  showCoordinates(page, call, out);
  page.found.coordinates = out.finish();
}

/**
 * `[[fr:Titre]]`: https://www.mediawiki.org/wiki/Help:Links#Interlanguage_links
 *
 * @param begin where the prefix of the wiki begins
 * @param title where the title stands behind its colon
 */
export function readTranslation(page: Page, begin: number, title: Stretch): void {
  const { source, locator, found } = page;
  const wiki = source.slice(begin, source.indexOf(':', begin)).trim().toLowerCase();
  const words = wordsAs(page, decoded(source.slice(title.begin, title.end)), title.begin, title.end);
  if (words.value === '' || /[{}<>[\]|\n]/.test(words.value)) return;
  found.translations.push({ type: 'translation', span: locator.span(begin, title.end), wiki, title: words });
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
