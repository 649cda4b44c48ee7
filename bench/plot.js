// @ts-check
/** Ratios as bars, in SVG (https://www.w3.org/TR/SVG11/) that is read on light and dark pages alike. */

/**
 * @typedef {object} Bar
 * @property {string} label
 * @property {number} ratio
 *
 * @typedef {object} Group bars on one scale, with a line at 1
 * @property {string} title
 * @property {readonly Bar[]} bars
 */

const width = 920;
const barsBegin = 450;
const barsEnd = 835;
const barHeight = 18;
const rowHeight = 28;
const titleHeight = 44;

const style = `
    text { font: 13px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2328; }
    .title { font-weight: 600; }
    .bar { fill: #0969da; }
    .one { stroke: #656d76; stroke-dasharray: 3 3; }
    .hint { fill: #656d76; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; }
      .bar { fill: #4493f8; }
      .one { stroke: #8d96a0; }
      .hint { fill: #8d96a0; }
    }
  `;

/**
 * @param {string} title what the image says, for those who do not see it
 * @param {readonly Group[]} groups
 * @returns {string} an SVG document
 */
export function plotRatios(title, groups) {
  let top = 8;
  const parts = [];
  for (const group of groups.filter(({ bars }) => bars.length > 0)) {
    parts.push(...plotGroup(group, top));
    top += titleHeight + group.bars.length * rowHeight + 12;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img">
  <title>${escapeText(title)}</title>
  <style>${style}</style>
${parts.map((part) => `  ${part}\n`).join('')}</svg>
`;
}

/**
 * @param {Group} group
 * @param {number} top
 */
function plotGroup({ title, bars }, top) {
  const most = Math.max(1, ...bars.map(({ ratio }) => ratio));
  const x = (/** @type {number} */ ratio) => round(barsBegin + (ratio / most) * (barsEnd - barsBegin));
  const first = top + titleHeight;
  const last = first + bars.length * rowHeight;
  const rows = bars.flatMap(({ label, ratio }, index) => {
    const y = first + index * rowHeight;
    const baseline = y + barHeight - 5;
    return [
      `<text x="${barsBegin - 10}" y="${baseline}" text-anchor="end">${escapeText(label)}</text>`,
      `<rect class="bar" x="${barsBegin}" y="${y}" width="${round(x(ratio) - barsBegin)}" height="${barHeight}" rx="2"/>`,
      `<text x="${round(x(ratio) + 8)}" y="${baseline}">${formatRatio(ratio)}</text>`,
    ];
  });
  return [
    `<text class="title" x="16" y="${top + 20}">${escapeText(title)}</text>`,
    ...rows,
    `<line class="one" x1="${x(1)}" y1="${first - 6}" x2="${x(1)}" y2="${last - 4}"/>`,
    `<text class="hint" x="${x(1)}" y="${first - 10}" text-anchor="middle">1×</text>`,
  ];
}

/**
 * Two digits that mean something, three from 10 on.
 *
 * @param {number} ratio
 */
export function formatRatio(ratio) {
  return `${ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0)}×`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}

/** @param {string} text */
function escapeText(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
