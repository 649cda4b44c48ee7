/** Which share of what infoboxes say a kind's mapping knows, over a table of how often parameters are used. */
import { entry } from '../entry.js';
import type { Kind, Mappings } from '../map/compile-mappings.js';
import { labelKey } from '../map/label-key.js';
import type { Problem } from '../problem.js';
import type { TextFile } from '../source.js';

/** A template's parameters, the ones used most first. */
export interface TemplateUsage {
  readonly template: string;
  /** The kinds by which its box is read. */
  readonly kinds: readonly string[];
  readonly uses: number;
  /** Uses of parameters that a field claims, and of those that name the thing. */
  readonly claimed: number;
  /** Uses of those that mean nothing. */
  readonly ignored: number;
  readonly left: readonly Parameter[];
}

interface Parameter {
  readonly name: string;
  readonly uses: number;
}

interface Row extends Parameter {
  readonly template: string;
}

const columns = ['template', 'parameter', 'uses'] as const;

/** The templates that some kind reads, in the order of the file; a line that does not fit is told of. */
export function parameterUsage(
  file: TextFile,
  { kinds, topics, templates: known }: Pick<Mappings, 'kinds' | 'topics' | 'templates'>,
): { templates: TemplateUsage[]; problems: Problem[] } {
  const readBy = new Map<string, Kind[]>();
  const add = (template: string, kind: Kind): void => {
    const readers = entry(readBy, labelKey(template), (): Kind[] => []);
    if (!readers.includes(kind)) readers.push(kind);
  };
  for (const [key, { kind: own }] of topics.boxes) {
    const kind = kinds.find(({ name }) => name === own?.name);
    if (kind) add(key, kind);
  }
  for (const kind of kinds) for (const key of kind.parts) add(key, kind);
  for (const { within } of kinds)
    for (const [key, { kind: name }] of within)
      for (const kind of kinds) if (kind.name === name) add(key, kind);
  const titles = new Set(known.infobox.titles.map(labelKey));
  const { rows, problems } = readRows(file);
  const parameters = new Map<string, Row[]>();
  for (const row of rows) entry(parameters, row.template, (): Row[] => []).push(row);
  const templates = [...parameters].flatMap(([template, used]) => {
    const readers = readBy.get(labelKey(template));
    return readers ? [usageOf(template, readers, used, titles)] : [];
  });
  return { templates, problems };
}

function usageOf(
  template: string,
  kinds: readonly Kind[],
  parameters: readonly Row[],
  titles: ReadonlySet<string>,
): TemplateUsage {
  // What names the thing is read before its fields are.
  const sortOf = ({ name }: Row): string =>
    titles.has(labelKey(name))
      ? 'title'
      : (kinds.map(({ claims }) => claims.find(name)).find((claim) => claim !== undefined)?.sort ?? 'left');
  const left = parameters.filter((one) => sortOf(one) === 'left');
  const ignored = parameters.filter((one) => sortOf(one) === 'ignored');
  const uses = sum(parameters);
  return {
    template,
    kinds: kinds.map(({ name }) => name),
    uses,
    claimed: uses - sum(ignored) - sum(left),
    ignored: sum(ignored),
    left: left.map(({ name, uses }) => ({ name, uses })).sort((a, b) => b.uses - a.uses),
  };
}

function sum(parameters: readonly Parameter[]): number {
  return parameters.reduce((total, { uses }) => total + uses, 0);
}

/** A table with tabs between its cells, of which the first line says what they are. */
function readRows({ name: source, text }: TextFile): { rows: Row[]; problems: Problem[] } {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const names = head.split('\t');
  const at = columns.map((column) => names.indexOf(column));
  const unfit = (message: string, line: number): Problem => ({
    code: 'usage-invalid',
    severity: 'error',
    message,
    place: { source, line },
  });
  const missing = columns.filter((_, index) => at[index] === -1);
  if (missing.length > 0) {
    const message = `The first line names no column ${missing.join(', ')}; columns have tabs between them.`;
    return { rows: [], problems: [unfit(message, 1)] };
  }
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const cells = line.split('\t');
    const [template = '', name = '', uses = ''] = at.map((cell) => cells[cell]?.trim());
    if (template === '' || name === '')
      problems.push(unfit('The line names no template and parameter.', index + 2));
    else if (!/^\d+$/.test(uses)) problems.push(unfit(`"${uses}" is no number of uses.`, index + 2));
    else rows.push({ template, name, uses: Number(uses) });
  }
  return { rows, problems };
}

/** A line a template: its share, then the parameters that are left. */
export function usageLines(templates: readonly TemplateUsage[], mostLeft = 10): string {
  const lines = templates.map(({ template, kinds, uses, claimed, ignored, left }) => {
    const share = uses === 0 ? 100 : Math.floor((1000 * (claimed + ignored)) / uses) / 10;
    const named = left.slice(0, mostLeft).map(({ name, uses }) => `${name} ${uses}`);
    const rest = named.length === 0 ? '' : `; left: ${named.join(', ')}`;
    return `${template} (${kinds.join(', ')}): ${share.toFixed(1)} % of ${uses}, ${claimed} claimed, ${ignored} ignored${rest}\n`;
  });
  return lines.join('');
}
