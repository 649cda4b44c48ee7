import type { Format, Tables } from './format.js';
import { lookedUp } from './format.js';
import { percentageOf } from './measures.js';
import type { Templates } from './templates.js';

/**
 * The words that the templates of a name show besides those of their parameters; null where they show these as they stand.
 *
 * @param given the words of their parameters, in lower case, some of which may be looked up in tables
 */
export function addedWords(
  templates: Templates,
  name: string,
  given: () => readonly string[],
): string | null {
  const { action, star } = templates.named(name);
  if (action?.does === 'show') {
    const shown = Object.values(action.shows ?? { any: action.show });
    // What a template tells of its words is in its name, which may be another word for it.
    const said = (action.says ?? []).filter(({ what }) => what === 'currency').map(({ format }) => format);
    // And so is the title that it leads to: `{{flag|Norway}}`.
    const led = action.link ? [action.link] : [];
    return [...shown, ...said, ...led]
      .map((format) => wordsIn(format, templates.tables, star, given))
      .join(' ');
  }
  if (action?.does === 'duration') return 'h min s';
  if (action?.does === 'percentage') {
    const [part = '', whole = '', decimals = ''] = given().filter((word) => /^\d+$/.test(word));
    return `${percentageOf(part, whole, decimals) ?? ''}%`;
  }
  return action?.does === 'measure' || action?.does === 'coordinates' ? '' : null;
}

function wordsIn(format: Format, tables: Tables, star: string, given: () => readonly string[]): string {
  return format
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('group' in part) return wordsIn(part.group, tables, star, given);
      if (part.names[0] === '*') return lookedUp(tables, star, part.tables);
      const looked = part.tables ? lookedUpIn(part.tables, tables, given()) : [];
      return [part.otherwise ?? '', ...looked].join(' ');
    })
    .join(' ');
}

/** What tables say of words that are given, each also of what those before it say. */
function lookedUpIn(names: readonly string[], tables: Tables, given: readonly string[]): readonly string[] {
  const known = new Set(given.flatMap((word) => [word, word.replace(/^0+(?=\d)/, '')]));
  const looked: string[] = [];
  for (const name of names) {
    const found = [...(tables.get(name) ?? [])]
      .filter(([key]) => wordsOf(key).every((word) => known.has(word)))
      .map(([, value]) => value);
    looked.push(...found);
    for (const word of found.flatMap(wordsOf)) known.add(word);
  }
  return looked;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
