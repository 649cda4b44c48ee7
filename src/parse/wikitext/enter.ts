/** Enters into a ledger what is left out of the words of a page, where one is kept: see docs/conservation.md. */
import type { Call } from './call.js';
import type { Page } from './page.js';
import { kinds } from './tokens.js';

/** What no reader sees wherever it stands: comments, footnotes, switches and tags. */
export function enterMarks({ source, tokens, ledger }: Page): void {
  if (!ledger) return;
  for (let token = 0; token < tokens.count; token++) {
    const begin = tokens.begin[token] as number;
    const end = tokens.end[token] as number;
    switch (tokens.kind[token]) {
      case kinds.hidden:
        ledger.hide(begin, end, ruleOf(source, begin));
        break;
      case kinds.comment:
        ledger.hide(begin, end, 'comment');
        break;
      case kinds.switch:
        ledger.hide(begin, end, 'magic-word');
        break;
      case kinds.tag:
        ledger.hide(begin, end, 'tag');
        break;
      case kinds.pictures:
        ledger.hide(begin, end, 'picture');
        break;
      case kinds.verbatim:
        ledger.hide(begin, tokens.mate[token] as number, 'tag');
        ledger.hide(source.lastIndexOf('</', end - 1), end, 'tag');
        break;
    }
  }
}

/** A footnote, or another element by its name. */
function ruleOf(source: string, begin: number): string {
  const name = /^<\/?\s*([a-z]+)/i.exec(source.slice(begin, begin + 40))?.[1]?.toLowerCase() ?? '';
  return name === 'ref' || name === 'references' ? 'reference' : `element:${name}`;
}

/** A template that shows nothing, by its opening mark. */
export function enterHidden({ ledger, tokens }: Page, open: number, name: string): void {
  const close = tokens.mate[open] as number;
  ledger?.hide(tokens.begin[open] as number, tokens.end[close] as number, `template:${name}`);
}

/** The names of a call and of its parameters. */
export function enterCall({ ledger }: Page, call: Call): void {
  if (!ledger) return;
  const { nameBegin, nameEnd, argument, parameters } = call;
  ledger.hide(nameBegin, argument < 0 ? nameEnd : nameBegin + argument, 'template-name');
  for (const found of parameters) ledger.hide(found.nameBegin, found.nameEnd, 'parameter-name');
}
