/**
 * How much of what articles say is in their graphs, and how much of what is in the graphs they say. The articles are read
 * where ARTICLE_CORPUS names a folder with `film/wikitext/*.wiki` and `film/plain/*.txt`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rendering } from '../answers/questions.js';
import { answersOf, questions, writtenAnswers } from '../answers/questions.js';
import { corpus } from './corpus.js';
import { article2rdf, temporaryFolder } from './program.js';

const films = join(corpus, 'film');

interface Count {
  found: number;
  wanted: number;
  given: number;
  right: number;
  saidFound: number;
  said: number;
}

function count(rendering: Rendering): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const question of [...Object.keys(questions), 'all']) {
    counts.set(question, { found: 0, wanted: 0, given: 0, right: 0, saidFound: 0, said: 0 });
  }
  const out = temporaryFolder();
  const written = [...writtenAnswers(rendering)];
  const inputs = written.map(([title]) =>
    join(films, rendering, `${title}.${rendering === 'plain' ? 'txt' : 'wiki'}`),
  );
  expect(article2rdf(['convert', ...inputs, '-f', 'nquads', '-o', out]).status).toBe(0);
  for (const [title, answers] of written) {
    const given = answersOf(readFileSync(join(out, `${title}.nq`), 'utf8'));
    for (const question of Object.keys(questions)) {
      const own = answers.filter((answer) => answer.question === question);
      const sure = new Set(own.filter(({ isSure }) => isSure).map(({ line }) => line));
      const open = new Set(own.filter(({ isSure }) => !isSure).map(({ line }) => line));
      const told = given.get(question) ?? new Set();
      for (const sum of [counts.get(question), counts.get('all')] as Count[]) {
        sum.wanted += sure.size;
        sum.found += [...sure].filter((line) => told.has(line)).length;
        sum.given += [...told].filter((line) => sure.has(line) || !open.has(line)).length;
        sum.right += [...told].filter((line) => sure.has(line)).length;
        const said = own.filter(({ isSure, isSaid }) => isSure && isSaid);
        sum.said += said.length;
        sum.saidFound += said.filter(({ line }) => told.has(line)).length;
      }
    }
  }
  return counts;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;

describe.skipIf(!existsSync(films))('the answers of ten articles', () => {
  it.each(['wikitext', 'plain'] as const)('as %s', (rendering) => {
    const counts = count(rendering);
    const report = [...counts].map(
      ([question, { found, wanted, given, right, saidFound, said }]) =>
        `${question.padEnd(10)} precision ${percent(right, given)}, recall ${percent(found, wanted)}, of sentences ${percent(saidFound, said)}`,
    );
    console.log(`${rendering}\n${report.join('\n')}`);
    const { right, given, saidFound, said } = counts.get('all') as Count;
    expect(right / given).toBeGreaterThanOrEqual(0.95);
    expect(saidFound / said).toBeGreaterThanOrEqual(0.7);
  });
});
