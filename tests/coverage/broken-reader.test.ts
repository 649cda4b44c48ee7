/** A reader that does not see one letter of a page: the meter says which, wherever it stands. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountFor, Entries } from '../../src/coverage.js';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import type { Source, TextFormat } from '../../src/source.js';

const { workshop } = await openWorkshop({ validate: false });
if (!workshop) throw new Error('the mappings do not hold together');
const opened = workshop;

/** The places of what the meter finds lost of a page when the reader was given another text of the same length. */
async function lostIn(text: string, read: string, format: TextFormat): Promise<string[]> {
  const source: Source = { name: 'page', title: 'Salt', text, format };
  const entries = new Entries();
  const options = { base: 'https://example.org/', language: 'en', ledger: entries };
  const conversion = await convertSource({ ...source, text: read }, opened, options);
  const { lost } = accountFor(source, conversion, entries, opened);
  return lost.flatMap(({ line, column, words }) => Array.from(words, (_, i) => `${line}:${column + i}`));
}

/** A letter of a word, and its place. */
function letterOf(text: string, number: number): { at: number; place: string } {
  const letters = [...text.matchAll(/w\d+x/g)].flatMap(({ 0: word, index }) =>
    Array.from(word, (_, i) => index + i),
  );
  const at = letters[number % letters.length] as number;
  const lines = text.slice(0, at).split('\n');
  return { at, place: `${lines.length}:${(lines.at(-1) ?? '').length + 1}` };
}

/** Words that are each their own, so that none is shown by another. */
function numbered(text: string): string {
  let count = 100;
  return text.replace(/w\d+x/g, () => `w${count++}x`);
}

const word = fc.constant('w0x');
const two = fc.tuple(word, word);

/** All words of these pages are shown. */
const wikitext = fc.oneof(
  two.map(([a, b]) => `${a} ''${b}'' [[${a}]]`),
  two.map(([a, b]) => `* ${a} {{small|${b}}}\n** ${b}`),
  two.map(([a, b]) => `; ${a} : ${b}\n: ${a}`),
  two.map(([a, b]) => `{|\n|+ ${a}\n! ${b} !! ${a}\n|-\n| ${b} || colspan=2 | ${a}\n|}`),
  two.map(([a, b]) => `== ${a} ${b} ==`),
  two.map(
    ([a, b]) => `{{Infobox film\n| gadget = ${a}, {{ubl|${b}|''${a}''}}\n| country = ${b} and ${a}\n}}`,
  ),
  two.map(([a, b]) => `{{cite web|title=${a}|author=${b}}}`),
);

const plain = fc.oneof(
  two.map(([a, b]) => `\n${a} **${b}** [[${a}]]\n`),
  two.map(([a, b]) => `- ${a}\n  1. ${b}`),
  two.map(([a, b]) => `\n| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |\n`),
  two.map(([a, b]) => `\n+----+----+\n| ${a} | ${b} |\n+====+====+\n| ${b} | ${a} |\n+----+----+\n`),
  two.map(([a, b]) => `\n<table><tr><td>${a}</td><td>${b}</td></tr></table>\n`),
  two.map(([a, b]) => `\n## ${a} ${b}\n`),
  two.map(([a, b]) => `\n${a} ${b}\n---------------\n`),
);

const pages: Readonly<Record<TextFormat, fc.Arbitrary<string>>> = {
  wikitext: fc.array(wikitext, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.join('\n')),
  plain: fc
    .tuple(two, fc.array(plain, { minLength: 1, maxLength: 8 }))
    .map(
      ([[a, b], blocks]) => `= Salt =\n\nSalt\n- Gadget: ${a}; ${b}\n- Country: ${b}\n\n${blocks.join('\n')}`,
    ),
};

it.each(['wikitext', 'plain'] as const)(
  'finds the letter of %s that is lost',
  { timeout: 120_000 },
  async (format) => {
    const property = fc.asyncProperty(pages[format].map(numbered), fc.nat(), async (text, number) => {
      const { at, place } = letterOf(text, number);
      expect(await lostIn(text, text, format)).toEqual([]);
      const read = `${text.slice(0, at)} ${text.slice(at + 1)}`;
      expect(await lostIn(text, read, format)).toContain(place);
    });
    await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 200), seed: 1 });
  },
);
