/** The sentences of a text, as patterns see them. */
import type { Text } from '../../article.js';
import { findQuotations, findSentences, solidStretches } from '../../value/sentence.js';
import type { Mappings } from '../compile-mappings.js';
import type { Grammar } from './grammar.js';
import type { KnownNames } from './known-names.js';
import type { SceneContext, SubjectWords } from './scene.js';
import { Scene } from './scene.js';
import { mentionsSubject, namesSubject, nameWords, speaksOfSubject, turnsTo } from './subject.js';
import { wordsOf } from './word.js';

/** A sentence of more words is no prose. */
const mostWords = 250;

/**
 * @param names what the subject is called
 * @param titles of the pages about it
 * @param years in which it was published, as far as that is known
 */
export function sceneContext(
  grammar: Grammar,
  { recognitions, tables }: Pick<Mappings, 'recognitions' | 'tables'>,
  { names, titles, years }: Pick<SubjectWords, 'years'> & Record<'names' | 'titles', readonly string[]>,
  known: KnownNames,
): SceneContext {
  const { givers, categories } = grammar.file.names;
  return {
    tables,
    known,
    givers: new Set([...recognitions.words.giver, ...givers]),
    categories: new Set([...recognitions.words.category, ...categories]),
    names: grammar.names,
    subject: {
      texts: [...new Set(names)],
      names: [...new Set(names)].map(nameWords).sort((a, b) => b.length - a.length),
      titles: new Set(titles),
      years,
      nouns: grammar.nouns,
      pronouns: grammar.pronouns,
      compounds: grammar.compounds,
      relatives: grammar.relatives,
      markers: grammar.markers,
      subordinators: grammar.subordinators,
      otherWorks: grammar.otherWorks,
      otherThings: grammar.otherThings,
      gapStops: grammar.gapStops,
    },
  };
}

export function* scenesOf(text: Text, context: SceneContext): Generator<Scene> {
  const quotations = findQuotations(text.value);
  const solid = solidStretches(text.value, text.links ?? [], context.subject.texts);
  // What begins a paragraph goes on about the subject.
  let isAbout = true;
  let isMentioned = true;
  let isElsewhere = false;
  for (const { begin, end } of findSentences(text.value, { solid, quotations }, context.tables)) {
    const words = wordsOf(text.value, begin, end, mostWords + 1);
    if (words.length > mostWords) continue;
    const own = quotations.filter((quotation) => quotation.begin >= begin && quotation.end <= end);
    const scene = new Scene(text, words, own, context, isAbout, isMentioned, isElsewhere);
    yield scene;
    const other = turnsTo(scene);
    isAbout = other === null && speaksOfSubject(scene);
    isMentioned = other === null && mentionsSubject(scene);
    if (other === 'work') isElsewhere = true;
    else if (namesSubject(scene)) isElsewhere = false;
  }
}
