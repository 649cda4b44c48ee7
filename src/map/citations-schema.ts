import { z } from 'zod';

const words = z.array(z.string());

/** The table of citations: see mappings/wikitext/citations.yaml. */
export const citationsSchema = z.strictObject({
  full: words.describe('Templates that say which source it is.'),
  not: words.describe('Templates that are called like those and cite nothing.'),
  short: words.describe('Templates that give the names, the year and the pages of a source cited elsewhere.'),
  named: words.describe('Templates whose parameters are names of footnotes.'),
  notes: words.describe('Templates of notes, which are no source themselves.'),
  between: words.describe('Templates that may stand between words and the footnotes behind them.'),
  groups: words.describe('Groups of footnotes that are notes.'),
  columns: words.describe('Headings of columns that hold the sources of their rows.'),
  conjunctions: words.describe('Words that end what a footnote in the middle of a sentence stands behind.'),
  people: z
    .array(
      z.strictObject({
        last: words,
        first: words,
        link: words.describe('Parameters that hold the title of the page about the person.'),
        property: z.string(),
      }),
    )
    .describe(
      'Parameters that hold the parts of a name, which end in a number where there are several people.',
    ),
  parameters: z.array(
    z.strictObject({
      property: z.string(),
      names: words.describe(
        'Names of the parameter, the first one given counts; `{n}` is a number, or nothing.',
      ),
      reads: z.enum(['text', 'code', 'url', 'date', 'agent', 'organisation', 'part', 'identifier']),
      class: z.string().optional().describe('Of what a part is.'),
      scheme: z.string().optional(),
      address: z.string().includes('{id}').optional(),
      pattern: z.string().optional().describe('The form of the whole of an identifier.'),
      most: z.literal(1).optional(),
    }),
  ),
  ignored: words.describe('Parameters that only say how a citation looks.'),
});

export type CitationEntries = z.infer<typeof citationsSchema>;
