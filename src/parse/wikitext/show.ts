/** Shows the parameters of a template as its format says. */
import type { Call, Parameter } from './call.js';
import { parameter, written, writtenIn } from './call.js';
import type { Format, FormatParameter } from './format.js';
import type { Page, Render } from './page.js';
import type { TextAction } from './templates.js';
import type { TextBuilder } from './text-builder.js';

export function showCall(page: Page, call: Call, action: TextAction, out: TextBuilder, render: Render): void {
  const begin = out.length;
  out.shown(call.begin, call.end, () =>
    showFormat({ page, call, out, render, shown: new Set() }, action.show),
  );
  if (action.unless !== undefined && written(page, call, action.unless) !== '') return;
  const words = (format: Format): string =>
    plainWords(page, call, format).replace(/^@$/, plainWords(page, call, action.show));
  const target = action.link && words(action.link);
  const href = action.href && words(action.href);
  if (target) out.link(begin, { target });
  else if (href) out.link(begin, { href: /^[a-z]+:|^\/\//i.test(href) ? href : `http://${href}` });
}

interface Showing {
  readonly page: Page;
  readonly call: Call;
  readonly out: TextBuilder;
  readonly render: Render;
  /** What was shown is not shown again: templates in each other would double their words at every depth. */
  readonly shown: Set<Parameter>;
}

function showFormat(showing: Showing, format: Format): void {
  const { call, out } = showing;
  for (const part of format) {
    if (typeof part === 'string')
      out.made(out.isAfterBracket ? part.replace(/^, /, '') : part, call.begin, call.end);
    else if ('group' in part) {
      if (isGiven(showing, part.group)) showFormat(showing, part.group);
    } else showParameter(showing, part);
  }
}

function showParameter(showing: Showing, part: FormatParameter): void {
  const { page, call, out, render, shown } = showing;
  const found = firstGiven(page, call, part);
  if (!found) {
    if (part.otherwise !== undefined) out.made(part.otherwise, call.begin, call.end);
  } else if (!shown.has(found)) {
    shown.add(found);
    found.isUsed = true;
    if (part.table === undefined) render(found, out);
    else {
      page.ledger?.reword(found.begin, found.end);
      out.made(lookedUp(page, found, part.table), found.begin, found.end);
    }
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

/** A word that the table does not have stands for itself. */
function lookedUp(page: Page, found: Parameter, table: string): string {
  const word = writtenIn(page, found);
  const entries = page.templates.tables[table] ?? {};
  return entries[word.toLowerCase()] ?? entries[word.replace(/^0+(?=\d)/, '')] ?? word;
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
      const name = part.names.find((candidate) => parameter(page, call, candidate));
      return name === undefined ? (part.otherwise ?? '') : written(page, call, name);
    })
    .join('');
}
