/** Shows the parameters of a template as its format says. */
import { canonicalTag, undetermined } from '../../rdf/language-tag.js';
import { wikiLanguage } from '../../rdf/wiki-languages.js';
import type { Call, Parameter } from './call.js';
import { isBlank, parameter, written, writtenIn } from './call.js';
import type { Format, FormatParameter } from './format.js';
import { lookedUp } from './format.js';
import type { Page, Render } from './page.js';
import type { Saying, TextAction } from './templates.js';
import type { TextBuilder } from './text-builder.js';

/** @returns whether it could be shown: one of its parameters is known, and so is its country */
export function showCall(
  page: Page,
  call: Call,
  action: TextAction,
  out: TextBuilder,
  render: Render,
): boolean {
  const says = (action.says ?? []).map(({ what, format }) => ({
    what,
    words: meant[what](plainWords(page, call, format)),
  }));
  if (says.some(({ what, words }) => what === 'country' && words === null)) return false;
  const begin = out.length;
  const shown = new Set<Parameter>();
  const showing = { page, call, out, render, shown, begin, languages: action.languages };
  const format = formatOf(page, call, action);
  out.shown(call.begin, call.end, () => showFormat(showing, format));
  if (out.length === begin) return shown.size > 0 || call.parameters.every((one) => isBlank(page.units, one));
  for (const { what, words } of says) if (words) out.quality(begin, { [what]: words });
  if (action.unless !== undefined && written(page, call, action.unless) !== '') return true;
  const words = (of: Format): string =>
    plainWords(page, call, of).replace(/^@(?=$| \()/, () => plainWords(page, call, format));
  const target = action.link && words(action.link);
  const href = action.href && words(action.href);
  if (target) out.link(begin, { target });
  else if (href) out.link(begin, { href: /^[a-z]+:|^\/\//i.test(href) ? href : `http://${href}` });
  return true;
}

/** The format for as many parameters without a name as are given. */
function formatOf(page: Page, call: Call, { show, shows }: TextAction): Format {
  if (!shows) return show;
  const given = call.parameters.filter((found) => /^\d+$/.test(found.name) && !isBlank(page.units, found));
  return shows[Math.max(0, ...given.map(({ name }) => Number(name)))] ?? show;
}

/** What a parameter says, if it says that at all. */
const meant: Readonly<Record<Saying['what'], (words: string) => string | null>> = {
  // What is no tag says that the words are of another language all the same.
  language: (words) => (words === '' ? null : (canonicalTag(words) ?? wikiLanguage(words) ?? undetermined)),
  currency: (words) => (/^[a-z]{3}$/i.test(words) ? words.toUpperCase() : null),
  country: (words) => (/^[A-Z]{2,4}$/.test(words) ? null : words),
};

interface Showing {
  readonly page: Page;
  readonly call: Call;
  readonly out: TextBuilder;
  readonly render: Render;
  /** What was shown is not shown again: templates in each other would double their words at every depth. */
  readonly shown: Set<Parameter>;
  /** Where its words begin. */
  readonly begin: number;
  readonly languages: TextAction['languages'];
}

function showFormat(showing: Showing, format: Format): void {
  const { call, out } = showing;
  for (const part of format) {
    if (typeof part === 'string') {
      const isFirst = out.isAfterBracket || out.length === showing.begin;
      out.made(isFirst ? part.replace(/^[,;] /, '') : part, call.begin, call.end);
    } else if ('group' in part) {
      if (isGiven(showing, part.group)) showFormat(showing, part.group);
    } else showParameter(showing, part);
  }
}

function showParameter(showing: Showing, part: FormatParameter): void {
  const { page, call, out, render, shown, languages } = showing;
  if (part.names[0] === '*') {
    out.made(lookedUp(page.templates.tables, call.star, part.tables), call.begin, call.end);
    return;
  }
  const found = firstGiven(page, call, part);
  if (!found) {
    if (part.otherwise !== undefined) out.made(part.otherwise, call.begin, call.end);
  } else if (!shown.has(found)) {
    shown.add(found);
    found.isUsed = true;
    const begin = out.length;
    if (!part.tables) render(found, out);
    else {
      page.ledger?.reword(found.begin, found.end);
      // What a table says of a word is said by the template, too: its name tells which table.
      out.made(lookedUp(page.templates.tables, writtenIn(page, found), part.tables), call.begin, call.end);
    }
    const language = languages?.[found.name];
    if (language !== undefined) out.quality(begin, { language });
  }
}

/** Whether any parameter in a group is given and was not shown, or in a group inside it. */
function isGiven(showing: Pick<Showing, 'page' | 'call' | 'shown'>, group: Format): boolean {
  const { page, call, shown } = showing;
  return group.some((part) => {
    if (typeof part === 'string') return false;
    if ('group' in part) return isGiven(showing, part.group);
    const found = firstGiven(page, call, part);
    return found !== undefined && !shown.has(found);
  });
}

function firstGiven(page: Page, call: Call, { names }: FormatParameter): Parameter | undefined {
  for (const name of names) {
    const found = parameter(page, call, name);
    if (found) return found;
  }
  return undefined;
}

/** What a format shows, as plain words of the source. */
function plainWords(page: Page, call: Call, format: Format): string {
  return format
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('group' in part)
        return isGiven({ page, call, shown: new Set() }, part.group)
          ? plainWords(page, call, part.group)
          : '';
      if (part.names[0] === '*') return lookedUp(page.templates.tables, call.star, part.tables);
      const name = part.names.find((candidate) => parameter(page, call, candidate));
      return name === undefined
        ? (part.otherwise ?? '')
        : lookedUp(page.templates.tables, written(page, call, name), part.tables);
    })
    .join('');
}
