/** Parameters of known templates that these do not show. */
import type { Call, Parameter } from './call.js';
import { isBlank, parameter } from './call.js';
import type { Page } from './page.js';

/** How many different ones of a page are told apart; all others are told of together. */
const mostNames = 500;

/**
 * Counts the parameters of a call that were not shown, but those that hold no words. A later one of the same name counts
 * in place of an earlier one, as in MediaWiki.
 */
export function countUnshown(page: Page, call: Call): void {
  for (const found of call.parameters) {
    if (found.isUsed || isBlank(page.units, found)) continue;
    if (page.templates.isUnshown(found.name))
      page.ledger?.hide(found.begin, found.end, `parameter:${found.name}`);
    else if (parameter(page, call, found.name) !== found)
      page.ledger?.hide(found.begin, found.end, 'overridden-parameter');
    else count(page, call, found);
  }
}

/** Whether a call gives nothing but words by names that its template does not know, so that none of them is shown. */
export function isVain({ units, templates }: Page, { parameters }: Call): boolean {
  const filled = parameters.filter((found) => !isBlank(units, found));
  return !filled.some(({ isUsed }) => isUsed) && filled.some(({ name }) => !templates.isUnshown(name));
}

function count(
  { found: { unshownParameters }, ledger, locator }: Page,
  { name }: Call,
  parameter: Parameter,
): void {
  const { begin, end } = parameter;
  ledger?.tell(locator.span(begin, end), 'unshown-parameter');
  const { all, by, more } = unshownParameters;
  const own = by.get(name)?.get(parameter.name);
  if (own) own.count++;
  else if (all.length < mostNames) {
    const found = { template: name, parameter: parameter.name, count: 1, begin };
    all.push(found);
    const ofTemplate = by.get(name);
    if (ofTemplate) ofTemplate.set(parameter.name, found);
    else by.set(name, new Map([[parameter.name, found]]));
  } else if (more.count++ === 0) more.begin = begin;
}

/** Words that stand where a cell's attributes stand, and are none. */
export function countCellWords({ found, ledger, locator }: Page, begin: number, end: number): void {
  ledger?.tell(locator.span(begin, end), 'cell-words-left-out');
  if (found.cellWords.count++ === 0) found.cellWords.begin = begin;
}
