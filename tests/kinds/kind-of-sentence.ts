import { classify } from '../../src/map/classify.js';
import { mappings } from '../support/convert.js';
import { parse } from '../support/parse.js';

const kinds = new Set([
  'person',
  'officeholder',
  'footballer',
  'musical-artist',
  'settlement',
  'river',
  'album',
  'television',
  'company',
  'university',
  'species',
  'ship',
  'film',
]);

/** Kinds that have the fields of one of these and are no sort of it. */
const apart = new Set(['region', 'island']);

/** The kind that a page with this first paragraph is of, whether or not there is a mapping for it. */
export async function kindOfSentence(text: string, title = titleOf(text)): Promise<string | null> {
  const found = await kindsOfSentence(text, title);
  return found.some((one) => apart.has(one)) ? null : (found.find((one) => kinds.has(one)) ?? null);
}

/** That kind and those that it is a sort of, the nearest first. */
export async function kindsOfSentence(text: string, title: string): Promise<readonly string[]> {
  const { article } = parse(`= ${title} =\n\n${text}\n`);
  return classify(article, await mappings()).topic?.line ?? [];
}

/** What a sentence calls its subject first. */
function titleOf(text: string): string {
  const before = /^.*?(?=,? (?:is|was|are|were|may)\b| \(|,)/.exec(text)?.[0] ?? text;
  const name = before.replace(/^(?:The|An?|Dame|In \w+(?: \w+)?) (?!Grey Lamps|Salt Awards)/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
