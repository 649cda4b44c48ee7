/** Renderings of one article as plain text, plain-forms.yaml, and texts that only look like some. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import { shorten } from '../../src/rdf/vocabulary.js';

const part = z.enum(['title', 'box', 'lead', 'castHead', 'cast', 'awardsHead', 'awards']);
const forms = z
  .strictObject({
    article: z.record(part, z.string()),
    facts: z.array(z.string()),
    forms: z.record(z.string(), z.partialRecord(part, z.string())),
    nothing: z.record(z.string(), z.string()),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, 'plain-forms.yaml'), 'utf8')));

const opened = openWorkshop();

/** What is stated of things by what is kept as it stands, and by no text of the page. */
async function factsOf(text: string): Promise<string[]> {
  const { workshop } = await opened;
  if (!workshop) throw new Error('The package’s own mappings have errors.');
  const source = { name: 'case.txt', text, title: 'Grey Lamp' };
  const { statements, report } = await convertSource(source, workshop, {
    base: 'https://example.org/',
    language: 'en',
    mentions: false,
  });
  expect(report?.conforms).toBe(true);
  const lines = statements
    .filter(({ subject }) => subject.value.includes('/resource/'))
    .map(({ subject, predicate, object }) => {
      const terms = [subject, predicate, object].map(({ value }) =>
        shorten(value).replace(/^https:\/\/example\.org\/(?:resource|page)\//, ''),
      );
      return terms.join(' ');
    });
  return [...new Set(lines)].filter((line) => !/ (?:raw:|schema:abstract)/.test(line)).sort();
}

function written(parts: Partial<typeof forms.article>): string {
  const { title, box, lead, castHead, cast, awardsHead, awards } = { ...forms.article, ...parts };
  return [title, box, lead, `${castHead}\n${cast}`, `${awardsHead}\n${awards}`].join('\n\n');
}

describe('the same facts', () => {
  it.each(Object.entries(forms.forms))('%s', async (_, parts) => {
    const facts = await factsOf(written(parts));
    expect(forms.facts.filter((fact) => !facts.includes(fact))).toEqual([]);
    expect(facts).toEqual(await factsOf(written({})));
  });
});

describe('no facts', () => {
  it.each(Object.entries(forms.nothing))('%s', async (_, words) => {
    const { title, lead } = forms.article;
    const text = `${title}\n\n${lead}\n\n`;
    expect(await factsOf(`${text}${words}\n`)).toEqual(await factsOf(text));
  });
});
