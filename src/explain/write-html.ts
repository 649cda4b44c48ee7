/**
 * An explanation as a page of its own: it loads nothing, and works from a file. The article's words are hostile; they are
 * escaped, and the page's policy runs and shows nothing but its own script and style.
 */
import { createHash } from 'node:crypto';
import { plural } from '../plural.js';
import type { Explanation, Part, Unit } from './explanation.js';
import { coverageTable } from './html/coverage-table.js';
import { attribute, escapeHtml } from './html/escape.js';
import { Notes } from './html/notes.js';
import { unitHtml, wordsHtml } from './html/unit.js';
import { countWords, partTitle } from './wording.js';

/** What the page looks like, as CSS, and how it answers, as JavaScript. */
export interface PageFiles {
  readonly style: string;
  readonly script: string;
}

/** Pure: the same explanation and files give the same page. */
export function writeHtml(explanation: Explanation, { style, script }: PageFiles): string {
  const { title } = explanation;
  const policy = [
    "default-src 'none'",
    `style-src '${hash(style)}'`,
    `script-src '${hash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title.replace(/[\u202a-\u202e\u2066-\u2069]/g, ''))} – what was read from it</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#article">To the article</a>
${explanationHtml(explanation, 'header')}
<script>${script}</script>
</body>
</html>
`.toWellFormed();
}

/**
 * The explanation without the page round it, for pages that bring the style and the script themselves; it has no other
 * elements with an id than `article`, `elsewhere`, `said`, `p0`, `s0`, `q0` and so on.
 *
 * @param head the element of its head: a page has one header, which may be another
 */
export function explanationHtml(explanation: Explanation, head: 'header' | 'section'): string {
  return `<${head}${head === 'section' ? ' aria-label="About the explanation"' : ''}>
${header(explanation)}
</${head}>
<main id="article" tabindex="-1" aria-label="The article, and what was read from it" data-show="all">
${controls(explanation)}
${parts(explanation).join('\n')}
${elsewhere(explanation)}</main>
<div id="said" role="status" lang="en"></div>`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function header(explanation: Explanation): string {
  const { title, source, kind, language, problems } = explanation;
  const counts =
    countWords(explanation) + (problems.length > 0 ? `, ${plural(problems.length, 'problem')}` : '');
  return `<p class="what">What was read from</p>
<h1 lang=${attribute(language)} dir="auto">${escapeHtml(title)}</h1>
<p class="about"><bdi>${escapeHtml(source)}</bdi> · ${escapeHtml(kind ?? 'of no known kind')} · ${counts}</p>
${coverageTable(explanation)}`;
}

function controls({ problems }: Explanation): string {
  const choices = [
    ['all', 'everything'],
    ['facts', 'what gave facts'],
    ['lacking', 'what gave no fact'],
    ...(problems.length > 0 ? [['problems', 'what has problems']] : []),
  ];
  const radios = choices.map(
    ([value, label], i) =>
      `<label><input type="radio" name="show" value="${value}"${i === 0 ? ' checked' : ''}> ${label}</label>`,
  );
  return `<form class="controls">
<fieldset><legend>Show</legend>${radios.join('\n')}</fieldset>
<p>Choose <span class="w">underlined words</span> to see what was read from them, or a statement to see its words. With the keyboard:
<kbd>Tab</kbd> to words and to statements, arrow keys among them, <kbd>Enter</kbd> to choose, <kbd>Esc</kbd> to let go.</p>
</form>`;
}

function parts(explanation: Explanation): string[] {
  const notes = new Notes(explanation);
  let depth = 1;
  return explanation.parts.map((part, index) => {
    depth = Math.min(Math.max(part.level, 2), depth + 1);
    return partHtml(part, index, depth, notes, explanation.language);
  });
}

/** A part begins with its heading, beside which stands what is said of all of it. */
function partHtml(part: Part, index: number, depth: number, notes: Notes, language: string): string {
  const [first] = part.units;
  const heading = first?.type === 'heading' ? first : null;
  const rest = heading ? part.units.slice(1) : part.units;
  const id = `p${index}`;
  const name = heading ? wordsHtml(heading, language) : escapeHtml(partTitle(part));
  const own = notes.list([], heading?.problems ?? []) + notes.list([], part.problems, id);
  const read = wholeHtml(part, heading, notes, id) + own;
  const units = rest.map((unit, i) => unitHtml(unit, rest[i - 1], notes, language));
  const list = units.length > 0 ? `\n<ul class="units" role="list">\n${units.join('\n')}\n</ul>` : '';
  return `<section class="part" id="${id}" aria-labelledby="${id}-name">
<div class="unit head"><h${depth} class="name" id="${id}-name">${name}</h${depth}><div class="read">${read}</div></div>${list}
</section>`;
}

/** What is said of the part as a whole stands back: it is seldom what is looked for. */
function wholeHtml(part: Part, heading: Unit | null, notes: Notes, id: string): string {
  const count = part.statements.length + (heading?.statements.length ?? 0);
  if (count === 0) return '';
  const list = notes.list(heading?.statements ?? [], []) + notes.list(part.statements, [], id);
  return `<details><summary>${plural(count, 'statement')} about the whole part</summary>${list}</details>`;
}

function elsewhere(explanation: Explanation): string {
  const { elsewhere: statements, problemsElsewhere: problems } = explanation;
  if (statements.length + problems.length === 0) return '';
  const list = new Notes(explanation).list(statements, problems);
  return `<section class="part" id="elsewhere" aria-labelledby="elsewhere-name">
<div class="unit head"><h2 class="name" id="elsewhere-name">Elsewhere</h2><div class="read">${list}</div></div>
</section>
`;
}
