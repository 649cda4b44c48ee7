import type { UsualWords } from '../source/usual-words.js';
import type { Mappings } from './compile-mappings.js';
import { labelKey } from './label-key.js';

/** The words that plain text is read by: those of all kinds, and those of the renderings. */
export function usualWords({ kinds, topics, performances, recognitions, renderings }: Mappings): UsualWords {
  const isOneOf = (words: Iterable<string>): ((written: string) => boolean) => {
    const keys = new Set([...words].map(labelKey));
    keys.delete('');
    return (written) => keys.has(labelKey(written));
  };
  const containers = new Map(
    Object.entries(renderings.containers).flatMap(([name, labels]) =>
      labels.map((label) => [labelKey(label), name as keyof typeof renderings.containers] as const),
    ),
  );
  const sections = kinds.flatMap((kind) => [...kind.sections.keys()]);
  const noteMarks = new Set(renderings.noteMarks);
  return {
    isLabel: isOneOf([...kinds.flatMap(({ claims }) => claims.labelKeys), ...topics.fields.keys()]),
    isHeading: isOneOf([...sections, ...performances.plots, ...renderings.headings, ...renderings.boxes]),
    isBoxHeading: isOneOf(renderings.boxes),
    isListHeading: isOneOf(sections),
    isColumn: isOneOf([performances, recognitions].flatMap(({ columns }) => Object.values(columns).flat())),
    isFurniture: isOneOf(renderings.furniture),
    isNoteMark: (words) => noteMarks.has(words.toLowerCase()),
    container: (label) => containers.get(labelKey(label)),
  };
}
