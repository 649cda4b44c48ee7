/** docs/value-types.md, made of the types of values themselves. */
import type { ValueExample, ValueType } from '../map/value/value-type.js';
import type { OptionName } from '../map/value-options.js';
import { valueOptions } from '../map/value-options.js';
import { valueTypes } from '../map/values.js';
import { shorten } from '../rdf/vocabulary.js';
import { code } from './markdown.js';

function exampleRow({ value, options = {}, label, states }: ValueExample): string {
  const said = [
    ...(label === undefined ? [] : [`label: ${label}`]),
    ...Object.entries(options).map(([name, option]) => `${name}: ${JSON.stringify(option)}`),
  ];
  const cells = [code(value), said.map(code).join(' '), states.map(code).join(' ')];
  return `| ${cells.join(' | ')} |`;
}

function section({ name, description, options, range, isListed, examples }: ValueType): string {
  const becomes = [...range.classes, ...range.datatypes].map(({ value }) => shorten(value)).join(', ');
  const known = options.map((option: OptionName) => `- \`${option}\`: ${valueOptions[option].description}`);
  return [
    `## ${name}`,
    description,
    ...(becomes === '' ? [] : [`Becomes: ${becomes}.${isListed ? ' A field may hold several.' : ''}`]),
    ...(known.length === 0 ? [] : [known.join('\n')]),
    ['| in wikitext | the field says | is stated |', '| --- | --- | --- |', ...examples.map(exampleRow)].join(
      '\n',
    ),
  ].join('\n\n');
}

const head = `# Types of values

What \`value:\` in a mapping may say: how a field's words are read, and what they become. Each type is one object in
\`src/map/value/\`; this page is made of these objects, and each example is run by \`article2rdf lint\`. What cannot be read is
kept as it stands (\`raw …\`) and reported. Things are written by their titles, parts of the subject by what they hold; a
property other than the field's stands before its value.
`;

export const valueTypesPage = `${[head, ...valueTypes.map(section)].join('\n\n').replace(/\n{3,}/g, '\n\n')}\n`;
