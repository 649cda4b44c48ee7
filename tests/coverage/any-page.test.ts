/** Pages of all kinds of markup, in each other and broken: no character of them is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountFor, Entries } from '../../src/coverage.js';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import type { Source, TextFormat } from '../../src/source.js';

const { workshop } = await openWorkshop({ validate: false });
if (!workshop) throw new Error('the mappings do not hold together');
const opened = workshop;

async function lostIn(text: string, format: TextFormat): Promise<string[]> {
  const source: Source = { name: 'page', title: 'Salt', text, format };
  const entries = new Entries();
  const options = { base: 'https://example.org/', language: 'en', ledger: entries };
  const conversion = await convertSource(source, opened, options);
  expect(conversion.statements).not.toEqual([]);
  const { lost } = accountFor(source, conversion, entries, opened);
  return lost.map(({ line, column, words }) => `${line}:${column} ${words}`);
}

/** Words that are each their own, so that none is shown by another. */
const word = fc.nat(9999).map((number) => `w${number.toString(36)}x`);

const { inline } = fc.letrec<{ inline: string }>((tie) => {
  const part = tie('inline');
  return {
    inline: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      fc.tuple(part, part).map(([a, b]) => `${a} ${b}`),
      part.map((a) => `''${a}''`),
      part.map((a) => `'''${a}'`),
      word.map((a) => `[[${a}]]`),
      fc.tuple(word, part).map(([a, b]) => `[[${a} (film)|${b}]]s`),
      fc.tuple(word, word).map(([a, b]) => `[https://${a}.example ${b}]`),
      word.map((a) => `<!-- ${a} -->`),
      fc.tuple(word, part).map(([a, b]) => `${b}<ref name="${a}">${a}</ref>`),
      fc.tuple(word, part, part).map(([a, b, c]) => `{{no such ${a}|${b}|key=${c}|}}`),
      fc.tuple(word, part).map(([a, b]) => `{{small|${b}|style=${a}|other=${a}}}`),
      fc.tuple(word, word).map(([a, b]) => `{{citation needed|date=${a}|${b}}}`),
      fc.tuple(part, part).map(([a, b]) => `{{ubl|${a}|${b}|item1_style=bold}}`),
      fc.constant('{{start date|1996|11|2|df=y}}'),
      fc.constant('5&nbsp;km&amp;'),
      part.map((a) => `<small>${a}</small><br />`),
      word.map((a) => `<nowiki>[[${a}]]</nowiki>`),
    ),
  };
});

const block = fc.oneof(
  inline,
  fc.tuple(fc.constantFrom('*', '#', '**', ':', '*:'), inline).map(([mark, a]) => `${mark} ${a}`),
  fc.tuple(inline, inline).map(([a, b]) => `; ${a} : ${b}`),
  fc
    .tuple(inline, inline, inline, inline, word)
    .map(
      ([a, b, c, d, e]) =>
        `{| class="${e}"\n|+ ${a}\n! ${b} !! ${c}\n|- style="${e}"\n| rowspan=2 | ${d}\n${a}\n|| ${b}\n|\n${c}\n|}`,
    ),
  inline.map((a) => `== ${a} ==`),
  fc
    .tuple(inline, inline, word)
    .map(([a, b, c]) => `{{Infobox film\n| director = ${a}\n| ${c} = ${b}\n| empty =\n}}`),
  fc.constantFrom(
    '{{',
    '[[',
    '{|',
    '|}',
    ']]',
    '}}',
    "'''",
    '----',
    '__TOC__',
    '[[Category:C|k]]',
    '[[File:A|b]]',
  ),
);

const page = fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => blocks.join('\n'));

it('loses nothing of wikitext', { timeout: 120_000 }, async () => {
  const property = fc.asyncProperty(page, async (text) => {
    expect(await lostIn(text, 'wikitext')).toEqual([]);
  });
  await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 300), seed: 1 });
});

const line = fc.oneof(
  word,
  fc.tuple(word, word).map(([a, b]) => `- ${a}: ${b}, ${a} (${b})`),
  fc.tuple(word, word).map(([a, b]) => `  * ${a} as ${b}`),
  fc.tuple(word, word).map(([a, b]) => `| ${a} | ${b} |`),
  fc.tuple(word, word).map(([a, b]) => `**${a}:** ${b}<br>${a} &amp; ${b}&nbsp;`),
  fc.tuple(word, word).map(([a, b]) => `${a} = ${b}, [${a}](https://${b}.example) _${b}_ '${a}'`),
  fc.tuple(word, word).map(([a, b]) => `${a}, "${b}, ${a}",\t${b}  ${a}`),
  fc.tuple(word, word).map(([a, b]) => `<table><tr><th>${a}</th></tr><tr><td>${b}</td></tr></table>`),
  fc
    .tuple(fc.constantFrom('1. ', '2) ', '## ', '; ', ': ', '+ ', '– ', '# '), word)
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    '== Cast ==',
    '|---|---|',
    '= Title =',
    '- Director: Ann Lee',
    '-',
    'X',
    '---',
    '====',
    '+---+---+',
    '---- ----',
    '```',
    '[edit]',
    '"X"',
  ),
);

it('loses nothing of plain text', { timeout: 120_000 }, async () => {
  const property = fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
    expect(await lostIn(lines.join('\n'), 'plain')).toEqual([]);
  });
  await fc.assert(property, { numRuns: Number(process.env.RUNS ?? 300), seed: 1 });
});
