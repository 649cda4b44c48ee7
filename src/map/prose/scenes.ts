/** The sentences of a text, as patterns see them. */
import type { Text } from '../../article.js';
import { readPlace } from '../../value/known-place.js';
import { findQuotations, findSentences, solidStretches } from '../../value/sentence.js';
import type { Mappings } from '../compile-mappings.js';
import type { Grammar } from './grammar.js';
import type { KnownNames } from './known-names.js';
import { Phrases } from './phrases.js';
import type { Past, SceneContext, SubjectWords } from './scene.js';
import { Scene } from './scene.js';
import { textOf } from './slots/end.js';
import { personEnds } from './slots/names.js';
import { mentionEnd, mentionsSubject, namesSubject, nameWords, speaksOfSubject, turnsTo } from './subject.js';
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
  {
    names,
    titles,
    years,
    lead,
  }: Pick<SubjectWords, 'years'> & Record<'names' | 'titles', readonly string[]> & { readonly lead: string },
  known: KnownNames,
): SceneContext {
  const { givers, categories } = grammar.file.names;
  const called = grammar.isPerson ? [...names, ...names.flatMap(lastNames)] : names;
  return {
    tables,
    known,
    givers: new Set([...recognitions.words.giver, ...givers]),
    categories: new Set([...recognitions.words.category, ...categories]),
    names: grammar.names,
    sameNames: new Phrases(tables.sameNames),
    numbersOf: (words) => grammar.wordings.numbersOf(words),
    subject: {
      texts: [...new Set(called)],
      names: [...new Set(called)].map(nameWords).sort((a, b) => b.length - a.length),
      titles: new Set(titles),
      years,
      nouns: grammar.nouns,
      pronouns: grammar.pronouns,
      isPerson: grammar.isPerson,
      compounds: grammar.compounds,
      relatives: grammar.relatives,
      markers: grammar.markers,
      subordinators: grammar.subordinators,
      turns: grammar.turns,
      auxiliaries: grammar.auxiliaries,
      governors: grammar.governors,
      versions: grammar.versions,
      otherWorks: otherWorksThan(lead, grammar),
      otherThings: grammar.otherThings,
      gapStops: grammar.gapStops,
    },
  };
}

/** What calls another work, where the lead does not say that the subject is such a one itself: "it is a sequel to". */
function otherWorksThan(lead: string, { otherWorks, file }: Grammar): Phrases {
  const own = /\b(?:is|was|as)\s+(?:both\s+)?(?:an?|the)\b[^.]{0,100}?\b([\p{Ll}-]+)\s+(?:to|of)\b/u.exec(
    lead,
  )?.[1];
  const { laterWorks, otherWorks: all } = file.subject;
  return own === undefined || !laterWorks.includes(own)
    ? otherWorks
    : new Phrases(all.filter((word) => !laterWorks.includes(word)));
}

/** The last name of a person's full name: none of "Ann of Salt", "Louis XIV" or one word alone. */
function lastNames(name: string): string[] {
  const last = /^\p{Lu}[^\s,]*(?: \p{Lu}[^\s,]*)* (\p{Lu}\p{Ll}[\p{L}'’-]+)(?:,? (?:Jr|Sr)\.?)?$/u.exec(
    name,
  )?.[1];
  return last === undefined ? [] : [last];
}

/** Whether a sentence about a person names another one, of whom a pronoun behind it may speak. */
function namesRival(scene: Scene): boolean {
  const { subject, tables } = scene.context;
  if (!subject.isPerson) return false;
  return scene.words.some((_, at) => {
    if (scene.isQuoted(at) || scene.isInsideLink(at) || mentionEnd(scene, at) > 0) return false;
    const [end] = scene.endsOf('person', at, personEnds);
    return end !== undefined && readPlace(textOf(scene, at, end), tables) === null;
  });
}

/** What begins a paragraph goes on about the subject. */
const beginning: Past = { isAbout: true, isMentioned: true, isElsewhere: false };

/** What the sentences up to one leave behind, found if it is asked for: most sentences say nothing that patterns read. */
class PastOf implements Past {
  private about: boolean | null = null;
  private mentioned: boolean | null = null;
  private elsewhere: boolean | null = null;
  private turned: ReturnType<typeof turnsTo> | undefined;

  constructor(private readonly scene: Scene) {}

  get isAbout(): boolean {
    this.about ??= this.turn === null && speaksOfSubject(this.scene) && !namesRival(this.scene);
    return this.about;
  }

  get isMentioned(): boolean {
    const { isPerson } = this.scene.context.subject;
    this.mentioned ??= this.turn === null && mentionsSubject(this.scene) && !isPerson;
    return this.mentioned;
  }

  get isElsewhere(): boolean {
    this.elsewhere ??= this.turn === 'work' || (!namesSubject(this.scene) && this.scene.past.isElsewhere);
    return this.elsewhere;
  }

  private get turn(): ReturnType<typeof turnsTo> {
    if (this.turned === undefined) this.turned = turnsTo(this.scene);
    return this.turned;
  }
}

/** What a sentence leaves behind hangs on those before it; after so many it is found, so that none goes back far. */
const farthestBack = 40;

export function* scenesOf(text: Text, context: SceneContext): Generator<Scene> {
  const quotations = findQuotations(text.value);
  const solid = solidStretches(text.value, text.links ?? [], context.subject.texts);
  let past = beginning;
  let count = 0;
  for (const { begin, end } of findSentences(text.value, { solid, quotations }, context.tables)) {
    const words = wordsOf(text.value, begin, end, mostWords + 1);
    if (words.length > mostWords) continue;
    const own = quotations.filter((quotation) => quotation.begin >= begin && quotation.end <= end);
    const scene = new Scene(text, words, own, context, past);
    yield scene;
    past = new PastOf(scene);
    if (++count % farthestBack === 0) past = settled(past);
  }
}

/** All of a text as one sentence: a line of a cell. Null where it is too long to say one thing. */
export function sceneOf(text: Text, context: SceneContext): Scene | null {
  const words = wordsOf(text.value, 0, text.value.length, mostWords + 1);
  return words.length === 0 || words.length > mostWords
    ? null
    : new Scene(text, words, findQuotations(text.value), context, beginning);
}

function settled({ isAbout, isMentioned, isElsewhere }: Past): Past {
  return { isAbout, isMentioned, isElsewhere };
}
