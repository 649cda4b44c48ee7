/**
 * How a template shows its parameters: `{1}` is a parameter, `{1|name|=words}` the first of several that is given, else
 * these words, `{1:table}` what a table says of it; what stands in `[ ]` is left out where none of its own parameters
 * is given; `@` alone is the words that the template shows.
 */

export type FormatPart = string | FormatParameter | { readonly group: Format };

export interface FormatParameter {
  /** Names or numbers of parameters, in the order in which they are tried. */
  readonly names: readonly string[];
  /** What is shown where none is given. */
  readonly otherwise?: string;
  /** Name of the table in which the parameter is looked up. */
  readonly table?: string;
}

export type Format = readonly FormatPart[];

/** @throws Error where a bracket is not closed */
export function compileFormat(text: string): Format {
  const open: FormatPart[][] = [[]];
  const pieces = /\{([^{}]*)\}|\[|\]|[^{}[\]]+/gy;
  for (let match = pieces.exec(text); match; match = pieces.exec(text)) {
    const [piece, parameter] = match;
    const parts = open.at(-1) as FormatPart[];
    if (parameter !== undefined) parts.push(compileParameter(parameter));
    else if (piece === '[') open.push([]);
    else if (piece === ']' && open.length > 1) {
      const group = open.pop() as FormatPart[];
      (open.at(-1) as FormatPart[]).push({ group });
    } else parts.push(piece);
  }
  if (open.length > 1) throw new Error(`"${text}" has a bracket that is not closed`);
  return open[0] as FormatPart[];
}

function compileParameter(text: string): FormatParameter {
  const choices = text.split('|');
  const otherwise = choices.at(-1)?.startsWith('=') ? choices.pop()?.slice(1) : undefined;
  const [last = '', table] = (choices.at(-1) ?? '').split(':');
  const names = [...choices.slice(0, -1), last];
  return {
    names,
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(table === undefined ? {} : { table }),
  };
}
