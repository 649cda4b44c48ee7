/** People, organisations, and what else has a name of its own. */
import { readPlace } from '../../../value/known-place.js';
import { isPublication } from '../../../value/name.js';
import { isOrganisation } from '../../../value/name-style.js';
import { isCapital, nameEnd, organisationEnds } from '../name-run.js';
import type { Scene } from '../scene.js';
import { mentionEnd } from '../subject.js';
import type { Word } from '../word.js';
import type { Ends } from './end.js';
import { one, textOf } from './end.js';

/** A full name, or the last name of somebody known. */
export const personEnds = one(personEnd);

function personEnd(scene: Scene, at: number): number {
  const end = nameEnd(scene, at, { numbers: false, possessive: false, of: false });
  if (end === 0 || isPartOfMention(scene, at) || isOccupation(scene, at)) return 0;
  const name = textOf(scene, at, end);
  const { known, tables } = scene.context;
  if (known.isNamed(name)) return end;
  if (beginsWithPublication(scene, at, end)) return 0;
  if (isPublicationAt(scene, at, end) || isOrganisation(name, tables)) return 0;
  const isFullName = end - at > 1 && !/\d/.test(name) && mentionEnd(scene, at) < end;
  return isFullName || isLinkedName(scene, at) ? end : 0;
}

/** "New York Times Ann Lee", and "Times Ann Lee" within it. */
function beginsWithPublication(scene: Scene, at: number, end: number): boolean {
  if (scene.linkEnd(at) !== undefined) return false;
  const first = isCapital(scene.words[at - 1]) ? at + 1 : at + 2;
  for (let part = first; part < end; part++) if (isPublicationAt(scene, at, part)) return true;
  return false;
}

/** Who writes of the subject: a person who has no part in it. */
export const criticEnds = one((scene, at) => {
  const end = personEnd(scene, at);
  return end > 0 && !scene.context.known.isParticipant(textOf(scene, at, end)) ? end : 0;
});

/** A person of a newspaper, "Ann Lee of Playboy", is one without it. */
export const agentEnds: Ends = (scene, at) => {
  const ends = organisationEnds(scene, at);
  const person = personEnd(scene, at);
  const isOf = person > 0 && scene.words[person]?.lower === 'of';
  return isOf && publicationEnds(scene, person + 1).length > 0 ? [person, ...ends] : ends;
};

/** "The Los Angeles Times Ann Lee" begins with a newspaper. */
export const publicationEnds: Ends = (scene, at) => {
  const ends: number[] = [];
  for (const end of organisationEnds(scene, at)) {
    if (isOutlet(scene, at, end)) ends.push(isNumbered(scene, at, end) ? end + 1 : end);
    if (scene.linkEnd(at) !== undefined) continue;
    for (let part = end - 1; part > at; part--) if (isPublicationAt(scene, at, part)) ends.push(part);
  }
  return ends;
};

/** A newspaper whose name begins with "The". */
export const newspaperEnds: Ends = (scene, at) =>
  scene.words[at]?.text === 'The' || (at === 0 && scene.words[at]?.lower === 'the')
    ? organisationEnds(scene, at).filter((end) => isPublicationAt(scene, at, end))
    : [];

/** A name that is no person's who is known, and no place's. */
export const companyEnds = organisations((scene, at, end) => {
  const isPlace = readPlace(textOf(scene, at, end), scene.context.tables) !== null;
  return !isPlace && !isKnownPerson(scene, at, end) && mentionEnd(scene, at) < end;
});

/** Whatever may publish a review: any name but that of a person who is known. */
export const outletEnds: Ends = (scene, at) =>
  organisationEnds(scene, at)
    .filter((end) => !isKnownPerson(scene, at, end))
    .flatMap((end) => (isNumbered(scene, at, end) ? [end + 1, end] : [end]));

/** "News 18" */
function isNumbered(scene: Scene, at: number, end: number): boolean {
  return scene.linkEnd(at) === undefined && /^\d{1,2}$/.test(scene.words[end]?.text ?? '');
}

/** What gives awards: a name with a word that such names have, or one that is linked. */
export const bodyEnds = organisations((scene, at, end) => {
  if (mentionEnd(scene, at) >= end) return false;
  if (scene.linkEnd(at) === end) return true;
  return scene.words.slice(at, end).some(({ lower }) => scene.context.givers.has(lower));
});

export const festivalEnds: Ends = (scene, at) => {
  const { words, context } = scene;
  const isFestival = (end: number): boolean => {
    const { lower = '' } = words[end] ?? {};
    return context.tables.festivals.has(lower) || lower.endsWith('festival');
  };
  return organisationEnds(scene, at).flatMap((end) => {
    const last = words.findLastIndex((_, index) => at <= index && index < end && isFestival(index));
    if (last >= 0) return [goesBeyond(scene, at, last, end) ? last + 1 : end];
    // "The 14th Stone film festival"
    const noun = context.tables.festivalWords.has(words[end]?.lower ?? '') ? end + 1 : end;
    return isFestival(noun) ? [noun + 1] : [];
  });
};

/** Whether what stands behind "festival" is no part of its name: where it was or what it showed. "Festival of Stone" goes on, and so does a year. */
function goesBeyond(scene: Scene, at: number, festival: number, end: number): boolean {
  const { words } = scene;
  const next = words[festival + 1];
  if (festival + 1 >= end || festival === at || scene.linkEnd(at) !== undefined) return false;
  const isFirst =
    /^(?:the|first|second|third|\d+\w*)$/.test(words[festival - 1]?.lower ?? '') && festival - 1 === at;
  return !isFirst && isCapital(next);
}

function organisations(isOne: (scene: Scene, at: number, end: number) => boolean): Ends {
  return (scene, at) => organisationEnds(scene, at).filter((end) => isOne(scene, at, end));
}

function isOutlet(scene: Scene, at: number, end: number): boolean {
  const name = textOf(scene, at, end);
  if (isKnownPerson(scene, at, end)) return false;
  const { tables } = scene.context;
  return isPublicationAt(scene, at, end) || isOrganisation(name, tables) || name.startsWith('The ');
}

function isKnownPerson(scene: Scene, at: number, end: number): boolean {
  return scene.context.known.isNamed(textOf(scene, at, end));
}

function isPublicationAt({ words, context }: Scene, at: number, end: number): boolean {
  const name = words.slice(at, end).map(({ text }) => text);
  return isPublication(name, context.tables);
}

function isLinkedName(scene: Scene, at: number): boolean {
  return scene.linkEnd(at) !== undefined && isCapital(scene.words[at]);
}

/** "Composer Ann Lee" names Ann Lee. */
function isOccupation({ words, context }: Scene, at: number): boolean {
  return context.tables.occupations.has((words[at] as Word).lower);
}

/** Most words of the subject's name that are looked at. */
const longestMention = 8;

/** Whether a word belongs to a mention of the subject that begins before it. */
function isPartOfMention(scene: Scene, at: number): boolean {
  for (let before = Math.max(0, at - longestMention); before < at; before++) {
    if (mentionEnd(scene, before) > at) return true;
  }
  return false;
}

/** The name of a language that the tables know. */
export const languageEnds = one(({ words, context }, at) =>
  isCapital(words[at]) && context.tables.languages.has((words[at] as Word).lower) ? at + 1 : 0,
);
