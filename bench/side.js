// @ts-check
// One side of a comparison, in a process of its own: it loads what that side needs and nothing else, and takes a turn each
// time it is told to. Run by sides.js: node bench/side.js NAME FILE
import { readFileSync } from 'node:fs';
import process from 'node:process';

// As the program's own workers run; it makes wtf_wikipedia some percent faster too.
await import(new URL('../dist/cli/tune-runtime.js', import.meta.url).href);

/** How long a turn lasts at least, in seconds: the pages of a dump are read in less time than a machine is even. */
const leastTurn = 0.7;

/** @typedef {import('./sides.js').Given} Given */

/** @type {Record<import('./sides.js').SideName, (given: Given) => Promise<() => unknown>>} */
const sides = {
  async ourReader({ articles }) {
    const { library, sourceOf } = await import('./library.js');
    return async () => {
      for (const page of articles) await library.parse(sourceOf(page));
    };
  },
  async wtfAsked({ articles }) {
    const { default: wtf } = await import('wtf_wikipedia');
    return () => {
      for (const { text, title } of articles) askedOf(wtf(text, { title }));
    };
  },
  async wtfJson({ articles }) {
    const { default: wtf } = await import('wtf_wikipedia');
    return () => {
      for (const { text, title } of articles) wtf(text, { title }).json();
    };
  },
  async ourPipeline({ articles }) {
    const { library, sourceOf } = await import('./library.js');
    return async () => {
      for (const page of articles) (await library.convert(sourceOf(page))).write('nquads');
    };
  },
  async composition({ articles, shapes }) {
    const { openComposition } = await import('./composition.js');
    const convert = openComposition(shapes);
    return async () => {
      for (const article of articles) await convert(article);
    };
  },
};

/**
 * What the article model holds: sections with their text, infoboxes, tables, links.
 *
 * @param {any} doc
 */
function askedOf(doc) {
  const texts = doc
    .sections()
    .reduce((/** @type {number} */ sum, /** @type {any} */ section) => sum + section.text().length, 0);
  const fields = doc.infoboxes().map((/** @type {any} */ infobox) => infobox.keyValue());
  const rows = doc.tables().map((/** @type {any} */ table) => table.keyValue());
  return texts + fields.length + rows.length + doc.links().length;
}

const [name = '', file = ''] = process.argv.slice(2);
const side = sides[/** @type {import('./sides.js').SideName} */ (name)];
const turn = await side(JSON.parse(readFileSync(file, 'utf8')));
process.on('message', async () => {
  const begin = performance.now();
  let runs = 0;
  let passed = 0;
  while (passed < leastTurn) {
    await turn();
    runs++;
    passed = (performance.now() - begin) / 1000;
  }
  process.send?.({ seconds: passed / runs });
});
process.send?.('ready');
