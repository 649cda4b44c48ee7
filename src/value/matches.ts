/**
 * All matches of a global expression, none empty. `matchAll` makes a copy of the expression each time, which takes longer than
 * most searches.
 */
export function matchesOf(expression: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    if (match[0] === '') expression.lastIndex++;
    else found.push(match);
  }
  return found;
}
