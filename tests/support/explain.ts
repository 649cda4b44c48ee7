import type { Explanation, Unit } from '../../src/explain/explanation.js';
import { explainConversion } from '../../src/explain.js';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import type { Source } from '../../src/source.js';

const opened = openWorkshop();

/** Converts and explains a source with the package's own settings. */
export async function explainSource(given: string | Source): Promise<Explanation> {
  const { workshop, problems } = await opened;
  if (!workshop) throw new Error(JSON.stringify(problems));
  const source = typeof given === 'string' ? { name: 'test.txt', text: given } : given;
  const conversion = await convertSource(source, workshop, { base: 'https://example.org/', language: 'en' });
  return explainConversion(source, conversion, workshop);
}

/** All units of an explanation, in their order. */
export function unitsOf({ parts }: Explanation): Unit[] {
  return parts.flatMap(({ units }) => units);
}

/** The words of a unit, its texts apart. */
export function wordsOf({ words }: Unit): string[] {
  return words.map(({ pieces }) => pieces.map(({ text }) => text).join(''));
}

/** A statement as a line: `Oona Brandt schema:name "Oona Brandt"`. */
export function lineOf({ statements }: Explanation, index: number): string {
  const statement = statements[index];
  if (!statement) throw new Error(`there is no statement ${index}`);
  const { subject, predicate, object } = statement;
  return `${subject.label} ${predicate.label} ${'iri' in object ? object.label : `"${object.value}"`}`;
}

/** The words that a statement was read from, wherever they stand. */
export function wordsBehind(explanation: Explanation, index: number): string[] {
  return unitsOf(explanation).flatMap(({ words }) =>
    words.flatMap(({ pieces }) => {
      const own = pieces.filter(({ statements }) => statements.includes(index));
      return own.length > 0 ? [own.map(({ text }) => text).join('')] : [];
    }),
  );
}
