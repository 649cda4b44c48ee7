import { labelKey } from '../map/label-key.js';
import type { MappingFile } from '../map/mapping-schema.js';
import type { ParsedMappingFile } from '../map/parsed-file.js';
import type { Problem } from '../problem.js';
import type { TextFile } from '../source.js';
import { finding } from './finding.js';

const signs = ['templates', 'titles', 'nouns'] as const;

type Signs = { readonly [Sign in (typeof signs)[number]]?: readonly string[] | undefined };

/**
 * No template, no word behind a title and no noun is a sign of two topics, and every wider topic is known. Kinds of one's own may
 * take what the package's topics claim.
 */
export function* lintTopics(
  parsed: readonly ParsedMappingFile[],
  files: readonly TextFile[],
): Generator<Problem> {
  const owners = new Map<string, string>();
  for (const { name, data } of parsed) {
    const file = files.find((one) => one.name === name) ?? name;
    for (const [topic, words, sign] of claimsOf(data)) {
      const key = `${sign} ${sign === 'templates' ? labelKey(words) : words.toLowerCase()}`;
      const owner = owners.get(key) ?? topic;
      owners.set(key, topic);
      if (owner === topic) continue;
      const message = `"${words}" stands under ${sign} of ${owner} and of ${topic}; only one of them can have it.`;
      yield finding('double-sign', message, file, words);
    }
    if (!('table' in data) || data.table !== 'topics') continue;
    const { topics } = data.entries;
    for (const [topic, { is = topic }] of Object.entries(topics)) {
      if (is in topics) continue;
      yield finding('unknown-topic', `${topic} is said to be a ${is}, which is no topic.`, file, `${topic}:`);
    }
  }
}

function claimsOf(data: MappingFile): (readonly [topic: string, words: string, sign: string])[] {
  return topicsOf(data).flatMap(([topic, claims]) =>
    signs.flatMap((sign) => (claims[sign] ?? []).map((words) => [topic, words, sign] as const)),
  );
}

function topicsOf(data: MappingFile): [topic: string, claims: Signs][] {
  if ('kind' in data) return [[data.kind, data.signs]];
  return 'table' in data && data.table === 'topics' ? Object.entries(data.entries.topics) : [];
}
