import type { Format } from './format.js';
import { lookedUp } from './format.js';
import type { Templates } from './templates.js';

/** The words that the templates of a name show besides those of their parameters; null where they show these as they stand. */
export function addedWords(templates: Templates, name: string): string | null {
  const { action, star } = templates.named(name);
  if (action?.does === 'show') {
    const shown = Object.values(action.shows ?? { any: action.show });
    // What a template tells of its words is in its name, which may be another word for it.
    const said = (action.says ?? []).filter(({ what }) => what === 'currency').map(({ format }) => format);
    return [...shown, ...said].map((format) => wordsIn(format, templates.tables, star)).join(' ');
  }
  if (action?.does === 'duration') return 'h min s';
  if (action?.does === 'percentage') return '%';
  return action?.does === 'measure' || action?.does === 'coordinates' ? '' : null;
}

function wordsIn(format: Format, tables: Templates['tables'], star: string): string {
  return format
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('group' in part) return wordsIn(part.group, tables, star);
      if (part.names[0] === '*') return lookedUp(tables, star, part.tables);
      const looked = (part.tables ?? []).flatMap((table) => Object.values(tables[table] ?? {}));
      return [part.otherwise ?? '', ...looked].join(' ');
    })
    .join(' ');
}
