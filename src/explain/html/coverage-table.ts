import { percentages } from '../coverage.js';
import type { Coverage, Explanation } from '../explanation.js';
import { meanings, partTitle } from '../wording.js';
import { escapeHtml } from './escape.js';

/** How much of each part stands behind what; the names lead to the parts. */
export function coverageTable({ parts, coverage }: Explanation): string {
  const rows = parts.map((part, index) => {
    const depth = Math.min(Math.max(part.level, 2), 6);
    const name = `<a class="deep-${depth - 1}" href="#p${index}"><bdi>${escapeHtml(partTitle(part))}</bdi></a>`;
    return row(name, part.coverage);
  });
  return `<nav aria-label="Parts of the article">
<table class="coverage">
<caption>Characters behind facts, behind structure only, and behind nothing</caption>
<thead><tr><th scope="col">part</th><th scope="col">of</th><th scope="col" class="share"><span class="unseen">share</span></th><th scope="col">fact</th><th scope="col">structure</th><th scope="col">nothing</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
<tfoot>${row('all', coverage)}</tfoot>
</table>
<p class="legend"><b>fact</b>: ${meanings.fact} · <b>structure</b>: ${meanings.structure} · <b>nothing</b>: ${meanings.nothing}</p>
</nav>`;
}

function row(name: string, coverage: Coverage): string {
  const { fact, structure, nothing } = percentages(coverage);
  const total = coverage.fact + coverage.structure + coverage.nothing;
  const shares = [fact, structure, nothing].map((share) => `<td>${share} %</td>`).join('');
  return `<tr><th scope="row">${name}</th><td>${total}</td><td class="share">${bar(fact, structure)}</td>${shares}</tr>`;
}

/** The numbers beside it say the same. */
function bar(fact: number, structure: number): string {
  return (
    '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">' +
    `<rect class="fact" width="${fact}" height="4"/><rect class="structure" x="${fact}" width="${structure}" height="4"/></svg>`
  );
}
