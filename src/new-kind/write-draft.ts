/** The first draft of a kind's file. */
import { plural } from '../plural.js';
import { printable } from '../source/printable.js';
import type { Guess } from './guess.js';
import { draftOptions } from './guess.js';
import type { Parameter } from './parameter-uses.js';

export interface DraftHead {
  readonly name: string;
  readonly template: string;
  readonly pages: number;
  /** Compact IRI; null if the kind that it is a sort of says it. */
  readonly class: string | null;
  readonly is: string | null;
  /** Of its own properties. */
  readonly prefix: string;
}

export interface Guessed {
  readonly parameter: Parameter;
  readonly guess: Guess;
}

export function writeDraft(head: DraftHead, guessed: readonly Guessed[]): string {
  const { name, template, pages, is, prefix } = head;
  const known = libraryLines(guessed);
  const own = ownLines(guessed, prefix);
  const ignored = guessed.filter(({ guess }) => guess.sort === 'ignored');
  const left = guessed.filter(({ guess }) => guess.sort === 'unknown');
  const isPlain = known.length + own.length === 0;
  return [
    `# A first draft, made of what {{${printable(template)}}} says on ${pages} of the pages given. Check every line.`,
    '# In comments: how many of the uses are read so, and the first value.',
    `kind: ${name}`,
    ...(is === null ? [] : [`is: ${is}`]),
    ...(head.class === null
      ? []
      : [`class: ${head.class}${head.class === 'schema:Thing' ? ' # say a narrower one' : ''}`]),
    ...(own.length === 0
      ? []
      : ['prefixes:', `  ${prefix}: https://example.org/${prefix}# # an address of your own`]),
    `signs: { templates: [${scalar(template.toLowerCase())}] }`,
    ...(isPlain ? [] : ['fields:']),
    ...(known.length === 0
      ? []
      : ['  # Fields of the library, with what they mean: other things may be called so, too.', ...known]),
    ...(own.length === 0 ? [] : ['  # Types guessed from the values.', ...own]),
    ...(ignored.length === 0
      ? []
      : [`ignore: [${ignored.map(({ parameter }) => scalar(parameter.label)).join(', ')}]`]),
    ...(left.length === 0 ? [] : ['# Not claimed, and kept under raw: so far.']),
    ...left.map(
      ({ parameter }) =>
        `#   ${printable(parameter.label)}: ${plural(parameter.uses.length, 'use')}, ${example(parameter)}`,
    ),
    '',
  ].join('\n');
}

/** Several parameters may be one field. */
function libraryLines(guessed: readonly Guessed[]): string[] {
  const byId = new Map<
    string,
    { labels: string[]; read: number; uses: number; first: Parameter; means: string }
  >();
  for (const { parameter, guess } of guessed) {
    if (guess.sort !== 'library') continue;
    const known = byId.get(guess.id) ?? {
      labels: [],
      read: 0,
      uses: 0,
      first: parameter,
      means: guess.means,
    };
    known.labels.push(parameter.label);
    known.read += guess.read;
    known.uses += parameter.uses.length;
    byId.set(guess.id, known);
  }
  return [...byId].map(
    ([id, { labels, read, uses, first, means }]) =>
      `  ${id}: [${labels.map(scalar).join(', ')}] # ${read} of ${uses}, ${example(first)}: ${printable(means)}`,
  );
}

function ownLines(guessed: readonly Guessed[], prefix: string): string[] {
  const taken = new Set(guessed.flatMap(({ guess }) => (guess.sort === 'library' ? [guess.id] : [])));
  return guessed.flatMap(({ parameter, guess }) => {
    if (guess.sort !== 'own') return [];
    const { label, uses } = parameter;
    const id = freeId(label, taken);
    const words = label.replace('{n}', '').replace(/\s+/g, ' ').trim();
    return [
      `  ${id}: # ${guess.read} of ${uses.length}, ${example(parameter)}`,
      `    labels: [${scalar(label)}]`,
      `    property: ${prefix}:${id}`,
      `    value: ${guess.value}`,
      ...Object.entries(draftOptions[guess.value] ?? {}).map(([key, value]) => `    ${key}: ${value}`),
      `    label: ${scalar(words)}`,
      `    comment: ${scalar(`What the infobox says under "${words}".`)}`,
    ];
  });
}

/** "first_ascent" as firstAscent; where letters of no such id are in it, a number tells it from others. */
function freeId(label: string, taken: Set<string>): string {
  const words =
    label
      .replace('{n}', '')
      .normalize('NFD')
      .match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words
    .map((word) => word.toLowerCase())
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const id = /^[a-z]/.test(joined) ? joined : `field${joined}`;
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}${number}`;
  taken.add(free);
  return free;
}

const longestExample = 60;

function example({ uses }: Parameter): string {
  const words = uses[0]?.field.values.map(({ value }) => value).join('; ') ?? '';
  const line = printable(words.replace(/\s+/g, ' '));
  const characters = [...line];
  return `such as "${characters.length > longestExample ? `${characters.slice(0, longestExample).join('')}…` : line}"`;
}

/** Words as YAML reads them back; those that it would read as something else are in quotation marks. */
function scalar(words: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N} -]*$/u.test(words) && !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(words);
  return isPlain ? words : JSON.stringify(printable(words));
}
