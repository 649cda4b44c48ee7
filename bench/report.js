// @ts-check
/** The results as Markdown and as an image. */
import { formatRatio, plotRatios } from './plot.js';

/**
 * @typedef {object} Row
 * @property {string} what what is measured, and what it is held against
 * @property {string} ours
 * @property {string} theirs
 * @property {number} ratio
 * @property {'more' | 'less'} better whether a greater ratio is better or worse
 * @property {number | null} spread from the least to the greatest round, as a share of the median; null for one round
 *
 * @typedef {object} Measured
 * @property {string} title above its bars; what has the same title shares a scale
 * @property {Row[]} rows
 * @property {string[]} notes what was found besides, a sentence each
 *
 * @typedef {object} Results
 * @property {readonly (readonly [string, string])[]} machine
 * @property {readonly { dump: import('./corpus.js').Dump, articles: readonly { bytes: number }[] }[]} corpora
 * @property {readonly Measured[]} measured
 * @property {readonly { stage: string, share: number, msPerMegabyte: number }[]} stages
 */

/** @param {Results} results @param {string} method what was measured and how, in Markdown */
export function writeReport({ machine, corpora, measured, stages }, method) {
  const rows = measured.flatMap((part) => part.rows);
  const ratios = rows.map(({ what, ours, theirs, ratio, better, spread }) => [
    what,
    ours,
    theirs,
    formatRatio(ratio),
    better === 'more' ? 'more is better' : 'less is better',
    spread === null ? 'one round' : `${Math.round(spread * 100)} %`,
  ]);
  const shares = stages.map(({ stage, share, msPerMegabyte }) => [
    stage,
    `${Math.round(share * 100)} %`,
    msPerMegabyte.toFixed(1),
  ]);
  return `# Results of \`npm run bench\`

![The ratios of the table below as bars](results.svg)

${table(['what', 'article2rdf', 'the other', 'ratio', '', 'spread'], ratios)}

## Where the time goes

The stages in one process, on the articles of all dumps; reading the dump itself is not in it.

${table(['stage', 'share', 'ms a MB of wikitext'], shares)}

## On what

${bullets(corpora.map(describeCorpus))}
${bullets(machine.map(([name, value]) => `${name}: ${value}`))}

## What was made

${bullets(measured.flatMap(({ notes }) => notes))}

${method}`;
}

/** @param {Results['corpora'][number]} corpus */
function describeCorpus({ dump, articles }) {
  const bytes = articles.reduce((sum, article) => sum + article.bytes, 0);
  const pages = `${dump.isWhole ? '' : 'the first '}${dump.pages.length} pages`;
  return `${dump.name}: ${pages}; ${articles.length} articles, ${(bytes / 1e6).toFixed(1)} MB of wikitext`;
}

/** @param {Pick<Results, 'measured'>} results */
export function drawReport({ measured }) {
  const titles = [...new Set(measured.map(({ title }) => title))];
  const groups = titles.map((title) => ({
    title,
    bars: measured
      .filter((part) => part.title === title)
      .flatMap(({ rows }) => rows)
      .map(({ what, ratio }) => ({ label: what, ratio })),
  }));
  return plotRatios('The ratios that npm run bench measured', groups);
}

/**
 * @param {readonly string[]} header
 * @param {readonly (readonly string[])[]} rows
 */
export function table(header, rows) {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {readonly string[]} sentences */
function bullets(sentences) {
  return sentences.map((sentence) => `- ${sentence}`).join('\n');
}
