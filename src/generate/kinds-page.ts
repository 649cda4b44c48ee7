/** docs/kinds.md, made of the compiled mappings. */
import { entry } from '../entry.js';
import type { Kind, Mappings } from '../map/compile-mappings.js';
import type { FieldMapping } from '../map/field-mapping.js';
import { shorten } from '../rdf/vocabulary.js';
import { code } from './markdown.js';
import type { TemplateUsage } from './usage.js';

const head = `# Kinds

The kinds of articles that the package's mappings read: of each its class, the infoboxes that it is known by, its fields with
the parameters that they claim, the groups of parameters that belong together, and the lists and tables that it reads. A kind
that is a sort of another also has what that one has; only its own is shown. This page is made of \`mappings/\`;
[mappings.md](mappings.md) explains that language, and [value-types.md](value-types.md) the types of values.

The share behind an infobox is that of the uses of its parameters which fields, groups and pairs claim; \`ignored\` is that of
parameters that mean nothing, and all others are kept as they stand and reported. How often parameters are used stands in
[data/parameter-uses.tsv](data/parameter-uses.tsv): the infoboxes used most on 51 wikis, after the statistics that DBpedia publishes.
\`article2rdf lint --usage\` says the same of any such table, and which parameters are left.`;

/** @param usage of the infoboxes that are counted */
export function kindsPage(mappings: Mappings, usage: readonly TemplateUsage[]): string {
  const kinds = [...mappings.kinds].sort((a, b) => (a.name < b.name ? -1 : 1));
  const templates = templatesByKind(mappings);
  const rows = kinds.map(({ name, file }) => {
    const parent = file.line[1];
    return `| [${name}](#${name}) | ${code(file.class)} | ${parent ? `[${parent}](#${parent})` : ''} |`;
  });
  const overview = ['| kind | class | a sort of |', '| --- | --- | --- |', ...rows].join('\n');
  const sections = kinds.map((kind) =>
    section(
      kind,
      mappings.kindNamed.get(kind.file.line[1] ?? ''),
      templates.get(kind.name) ?? [],
      mappings,
      usage.filter(({ kinds: [reader] }) => reader === kind.name),
    ),
  );
  return `${[head, overview, ...sections].join('\n\n')}\n`;
}

function templatesByKind({ topics }: Mappings): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, { kind }] of topics.boxes) if (kind) entry(found, kind.name, () => []).push(key);
  return found;
}

function section(
  { name, file, fields, lists }: Kind,
  parent: Kind | undefined,
  templates: readonly string[],
  { prefixes }: Mappings,
  usage: readonly TemplateUsage[],
): string {
  const labels = labelsById(fields);
  const [above, groupsAbove] = [parent ? labelsById(parent.fields) : new Map(), parent?.file.groups ?? {}];
  const rows = [...labels].flatMap(([id, { field, keys }]) => {
    const own = keys.filter((key) => !above.get(id)?.keys.includes(key));
    const said = [id, code(shorten(field.property.value, prefixes)), field.value, own.map(code).join(' ')];
    return own.length === 0 ? [] : [`| ${said.join(' | ')} |`];
  });
  const groups = Object.keys(file.groups).filter((group) => !(group in groupsAbove));
  const ownLists = lists.filter(({ id }) => !parent?.lists.some((list) => list.id === id));
  return [
    `## ${name}`,
    `${code(file.class)}${parent ? `, a sort of [${parent.name}](#${parent.name})` : ''}.`,
    ...(templates.length > 0 ? [`Infoboxes: ${[...templates].sort().map(code).join(', ')}.`] : []),
    ...(usage.length > 0
      ? [
          [
            '| infobox | uses | claimed | ignored |',
            '| --- | ---: | ---: | ---: |',
            ...usage.map(usageRow),
          ].join('\n'),
        ]
      : []),
    ...(groups.length > 0 ? [`Groups: ${groups.map(code).join(', ')}.`] : []),
    ...(ownLists.length > 0
      ? [`Lists and tables under: ${ownLists.map(({ sections }) => sections[0]).join(', ')}.`]
      : []),
    ...(rows.length > 0
      ? [['| field | property | value | parameters |', '| --- | --- | --- | --- |', ...rows].join('\n')]
      : []),
  ].join('\n\n');
}

function usageRow({ template, uses, claimed, ignored }: TemplateUsage): string {
  const share = (part: number): string => `${((100 * part) / Math.max(uses, 1)).toFixed(1)} %`;
  return `| ${code(template)} | ${uses} | ${share(claimed)} | ${share(ignored)} |`;
}

function labelsById(
  fields: ReadonlyMap<string, FieldMapping>,
): Map<string, { readonly field: FieldMapping; readonly keys: string[] }> {
  const found = new Map<string, { readonly field: FieldMapping; readonly keys: string[] }>();
  for (const [key, field] of fields)
    entry(found, field.id, () => ({ field, keys: [] as string[] })).keys.push(key);
  return found;
}
