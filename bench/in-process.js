// @ts-check
/** What is compared inside one process: reading, the whole way to N-Quads, validation, and where the time goes. */
import { Store } from 'n3';
import { openComposition, openEngine } from './composition.js';
import { library, sourceOf } from './library.js';
import { median, timeInTurns } from './measure.js';
import { timeSides } from './sides.js';

/**
 * @typedef {{ title: string, text: string, bytes: number }} Article
 * @typedef {import('./measure.js').Timing} Timing
 */

/**
 * The articles that the library converts: it leaves out pages of disambiguation, and no side is to gain by them.
 *
 * @param {readonly Article[]} articles
 */
export async function convertibleOf(articles) {
  const conversions = await Promise.all(articles.map((article) => library.convert(sourceOf(article))));
  return articles.filter((_, index) => conversions[index]?.statements.length !== 0);
}

/**
 * Reading wikitext: into our article model, and by wtf_wikipedia, which works as it is asked. It is asked for what
 * the model holds (sections with their text, infoboxes, tables, links), or for all that it has as JSON.
 *
 * @param {readonly Article[]} articles
 */
export function compareReaders(articles) {
  return timeSides(['ourReader', 'wtfAsked', 'wtfJson'], { articles, shapes: '' }, { rounds: 7, warmUps: 3 });
}

/**
 * The way from wikitext to validated N-Quads.
 *
 * @param {readonly Article[]} articles
 * @param {string} shapes Turtle
 */
export async function comparePipelines(articles, shapes) {
  const names = /** @type {const} */ (['ourPipeline', 'composition']);
  const timings = await timeSides(names, { articles, shapes }, { rounds: 5, warmUps: 2 });
  const ours = async (/** @type {{ title: string, text: string }} */ article) => {
    const { report, write } = await library.convert(sourceOf(article));
    return { nquads: write('nquads'), conforms: report?.conforms === true };
  };
  return {
    timings,
    ours: await count(articles, ours),
    theirs: await count(articles, openComposition(shapes)),
  };
}

/**
 * @param {readonly Article[]} articles
 * @param {ReturnType<typeof openComposition>} convert
 */
async function count(articles, convert) {
  let statements = 0;
  let conforming = 0;
  for (const article of articles) {
    const { nquads, conforms } = await convert(article);
    statements += linesOf(nquads);
    if (conforms) conforming++;
  }
  return { statements, conforming };
}

const linesOf = (/** @type {string} */ text) => text.split('\n').length - 1;

/**
 * Validation of one article's graph, by this project and by rdf-validate-shacl alone; both begin with the statements.
 *
 * @param {string} text of the article
 * @param {string} shapes Turtle
 */
export async function compareValidation(text, shapes) {
  const { statements, write } = await library.convert(text);
  const quads = library.toQuads(statements);
  const engine = openEngine(shapes);
  const times = 30;
  const timings = await timeInTurns(
    {
      ours: async () => {
        for (let i = 0; i < times; i++) await library.validate(statements);
      },
      theirs: async () => {
        for (let i = 0; i < times; i++)
          await engine.validate(/** @type {any} */ (new Store(/** @type {any} */ (quads))));
      },
    },
    { rounds: 7, warmUps: 2 },
  );
  return { timings, times, statements: linesOf(write('ntriples')) };
}

/**
 * Seconds in each stage, for all articles together: medians of rounds.
 *
 * @param {readonly Article[]} articles
 */
export async function timeStages(articles) {
  await onceThroughStages(articles);
  const rounds = [
    await onceThroughStages(articles),
    await onceThroughStages(articles),
    await onceThroughStages(articles),
  ];
  return {
    parse: median(rounds.map(({ parse }) => parse)),
    map: median(rounds.map(({ map }) => map)),
    sentences: median(rounds.map(({ sentences }) => sentences)),
    validate: median(rounds.map(({ validate }) => validate)),
    serialize: median(rounds.map(({ serialize }) => serialize)),
  };
}

/** Settings that take the patterns of sentences away. */
const withoutSentences = {
  validate: false,
  mappingFiles: [
    {
      name: 'no-sentences.yaml',
      text: 'sentences: film\nsubject: { nouns: [film], compounds: [] }\nnames: { givers: [], categories: [] }\ngapStops: []\ndenials: []\nforeignSections: []\nphrases: {}\nfacts: {}\npatterns: []\n',
    },
  ],
};

/** @param {readonly Article[]} articles */
async function onceThroughStages(articles) {
  const seconds = { parse: 0, map: 0, sentences: 0, validate: 0, serialize: 0 };
  let last = performance.now();
  const lap = (/** @type {keyof typeof seconds} */ stage) => {
    const now = performance.now();
    seconds[stage] += (now - last) / 1000;
    last = now;
  };
  for (const article of articles) {
    const parsed = await library.parse(sourceOf(article));
    lap('parse');
    await library.map(parsed.article, { settings: withoutSentences });
    lap('map');
    const { statements } = await library.map(parsed.article);
    lap('sentences');
    await library.validate(statements);
    lap('validate');
    await library.serialize(statements, 'nquads');
    lap('serialize');
  }
  // The second time it was mapped without them too.
  seconds.sentences = Math.max(0, seconds.sentences - seconds.map);
  return seconds;
}
