/** JSON-LD contexts as one: each name is that of the first that has it. */
export function mergeContexts<Term>(
  contexts: readonly Readonly<Record<string, Term>>[],
): Readonly<Record<string, Term>> {
  const merged: Record<string, Term> = {};
  for (const context of contexts) {
    for (const [name, term] of Object.entries(context)) if (!Object.hasOwn(merged, name)) merged[name] = term;
  }
  return merged;
}
