/** Files that are shown, with the words below them (https://www.mediawiki.org/wiki/Help:Images). */
import type { Text } from '../../article.js';
import type { Call } from './call.js';
import { isBar } from './call.js';
import { innerPage } from './inner-page.js';
import type { Page, Render, Stretch } from './page.js';
import { countPicture } from './page.js';
import { kinds } from './tokens.js';
import { wordsOf } from './words.js';

/** Longer than the name of any file. */
const longestName = 300;

/** Reads `[[File:Name.jpg|thumb|caption]]`: the last part that does not say how the file is shown is its caption. */
export function readPicture(
  page: Page,
  { open, close, targetEnd }: { readonly open: number; readonly close: number; readonly targetEnd: number },
  render: Render,
): void {
  const { tokens, source, locator, found } = page;
  const [begin, end] = [tokens.end[open] as number, tokens.begin[close] as number];
  countPicture(page, { begin, end });
  const from = source.indexOf(':', begin) + 1;
  const file = fileName(page, from, targetEnd);
  if (!file) return;
  const caption = partsOf(page, open, close).findLast((part) => !isOption(page, part));
  found.shown.push({
    type: 'picture',
    span: locator.span(begin, end),
    file,
    caption: caption ? wordsOf(page, caption, render) : null,
  });
}

/** Reads the words below the pictures that a template shows. */
export function readPictures(page: Page, call: Call, render: Render): void {
  countPicture(page, call);
  const { found, locator } = page;
  for (const parameter of call.parameters) {
    const [, number] = /^(?:image|photo)_?(\d*)$/i.exec(parameter.name) ?? [];
    const file = number === undefined ? null : fileName(page, parameter.begin, parameter.end);
    if (!file) continue;
    const names = [`caption${number}`, `caption_${number}`];
    const caption = call.parameters.find(({ name }) => names.includes(name.toLowerCase()));
    found.shown.push({
      type: 'picture',
      span: locator.span(call.begin, call.end),
      file,
      caption: caption ? wordsOf(page, caption, render) : null,
    });
  }
}

/**
 * Reads the lines of `<gallery>`, each with a file and its caption
 * (https://www.mediawiki.org/wiki/Help:Images#Rendering_a_gallery_of_images).
 *
 * @param rendererOf makes what gives the words of a page
 */
export function readGallery(
  page: Page,
  element: { readonly begin: number; readonly end: number },
  rendererOf: (page: Page) => Render,
): void {
  const { source, locator, found } = page;
  countPicture(page, element);
  const begin = source.indexOf('>', element.begin) + 1;
  const end = source.lastIndexOf('</', element.end - 1);
  if (!/^<gallery/i.test(source.slice(element.begin, element.begin + 8)) || end <= begin) return;
  const inner = innerPage(page, { begin, end });
  if (!inner) return;
  const render = rendererOf(inner);
  for (const [file, ...parts] of galleryLines(inner, begin, end)) {
    const name = file && fileName(inner, behindNamespace(inner, file), file.end);
    const caption = parts.findLast((part) => !isOption(inner, part));
    if (!file || !name || !caption) continue;
    const span = locator.trimmedSpan(file.begin, caption.end);
    found.shown.push({ type: 'picture', span, file: name, caption: wordsOf(inner, caption, render) });
  }
  inner.tokens.release();
}

function behindNamespace({ source }: Page, { begin, end }: Stretch): number {
  return begin + source.slice(begin, Math.min(end, begin + longestName)).indexOf(':') + 1;
}

/** The lines of a stretch, each cut at its bars; those inside of links and templates cut nothing. */
function galleryLines({ source, tokens }: Page, begin: number, end: number): Stretch[][] {
  const lines: Stretch[][] = [[]];
  const words = source.slice(begin, end);
  const nextBar = (after: number): number => {
    const found = words.indexOf('|', after - begin);
    return found < 0 ? end : begin + found;
  };
  let [from, first, at, bar] = [begin, 0, begin, nextBar(begin)];
  const cut = (to: number, next: number, token: number): void => {
    lines.at(-1)?.push({ begin: from, end: to, token: first });
    [from, first, at] = [next, token, next];
  };
  for (let token = 0; token <= tokens.count; token = token < tokens.count ? tokens.after(token) : token + 1) {
    const isEnd = token === tokens.count;
    const mark = isEnd ? end : (tokens.begin[token] as number);
    // Looked for once between two bars, so that it takes linear time.
    for (bar = bar < at ? nextBar(at) : bar; bar < mark; bar = nextBar(at)) cut(bar, bar + 1, token);
    const next = isEnd ? end : (tokens.end[tokens.after(token) - 1] as number);
    if (isEnd || tokens.kind[token] === kinds.newline) {
      cut(mark, next, token + 1);
      lines.push([]);
    }
    at = Math.max(at, next);
  }
  return lines;
}

/** The name of a file as it is written, if it can be one. */
function fileName({ locator }: Page, begin: number, end: number): Text | null {
  if (end - begin > longestName) return null;
  const name = locator.text(begin, end);
  return /^[^{}<>[\]|#\n]+\.\p{L}[\p{L}\p{N}]{1,4}$/u.test(name.value) ? name : null;
}

/** What stands between the bars. */
function partsOf(page: Page, open: number, close: number): Stretch[] {
  const { tokens } = page;
  const parts: Stretch[] = [];
  let begin = -1;
  let first = close;
  for (let token = open + 1; token <= close; token = token === close ? close + 1 : tokens.after(token)) {
    if (token < close && !isBar(page, token)) continue;
    if (begin >= 0) parts.push({ begin, end: tokens.begin[token] as number, token: first });
    begin = tokens.end[token] as number;
    first = token + 1;
  }
  return parts;
}

/** "thumb", "200px", "upright=1.2", "alt=…": whether a part says how a picture is shown. */
function isOption({ source, templates }: Page, { begin, end }: Stretch): boolean {
  const words = source
    .slice(begin, Math.min(end, begin + longestName))
    .trim()
    .toLowerCase();
  return (
    words === '' ||
    templates.pictureOptions.has(words) ||
    /^(?:x?\d+(?:x\d+)?\s*(?:px|пкс|pks)|[\p{L}-]{2,12}\s*=.*)$/su.test(words)
  );
}
