import type { Row, Text } from '../article.js';
import type { Mappings } from '../map/compile-mappings.js';
import { findMatches, itemsOf } from '../map/prose/find-matches.js';
import type { Grammar, SentencePattern, Wording } from '../map/prose/grammar.js';
import { KnownNames } from '../map/prose/known-names.js';
import type { Scene, SceneContext } from '../map/prose/scene.js';
import { sceneContext, scenesOf } from '../map/prose/scenes.js';
import { fitTable } from '../map/prose/table-rows.js';
import type { Candidate } from '../map/prose/wording-index.js';
import type { Problem } from '../problem.js';
import type { TextFile } from '../source.js';
import { finding } from './finding.js';

/** What the subject of all examples is called. */
const title = 'The Title';

/** Every pattern reads its own examples as it says, and nothing from its counterexamples. */
export function* lintSentences(mappings: Mappings, files: readonly TextFile[]): Generator<Problem> {
  for (const { grammar } of mappings.kinds) {
    if (!grammar) continue;
    const file = files.find(({ name }) => name === grammar.fileName) ?? grammar.fileName;
    for (const pattern of grammar.patterns) {
      const { examples, counterexamples } = pattern.spec;
      for (const { text, gives } of examples) {
        const read = readExample(text, pattern, grammar, mappings);
        if (fits(read, gives)) continue;
        const message = `${pattern.rule} reads ${said(read)} from "${text}", not ${said(gives)}.`;
        yield finding('example-differs', message, file, text);
      }
      for (const text of counterexamples) {
        const read = readExample(text, pattern, grammar, mappings);
        if (read.length === 0) continue;
        const message = `${pattern.rule} reads ${said(read)} from "${text}", and should read nothing.`;
        yield finding('example-differs', message, file, text);
      }
    }
  }
}

type Slots = Readonly<Record<string, string>>;

function readExample(value: string, pattern: SentencePattern, grammar: Grammar, mappings: Mappings): Slots[] {
  const text: Text = {
    type: 'text',
    value,
    span: { begin: 0, end: value.length, line: 1, column: 1 },
  };
  const context = sceneContext(
    grammar,
    mappings,
    { lead: '', names: [title], titles: [title], years: new Set() },
    new KnownNames([]),
  );
  if (pattern.columns) return readRows(text, pattern, context);
  const own = (scene: Scene): readonly Candidate<Wording>[] =>
    grammar.wordings.among(pattern.wordings, scene.numbers);
  return [...scenesOf(text, context)].flatMap((scene) =>
    [...findMatches(scene, pattern, grammar, own(scene))].flatMap(itemsOf).map((captures) => {
      const slots = captures.map(({ name, begin, end }) => [name, scene.slice(begin, end).value]);
      return Object.fromEntries(slots) as Slots;
    }),
  );
}

/**
 * What a table says that is written with bars: lines without one stand over it, the last of which may announce it. Headers are
 * the first row, and those that begin with "!".
 */
function readRows({ value, span }: Text, pattern: SentencePattern, context: SceneContext): Slots[] {
  const textOf = (words: string): Text => ({ type: 'text', value: words.trim(), span });
  const lines = value.split('\n');
  const over = lines.filter((line) => !line.includes('|'));
  const rows = lines
    .filter((line) => line.includes('|'))
    .map((line, index): Row => {
      const isHeader = index === 0 || line.startsWith('!');
      const cells = line
        .replace(/^!/, '')
        .split('|')
        .map((cell) => ({ type: 'cell', span, isHeader, text: textOf(cell) }) as const);
      return { type: 'row', span, cells };
    });
  const table = { type: 'table', span, isGrid: true, caption: null, rows } as const;
  const announcement = over.at(-1)?.endsWith(':') ? (over.pop() as string) : '';
  const above = {
    headings: over.map((line) => line.toLowerCase()),
    sentence: announcement.toLowerCase(),
    isFollowed: announcement !== '' && pattern.follows !== null,
  };
  const fitted = fitTable(table, pattern, above, context);
  return (fitted?.rows ?? []).flatMap(({ says }) =>
    (says ?? []).map((slots) =>
      Object.fromEntries([...slots].map(([name, { words }]) => [name, words.value])),
    ),
  );
}

/** An example need not say of every slot what it takes. */
function fits(read: readonly Slots[], gives: readonly Slots[]): boolean {
  const fitsOne = (slots: Slots | undefined, wanted: Slots): boolean =>
    Object.entries(wanted).every(([name, words]) => slots?.[name] === words);
  return read.length === gives.length && gives.every((wanted, i) => fitsOne(read[i], wanted));
}

function said(slots: readonly Slots[]): string {
  return slots.length === 0 ? 'nothing' : JSON.stringify(slots);
}
