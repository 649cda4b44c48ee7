import type { UsualWords } from '../source/usual-words.js';
import type { Mappings } from './compile-mappings.js';
import { labelKey } from './label-key.js';

/** The words that plain text is read by: those of all kinds, and those of the renderings. */
export function usualWords({ index, topics, performances, recognitions, renderings }: Mappings): UsualWords {
  const isOneOf = (words: Iterable<string>): ((written: string) => boolean) => {
    let keys: Set<string> | null = null;
    const keysOfAll = (): Set<string> => {
      const found = new Set([...words].map(labelKey));
      found.delete('');
      return found;
    };
    return (written) => {
      keys ??= keysOfAll();
      return keys.has(labelKey(written));
    };
  };
  const containers = new Map(
    Object.entries(renderings.containers).flatMap(([name, labels]) =>
      labels.map((label) => [labelKey(label), name as keyof typeof renderings.containers] as const),
    ),
  );
  const { labels, sections } = index;
  const noteMarks = new Set(renderings.noteMarks);
  return {
    isLabel: isOneOf([...labels, ...topics.fields.keys()]),
    isHeading: isOneOf([...sections, ...performances.plots, ...renderings.headings, ...renderings.boxes]),
    isBoxHeading: isOneOf(renderings.boxes),
    isListHeading: isOneOf(sections),
    isColumn: isOneOf([performances, recognitions].flatMap(({ columns }) => Object.values(columns).flat())),
    isFurniture: isOneOf(renderings.furniture),
    isNoteMark: (words) => noteMarks.has(words.toLowerCase()),
    container: (label) => containers.get(labelKey(label)),
  };
}
