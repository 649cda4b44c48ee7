/** Shows the parameters of a template as its format says. */
import type { Call, Parameter } from './call.js';
import { isBlank, parameter, written, writtenIn, writtenOf } from './call.js';
import type { Format, FormatParameter, FormatPart } from './format.js';
import { lookedUp } from './format.js';
import type { Page, Render } from './page.js';
import type { Said, Saying } from './sayings.js';
import { nothing, said } from './sayings.js';
import type { TextAction } from './templates.js';
import type { TextBuilder } from './text-builder.js';

/** @returns whether it could be shown: one of its parameters is known, and so is its country */
export function showCall(
  page: Page,
  call: Call,
  action: TextAction,
  out: TextBuilder,
  render: Render,
): boolean {
  const says = action.says ? saidBy(page, call, action.says) : nothing;
  if (!says) return false;
  const begin = out.length;
  const shown: Parameter[] = [];
  const showing = { page, call, out, render, shown, begin, languages: action.languages };
  const format = formatOf(page, call, action);
  out.shown(call.begin, call.end, () => showFormat(showing, format));
  if (out.length === begin)
    return shown.length > 0 || call.parameters.every((one) => isBlank(page.units, one));
  for (const one of says) out.quality(begin, one);
  if (action.unless !== undefined && written(page, call, action.unless) !== '') return true;
  const target = action.link && linkWords(page, call, action.link, format);
  const href = action.href && linkWords(page, call, action.href, format);
  if (target) out.link(begin, { target });
  else if (href) out.link(begin, { href: /^[a-z]+:|^\/\//i.test(href) ? href : `http://${href}` });
  return true;
}

/** What a template says of its words, each once; null if it names no country that is known, so that it is not shown. */
function saidBy(page: Page, call: Call, says: readonly Saying[]): readonly Said[] | null {
  let found = nothing;
  for (const { what, format, always } of says) {
    const more = always === undefined ? said(what, plainWords(page, call, format)) : always;
    if (!more) return null;
    found = found.length === 0 ? more : [...found, ...more];
  }
  return found;
}

/** What a link leads to: `@` at its beginning stands for the words that the template shows. */
function linkWords(page: Page, call: Call, link: Format, format: Format): string {
  const words = plainWords(page, call, link);
  return words.startsWith('@') ? words.replace(/^@(?=$| \()/, () => plainWords(page, call, format)) : words;
}

/** The format for as many parameters without a name as are given. */
function formatOf(page: Page, call: Call, { show, shows }: TextAction): Format {
  if (!shows) return show;
  const given = call.parameters.filter((found) => /^\d+$/.test(found.name) && !isBlank(page.units, found));
  return shows[Math.max(0, ...given.map(({ name }) => Number(name)))] ?? show;
}

interface Showing {
  readonly page: Page;
  readonly call: Call;
  readonly out: TextBuilder;
  readonly render: Render;
  /** What was shown is not shown again: templates in each other would double their words at every depth. */
  readonly shown: Parameter[];
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
  } else if (!shown.includes(found)) {
    shown.push(found);
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
  for (const part of group) {
    if (typeof part === 'string') continue;
    if ('group' in part) {
      if (isGiven(showing, part.group)) return true;
      continue;
    }
    const found = firstGiven(page, call, part);
    if (found !== undefined && !shown.includes(found)) return true;
  }
  return false;
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
  let words = '';
  for (const part of format) words += plainPart(page, call, part);
  return words;
}

function plainPart(page: Page, call: Call, part: FormatPart): string {
  if (typeof part === 'string') return part;
  if ('group' in part)
    return isGiven({ page, call, shown: [] }, part.group) ? plainWords(page, call, part.group) : '';
  const { tables } = page.templates;
  if (part.names[0] === '*') return lookedUp(tables, call.star, part.tables);
  const found = firstGiven(page, call, part);
  return found ? lookedUp(tables, writtenOf(page, found), part.tables) : (part.otherwise ?? '');
}
