/** Shows the parameters of a template as its format says. */
import type { Call, Parameter } from './call.js';
import { parameter, written, writtenIn } from './call.js';
import type { Format, FormatParameter } from './format.js';
import type { Page, Render } from './page.js';
import type { TextAction } from './templates.js';
import type { TextBuilder } from './text-builder.js';

export function showCall(page: Page, call: Call, action: TextAction, out: TextBuilder, render: Render): void {
  const begin = out.length;
  showFormat(page, call, action.show, out, render);
  if (action.unless !== undefined && parameter(page, call, action.unless)) return;
  const words = (format: Format): string =>
    wordsOf(page, call, format).replace(/^@$/, wordsOf(page, call, action.show));
  const target = action.link && words(action.link);
  const href = action.href && words(action.href);
  if (target) out.link(begin, { target });
  else if (href) out.link(begin, { href: /^[a-z]+:|^\/\//i.test(href) ? href : `http://${href}` });
}

function showFormat(page: Page, call: Call, format: Format, out: TextBuilder, render: Render): void {
  for (const part of format) {
    if (typeof part === 'string') out.made(part, call.begin, call.end);
    else if ('group' in part) {
      if (isGiven(page, call, part.group)) showFormat(page, call, part.group, out, render);
    } else showParameter(page, call, part, out, render);
  }
}

function showParameter(
  page: Page,
  call: Call,
  part: FormatParameter,
  out: TextBuilder,
  render: Render,
): void {
  const found = firstGiven(page, call, part);
  if (!found) {
    if (part.otherwise !== undefined) out.made(part.otherwise, call.begin, call.end);
  } else if (part.table === undefined) render(found, out);
  else out.made(lookedUp(page, found, part.table), found.begin, found.end);
}

/** Whether any parameter in a group is given, or in a group inside it. */
function isGiven(page: Page, call: Call, group: Format): boolean {
  return group.some(
    (part) =>
      typeof part !== 'string' &&
      ('group' in part ? isGiven(page, call, part.group) : firstGiven(page, call, part) !== undefined),
  );
}

function firstGiven(page: Page, call: Call, { names }: FormatParameter): Parameter | undefined {
  for (const name of names) {
    const found = parameter(page, call, name);
    if (found) return found;
  }
  return undefined;
}

/** A word that the table does not have stands for itself. */
function lookedUp(page: Page, found: Parameter, table: string): string {
  const word = writtenIn(page, found);
  const entries = page.templates.tables[table] ?? {};
  return entries[word.toLowerCase()] ?? entries[word.replace(/^0+(?=\d)/, '')] ?? word;
}

/** What a format shows, as plain words of the source. */
function wordsOf(page: Page, call: Call, format: Format): string {
  return format
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('group' in part) return isGiven(page, call, part.group) ? wordsOf(page, call, part.group) : '';
      const name = part.names.find((candidate) => parameter(page, call, candidate));
      return name === undefined ? (part.otherwise ?? '') : written(page, call, name);
    })
    .join('');
}
