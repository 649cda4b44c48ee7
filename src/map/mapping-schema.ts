/**
 * What a mapping file may say. The one definition of it: TypeScript's types, the check of a user's own files and
 * mappings/mapping.schema.json all come from here.
 */
import { z } from 'zod';
import { citationsSchema } from './citations-schema.js';
import type { BesideSort, OptionName } from './value-options.js';
import { besideSorts, valueOptions } from './value-options.js';

const words = z.array(z.string().min(1));
const curie = z
  .string()
  .regex(/^[A-Za-z][\w-]*:[\w-]+$/, 'must be a compact IRI such as schema:director')
  .describe('A compact IRI; its prefix is a built-in one or declared under `prefixes`.');

const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** The name of a type of value; the table of types says which there are. */
export const valueName = z.string().describe('How the value is read, and what it becomes.');

const beside = z.strictObject(
  Object.fromEntries(besideSorts.map((sort) => [sort, z.strictObject({ property: curie }).optional()])) as {
    [Sort in BesideSort]: z.ZodOptional<z.ZodObject<{ property: z.ZodString }>>;
  },
);
const terms = z.record(z.string().min(1), words.min(1));
const optionSorts = { term: curie, text: z.string(), flag: z.literal(true), beside, terms };
const options = Object.fromEntries(
  Object.entries(valueOptions).map(([name, { sort, description }]) => [
    name,
    optionSorts[sort].optional().describe(description),
  ]),
) as {
  readonly [Name in OptionName]: z.ZodOptional<(typeof optionSorts)[(typeof valueOptions)[Name]['sort']]>;
};

/** How a value is read and what it is stated as. */
const reading = {
  property: curie,
  value: valueName,
  ...options,
  most: z.int().min(1).optional().describe('How many values a subject has at most.'),
  least: z.number().optional().describe('The least value that can be right.'),
  greatest: z.number().optional().describe('The greatest value that can be right.'),
  pattern: z.string().optional().describe('A regular expression that the whole value fits.'),
  before: id.optional().describe('The field whose value cannot be earlier.'),
  after: id.optional().describe('The field whose value cannot be later.'),
};

/** What is said of a term of one's own, for the vocabulary that is made of it. */
const termWords = {
  label: z.string().optional().describe('What it is called, in English.'),
  comment: z.string().optional().describe('What it means, in English.'),
  domain: curie.optional().describe('The class of what has the property.'),
  super: curie.optional().describe('The property, or the class, that it is a sort of.'),
  wikidata: z
    .string()
    .regex(/^P\d+$/)
    .optional()
    .describe('The same property of Wikidata.'),
  dbpedia: z.string().regex(/^\w+$/).optional().describe('The same property of the DBpedia ontology.'),
};

const termsSchema = z
  .record(curie, z.strictObject(termWords))
  .default({})
  .describe(
    'What terms of one’s own mean that are not the property of a field: of groups, options and classes.',
  );

const labels = words.min(1).describe('Infobox labels and parameter names, in any case and number.');
const sign = z.boolean().optional().describe('Whether having this field is a sign of this kind.');

const fieldSchema = z
  .union([
    labels,
    z
      .strictObject({ ...reading, ...termWords, labels: labels.optional(), sign })
      .partial()
      .describe('What is absent is as the library says, or as the kind above says.'),
  ])
  .describe('An infobox field: a field of the library by its id, or one of this kind alone.');

const fieldsSchema = z.record(id, fieldSchema);
const ignoreSchema = words
  .default([])
  .describe('Parameters that mean nothing for the graph, such as image sizes.');

const groupsSchema = z
  .record(
    id,
    z.strictObject({
      property: curie.describe('By which the subject leads to each.'),
      class: curie,
      label: termWords.label,
      comment: termWords.comment,
      name: z
        .array(id)
        .default([])
        .describe('The fields whose words name it; absent, the first that is given.'),
      aligned: z
        .boolean()
        .optional()
        .describe(
          'Whether fields that list several values go side by side: the first of each belong together, and so on.',
        ),
      needs: z
        .array(id)
        .default([])
        .describe('The fields without which the others mean nothing: one of them must be read.'),
      fields: fieldsSchema.describe('Of each; `{n}` in a label is a number, or nothing.'),
    }),
  )
  .default({})
  .describe('Fields that belong together and repeat: those of one number are one part of the subject.');

const pairsSchema = z
  .array(
    z.strictObject({
      label: z.string().min(1).describe('The parameter that says what the other means.'),
      value: z.string().min(1),
      meanings: z
        .record(z.string().min(1), z.union([id, z.strictObject({ ...reading, ...termWords }).partial()]))
        .describe(
          'By the words of the first, several with bars between, `* county` for any words that end so: a field of the library, or one of its own.',
        ),
      unlabelled: z
        .string()
        .min(1)
        .optional()
        .describe('What the second means where the first is not given: words of `meanings`.'),
    }),
  )
  .default([])
  .describe('Pairs of parameters of which one decides what the other means.');

const listsSchema = z
  .record(
    id,
    z.strictObject({
      sections: words
        .min(1)
        .describe('The headings under which it stands; the first is what such a list is called.'),
      property: curie.optional().describe('By which the subject leads to what each row tells of.'),
      class: curie
        .optional()
        .describe('The class of that; absent, what a row says is said of the subject itself.'),
      label: termWords.label,
      comment: termWords.comment,
      name: z
        .strictObject({
          columns: words.min(1).describe('The headers of the column that names what a row tells of.'),
          years: z.literal(true).optional().describe('Names may be years, as those of seasons are.'),
          link: z
            .strictObject({
              property: curie,
              class: curie,
              unlinked: z
                .literal(true)
                .optional()
                .describe('Names without a link are things too, as members of a band are.'),
            })
            .optional()
            .describe('By which that leads to the thing of the page that its name links to.'),
        })
        .optional(),
      position: curie.optional().describe('Of the place that a row has in its list.'),
      fields: fieldsSchema
        .default({})
        .describe(
          'What the other columns say; labels are headers of columns, those above before those below; `{heading}` the heading over the list.',
        ),
      details: words
        .default([])
        .describe(
          'Headers of columns whose cells hold lines such as `Label: Stone`, each for another field.',
        ),
      sums: words.default([]).describe('What rows begin with that sum up others, and tell of nothing.'),
      ignore: words.default([]).describe('Headers of columns that mean nothing for the graph.'),
      items: words
        .default([])
        .describe('How the items of a list are written: `"{name}"[ ({year})] …`; the first that fits holds.'),
      under: words
        .default([])
        .describe('How items are written that stand a level below the name of what they tell of.'),
      lines: words
        .default([])
        .describe('How templates that list such things write each on a line, in the same way.'),
    }),
  )
  .default({})
  .describe('Lists and tables of which each row tells of one thing.');

const layered = {
  fields: fieldsSchema.default({}),
  groups: groupsSchema,
  pairs: pairsSchema,
  lists: listsSchema,
  ignore: ignoreSchema,
};

export const blockSchema = z
  .strictObject({ block: name, ...layered })
  .describe('Fields that many kinds share.');

export const librarySchema = z
  .strictObject({
    fields: name.describe('The family of these fields.'),
    prefix: z
      .string()
      .regex(/^[a-z][\w-]*$/)
      .optional()
      .describe('Of the terms of its own.'),
    namespace: z.url().optional().describe('What the prefix stands for.'),
    domain: curie
      .optional()
      .describe('The class of what has the properties of its own, unless an entry says another.'),
    comment: z.string().optional().describe('What these terms are about, for their vocabulary.'),
    entries: z.record(id, z.strictObject({ ...reading, ...termWords })),
    terms: termsSchema,
  })
  .describe('A family of fields, each said once for all kinds.');

export const kindSchema = z
  .strictObject({
    kind: name,
    is: name
      .optional()
      .describe('The kind that it is a sort of: what that says holds for it, unless it says otherwise.'),
    uses: z.array(name).default([]).describe('Blocks of fields that many kinds share.'),
    class: curie
      .optional()
      .describe(
        'The class of what an article of this kind is about; absent, that of the kind that it is a sort of.',
      ),
    prefixes: z.record(z.string(), z.url()).optional().describe('Namespaces of your own.'),
    terms: termsSchema,
    signs: z
      .strictObject({
        templates: words.optional().describe('Its infoboxes.'),
        titles: words
          .optional()
          .describe('Words that end the parenthesis behind a title, besides the nouns.'),
        nouns: words.optional().describe('What the first sentence says that the subject is.'),
        genres: words
          .optional()
          .describe(
            'Names of genres that stand for such a noun where the infobox looks like one of this kind.',
          ),
        relations: words
          .optional()
          .describe('What it may be besides, behind "and": "a novel and sequel to another".'),
        fields: z
          .strictObject({ least: z.int().min(1) })
          .optional()
          .describe('How many signs among the fields are enough.'),
      })
      .prefault({})
      .describe('How it is known, besides what mappings/values/topics.yaml says of the topic of its name.'),
    lead: z
      .strictObject({
        genre: curie.optional(),
        country: curie.optional(),
        occupation: curie
          .optional()
          .describe('Of what somebody is; then `country` needs an adjective that is said of the person.'),
        year: curie.optional(),
        ignore: words.default([]),
        life: z
          .strictObject({
            birthDate: curie,
            birthPlace: curie.optional(),
            deathDate: curie.optional(),
            deathPlace: curie.optional(),
          })
          .optional()
          .describe('What the parenthesis behind the name says: "(born 7 February 1931 in Oslo)".'),
      })
      .optional()
      .describe('What is read from the first sentence.'),
    ...layered,
    classBy: z
      .strictObject({
        field: id.describe('The field whose words decide.'),
        classes: z.record(z.string().min(1), curie).describe('By its words, several with bars between.'),
        topics: z
          .record(name, curie)
          .default({})
          .describe('Where the field is absent: by the topic that the first sentence names.'),
      })
      .optional()
      .describe('A class that is narrower than that of the kind, by what a field says.'),
    parts: words.default([]).describe('Further infoboxes that are about the same thing.'),
    within: z
      .record(z.string().min(1), z.strictObject({ kind: name, property: curie }))
      .default({})
      .describe(
        'Infoboxes that are about things of their own, by template: of which kind, and what leads to them.',
      ),
    recognised: z
      .enum(['work', 'recipient'])
      .optional()
      .describe(
        'What the subject is of the awards that its article tells of; its class says it where this does not.',
      ),
    sections: z
      .array(z.strictObject({ names: words.min(1), part: z.string(), bare: z.boolean().optional() }))
      .default([])
      .describe('Which part mapper reads the lists and tables under which heading.'),
  })
  .describe('A kind of article.');

const performancesSchema = z
  .strictObject({
    part: z.literal('performances'),
    property: curie,
    separators: words,
    reversed: words,
    either: words,
    announcing: words.describe('Words in the lead behind which performers are named.'),
    performers: words.describe(
      'Words in the parenthesis of a title that say that it is of somebody who performs.',
    ),
    selves: words,
    titles: words.describe('First words of roles.'),
    inside: words.describe('Small words inside roles.'),
    notCharacters: words,
    noRoles: words.describe('Words behind a separator that begin a clause and no role.'),
    endings: words,
    plots: words.describe('Headings of sections that tell what the characters do.'),
    voices: words.describe(
      'Words in headings of tables whose columns of performers are headed by a language alone.',
    ),
    versions: words.describe('Labels of columns of performers that say in which version they speak.'),
    dubs: words.describe('Words of headings that say in which version those below them speak.'),
    doubts: words.describe(
      'Words of sentences about a cast that speak of other works, of those who did not perform, or of what is not so.',
    ),
    plays: words.describe('The same as separators of what several performers do, in sentences.'),
    parts: words.describe('What leads to a role: "the part of Kim".'),
    groups: words.describe("Words of lines that head performers, and that are in nobody's name."),
    columns: z.strictObject({ performer: words, character: words, name: words, notes: words }),
  })
  .describe('How cast lists and cast tables are read.');

const recognitionsSchema = z
  .strictObject({
    part: z.literal('recognitions'),
    columns: z.strictObject({
      giver: words,
      award: words,
      year: words,
      category: words,
      recipient: words,
      work: words,
      result: words,
      ignored: words,
    }),
    outcomes: z.record(curie, words),
    aliases: z
      .record(z.string(), z.string())
      .describe('Short names of givers, and what they are short for; both without plural, in lower case.'),
    subjects: z
      .strictObject({ work: z.array(curie), recipient: z.array(curie) })
      .describe('Classes of subjects that are recognised as works, and of those that receive awards.'),
    words: z.strictObject({
      giver: words,
      prizes: words,
      superlatives: words,
      category: words,
      headings: words,
      openings: words.describe('Words that begin a heading of awards, whatever follows.'),
      named: words.describe('Those of `headings` that the name of who gives awards ends with.'),
      whole: words.describe('What ends such a name wherever it stands among them.'),
      clear: words.describe('Words of a sentence that say how all came out, beside others that need not.'),
      places: words.describe('What stands before who gave what a sentence announces.'),
      shared: words.describe('What stands in a line before those who are given its award.'),
      general: words,
    }),
  })
  .describe('How awards tables are read.');

interface NodeShape {
  class: string;
  part: string[];
  name: string;
  of?: string | undefined;
  occasion?: string | undefined;
  states: Record<string, string | number | NodeShape>;
}

const nodeSchema: z.ZodType<NodeShape> = z.lazy(() =>
  z
    .strictObject({
      class: curie,
      part: words.min(1).describe('What its IRI is made of: words, and slots in braces.'),
      name: z.string().describe('The slot that names it.'),
      of: curie.optional().describe('The property by which the subject leads to it.'),
      occasion: z
        .string()
        .optional()
        .describe(
          'The slot of the event at which it was once: what is told of again, with its number or year, is the same.',
        ),
      states: z
        .record(curie, z.union([z.string(), z.int(), nodeSchema]))
        .describe('By property: a slot, `thing` for the subject, a number, or a thing that belongs to it.'),
    })
    .describe('A thing that a sentence tells of.'),
);

const factSchema = z
  .union([
    z.strictObject({
      values: z.record(curie, z.string()).describe('Properties of the subject, each from a slot.'),
      language: z.string().optional().describe('The slot that names the language of the words.'),
      fills: z
        .boolean()
        .optional()
        .describe('Whether it is stated only where nothing else states the property.'),
    }),
    z.strictObject({ amount: curie, territory: curie }),
    z.strictObject({ release: curie, earliest: curie.optional() }),
    z.strictObject({ recognition: curie.describe('The outcome.') }),
    z.strictObject({
      taxon: curie.describe(
        'The property that leads to the taxon of the slot `taxon`, through those that are known already.',
      ),
    }),
    z.strictObject({
      node: nodeSchema,
      earliest: curie.optional(),
      fills: z.boolean().optional(),
      owners: z
        .record(z.string(), z.string())
        .optional()
        .describe(
          'By slot, another whose words say whose they are, as in "AFI\'s 100 Years": it is filled from there.',
        ),
    }),
  ])
  .describe('What is stated when a pattern fits.');

export const sentencesSchema = z
  .strictObject({
    sentences: z.string().describe('The kind of article whose sentences these patterns read.'),
    shares: z
      .string()
      .optional()
      .describe(
        'The kind whose words for what is not so hold here too: `gapStops`, `subordinators`, `turns`, `auxiliaries`, `denials`, `takebacks`, `clauseStarts`.',
      ),
    includes: z
      .string()
      .optional()
      .describe('The kind whose facts, phrases and patterns hold here too, before those of this file.'),
    subject: z.strictObject({
      nouns: words.describe('What stands for the subject behind "the".'),
      pronouns: words.default(['it']).describe('What stands for the subject alone.'),
      compounds: words
        .default([])
        .describe('What makes another thing of such a noun, or of the name of the subject.'),
      relatives: words.default([]).describe('What belongs to it and is not it: "the sequel to it".'),
      governors: words
        .default([])
        .describe('What stands between it and a thing that is named by it: "a book about it".'),
      versions: words.default([]).describe('What is the subject itself all the same: "a new version of it".'),
      markers: words.default([]).describe('What tells another work of its name from it: "the original".'),
      otherWorks: words
        .default([])
        .describe('What calls another work of its kind: behind it, such a noun may mean that one.'),
      laterWorks: words
        .default([])
        .describe('Those of `otherWorks` that the subject itself may be: "it is a sequel to".'),
      otherThings: words.default([]).describe('What calls another thing: behind it, "it" may mean that one.'),
      isPerson: z
        .boolean()
        .default(false)
        .describe(
          'Whether the last name stands for it too, and a pronoun only where no other person is named beside it.',
        ),
    }),
    names: z
      .strictObject({
        givers: words.default([]),
        categories: words.default([]),
        superlatives: words.default([]),
        categoryInner: words.default([]),
        works: words.default([]),
        listWords: words.default([]),
        listInner: words.default([]),
        listNouns: words.default([]),
        listBrands: words.default([]),
        seriesNouns: words.default([]),
        ratings: words.default([]),
        colours: words.default([]),
        sounds: words.default([]),
        placeWords: words.default([]),
      })
      .prefault({})
      .describe(
        'Words in the names of what gives awards, of what is given, of published lists, and of places.',
      ),
    gapStops: words.default([]).describe('Words behind which a gap of a pattern may not go on.'),
    subordinators: words.default([]).describe('The same where a name follows.'),
    turns: words
      .default([])
      .describe('The same where a name and one of the `auxiliaries` follow: "and Ann was".'),
    auxiliaries: words.default([]),
    denials: words
      .default([])
      .describe('Words that make a clause say that something is not, or is only thought.'),
    takebacks: words
      .default([])
      .describe('The same of words behind what is read: "a release in May was planned".'),
    clauseStarts: words.default([]).describe('Words with which another clause begins.'),
    foreignSections: words.default([]).describe('Headings of sections that are about other things.'),
    foreignEndings: words.default([]).describe('Words that end the headings of such sections.'),
    phrases: z.record(z.string(), z.string()).default({}),
    remembers: z
      .record(z.string(), z.string())
      .default({})
      .describe('Slots that hold for another, wherever that is named again: an outlet for its critic.'),
    facts: z.record(z.string(), factSchema),
    patterns: z.array(
      z.strictObject({
        rule: z.string().regex(/^[a-z][A-Za-z0-9-]*$/),
        fact: z.string(),
        says: words.default([]).describe('How it is said in sentences.'),
        columns: z
          .array(
            z.strictObject({
              labels: words.default([]).describe('Headers of the column; with `heads`, those above its own.'),
              heads: z
                .string()
                .optional()
                .describe('What all of a header must be; it says something of each cell under it.'),
              reads: z.string().describe('What all of a cell must be, or all of each of its lines.'),
              optional: z
                .literal(true)
                .optional()
                .describe('Whether the table may lack the column, and a row what it says.'),
            }),
          )
          .min(1)
          .optional()
          .describe('The columns of tables of which each row says it, instead of `says`.'),
        unless: words.default([]).describe('Words that, in the same clause, make it say something else.'),
        sections: words
          .optional()
          .describe('Words of which the heading of the section, or one above it, must have one.'),
        lead: z.literal(true).optional().describe('Whether it is read in the lead alone.'),
        items: z.literal(true).optional().describe('Whether it is read in the items of lists alone.'),
        follows: words
          .optional()
          .describe('Rules of which one must have read the sentence that a list stands under.'),
        carries: words.default([]).describe('Slots that the sentence before may have filled.'),
        needs: words.default([]).describe('Slots of which at least one must be filled.'),
        deniable: z
          .boolean()
          .default(true)
          .describe(
            'Whether it counts for nothing in a clause with a denial; what somebody is quoted to say does.',
          ),
        yields: words.default([]).describe('Rules before it; where one reads a sentence, this one does not.'),
        examples: z
          .array(z.strictObject({ text: z.string(), gives: z.array(z.record(z.string(), z.string())) }))
          .min(1),
        counterexamples: words.default([]),
      }),
    ),
  })
  .describe('How the sentences of a kind of article are read.');

const byName = <Entry extends z.ZodType>(entry: Entry) => z.record(z.string().min(1), entry);
const currencyCode = z.string().regex(/^[A-Z]{3}$/);

const templatesSchema = z
  .strictObject({
    infobox: z.strictObject({ names: words, titles: words, embedded: words, notes: words }),
    fields: words,
    hidden: z.array(words),
    pictures: words,
    pictureOptions: words,
    descriptions: words,
    identifiers: words,
    disambiguation: words,
    list: words,
    block: z.strictObject({ names: words, contents: words }),
    date: words,
    dates: words,
    duration: words,
    measure: words,
    percentage: words,
    coordinates: words,
    text: z.array(
      z.strictObject({
        names: words.optional(),
        codes: z.string().optional().describe('Table whose keys, in capitals, are names of the template.'),
        show: z.union([z.string(), z.record(z.string(), z.string())]),
        link: z.string().optional(),
        href: z.string().optional(),
        unless: z.string().optional(),
        languageSecond: z
          .boolean()
          .optional()
          .describe('Whether the second parameter is the code of a language, which older calls give first.'),
        language: z
          .union([z.string(), byName(z.string())])
          .optional()
          .describe('BCP 47 tag of the words that are shown, or the tag of each parameter.'),
        currency: z.string().optional().describe('ISO 4217 code of the amount that is shown.'),
        country: z.string().optional().describe('The country that is shown.'),
      }),
    ),
    tables: byName(byName(z.string())),
    interwiki: words,
    languages: words,
    unshown: words,
  })
  .describe('What templates of wikitext show.');

const renderingsSchema = z
  .strictObject({
    headings: words,
    boxes: words,
    furniture: words,
    noteMarks: words,
    containers: z.strictObject({ title: words, address: words, other: words }),
  })
  .describe('What renderings of articles as plain text put beside the words of the article.');

const topic = z.strictObject({
  is: z.string().optional().describe('The wider topic that it is a sort of.'),
  apart: z
    .boolean()
    .optional()
    .describe('Whether what is one of these is nothing else, whatever its infobox.'),
  named: z
    .enum(['thing', 'person'])
    .optional()
    .describe('Whether each has a name of its own: a common noun is none.'),
  sorts: z
    .boolean()
    .optional()
    .describe('Whether it is a sort of things: "a salt lamp is a lamp" is said of one of these.'),
  common: z
    .boolean()
    .optional()
    .describe('Whether its nouns mean it only if the subject is called by a common noun.'),
  templates: words.optional(),
  titles: words.optional(),
  titleStarts: words.optional().describe('How the titles of such articles begin.'),
  titleEnds: words
    .optional()
    .describe('With which words in small letters such titles end, if the first sentence names no topic.'),
  nouns: words.optional(),
  fields: words.optional().describe('Labels that an infobox of another topic does not have.'),
});

const topicsSchema = z
  .strictObject({
    silentTemplates: words.describe('Infoboxes that say nothing of what the article is about.'),
    unreal: z
      .strictObject({ topic: z.string(), words })
      .describe('Words before a noun that make of its thing one that is not.'),
    common: z
      .string()
      .describe('The topic of what is called by a common noun, if nothing else is known of it.'),
    topics: byName(topic),
  })
  .describe('What articles are about, of kinds that have a mapping and of those that have none.');

export const tableSchema = z.discriminatedUnion('table', [
  z.strictObject({
    table: z.literal('countries'),
    entries: byName(
      z.strictObject({
        currency: currencyCode.optional(),
        formerly: z.array(currencyCode).optional(),
        adjectives: words.optional(),
        also: words.optional(),
        parts: words.optional(),
        cities: words.optional(),
        qualified: z.boolean().optional(),
      }),
    ),
  }),
  z.strictObject({ table: z.literal('regions'), entries: words }),
  z.strictObject({ table: z.literal('languages'), entries: byName(z.string().min(2)) }),
  z.strictObject({
    table: z.literal('currencies'),
    entries: byName(
      z.strictObject({
        code: currencyCode.optional(),
        candidates: z.array(currencyCode).optional(),
        usual: currencyCode.optional(),
      }),
    ),
  }),
  z.strictObject({ table: z.literal('units'), entries: byName(z.string().min(1)) }),
  z.strictObject({
    table: z.literal('words'),
    entries: z.strictObject({
      months: z.array(words).length(12),
      multipliers: byName(z.int().min(1)),
      neutralMoneyNotes: words,
      equivalentMoneyNotes: words,
      approximations: words,
      qualifiers: z.strictObject({
        circa: words,
        before: words,
        after: words,
        early: words,
        middle: words,
        late: words,
      }),
      asOf: z.strictObject({ before: words, behind: words }),
      ongoing: words,
      compoundUnits: byName(byName(z.int().min(2))),
      festivals: words,
      festivalWords: words.describe(
        'What may stand in lower case between a festival\'s name and "festival".',
      ),
      fictional: words,
      conjunctions: words,
      companions: words,
      sharedNouns: words,
      innerWords: words,
      clauseWords: words,
      particles: words,
      particleConjunctions: words,
      decimalCommas: words,
      joinedPrefixes: words,
      nameSuffixes: words,
      organisations: words,
      honorifics: words,
      bylines: words,
      besideNames: words,
      offices: words,
      organisationSorts: words,
      personSorts: words,
      creditNotes: words,
      genericWorks: words,
      sameNames: words,
      languageSuffixes: words,
      abbreviations: words,
      endAbbreviations: words,
      sentenceStarters: words,
      runParticles: words,
      uncertain: words,
      notPlaces: words,
      aboutCountries: words,
      territoryWords: words,
      regionAdjectives: z.record(z.string(), z.string()),
      occupations: words,
      publications: words,
      numbers: words,
      ordinals: words,
      tens: words,
      tenths: words,
      running: z
        .strictObject({
          insideTitles: words.describe('Small words inside titles, behind which another name may begin too.'),
          titleConjunctions: words,
          articles: words,
          notForeign: words.describe('Words that stand in no title of another language.'),
          insidePlaces: words.describe('Small words inside the name of a place.'),
          turning: words.describe('With these a clause begins that speaks of what stands before it.'),
          pointers: words.describe('What points at the subject before a noun.'),
          joiners: words.describe('What joins its name to another.'),
          relations: words.describe('What leads from something to the subject: "the sequel to Salt".'),
          beings: words.describe('With these the subject is what follows.'),
          announcing: words.describe('With these a sentence announces a list behind it.'),
        })
        .describe('Where what a sentence says begins and ends.'),
      leads: z
        .strictObject({
          copulas: words.describe('What leads, with an article, to what the subject is.'),
          officeCopulas: words.describe('The same before an office, which needs no article.'),
          oneOf: words,
          articles: words,
          namings: words.describe('What goes on about a name right behind it.'),
          others: words.describe('Words before the verb that speak of something else.'),
          turns: words,
          pronouns: words,
          standIns: words.describe('What calls the subject instead of its name.'),
          standInArticles: words,
          possessions: words.describe('"The founder of X was a banker" is about the founder.'),
          owners: words,
          personCopulas: words.describe('With these a sentence says who somebody is.'),
          presentCopulas: words.describe('With these it may say what everyone of a sort is.'),
          centuries: words,
          asides: words.describe('How first sentences begin that speak of their subject in passing.'),
          determiners: words,
          phraseEnds: words.describe('Words behind which the head of a noun phrase has been said.'),
          verbs: words.describe('Verbs that may stand right behind it.'),
          participles: words.describe('Participles that their ending does not show.'),
          gerunds: words.describe('What ends in -ing and is a part of a compound: "sound editing".'),
          conjunctions: words,
          languageNouns: words.describe(
            'What makes an adjective of nationality before it a language, as in "an English teacher".',
          ),
          hatnotes: words.describe('How sentences begin that speak of the page and not of its subject.'),
        })
        .describe('How it is read what the first sentence says that the subject is.'),
    }),
  }),
  z.strictObject({
    table: z.literal('nothing'),
    entries: z.strictObject({
      words,
      counts: words,
      counted: words,
      pages: words.optional(),
      files: words.optional(),
    }),
  }),
  z.strictObject({
    table: z.literal('homonyms'),
    entries: words.describe(
      'Labels that mean something else in each kind; `lint` does not compare who ignores and who reads them.',
    ),
  }),
  z.strictObject({
    table: z.literal('links'),
    entries: z.strictObject({
      headings: words,
      alike: words.describe(
        'Headings, on a page that tells pages of like titles apart, of those with other titles.',
      ),
      own: words.describe('Words of a link to the site of the subject itself.'),
      subject: words.describe('How words begin that stand for the subject.'),
      prepositions: words,
      pictures: z
        .array(z.strictObject({ files: words, captions: words }))
        .describe('Labels of fields that hold the file of a picture, and those of the words below it.'),
      authorities: z
        .array(
          z.strictObject({
            scheme: z.string(),
            parameters: words,
            address: z.string().includes('{id}'),
            pattern: z.string().describe('The whole of a number; what its first group holds is the number.'),
          }),
        )
        .describe('Parameters of templates that give numbers of the subject in libraries and catalogues.'),
      catalogues: z.array(
        z.strictObject({
          scheme: z.string(),
          kinds: words,
          address: z.string(),
          pattern: z.string(),
          before: z.string().optional().describe('What its numbers begin with that is not always written.'),
          digits: z.number().int().positive().optional(),
        }),
      ),
    }),
  }),
  z.strictObject({
    table: z.literal('ranks'),
    entries: z.array(z.strictObject({ rank: z.string(), words })),
  }),
  z.strictObject({
    table: z.literal('fits'),
    entries: z
      .array(z.strictObject({ classes: words.describe('Of what a name names.'), kinds: words }))
      .describe('Of which kinds the page may be that a name without a link names.'),
  }),
  z.strictObject({ table: z.literal('templates'), entries: templatesSchema }),
  z.strictObject({ table: z.literal('renderings'), entries: renderingsSchema }),
  z.strictObject({ table: z.literal('topics'), entries: topicsSchema }),
  z.strictObject({ table: z.literal('citations'), entries: citationsSchema }),
]);

export const partSchema = z.discriminatedUnion('part', [performancesSchema, recognitionsSchema]);

export const mappingFileSchema = z.union([
  kindSchema,
  blockSchema,
  librarySchema,
  partSchema,
  tableSchema,
  sentencesSchema,
]);

export type KindFile = z.infer<typeof kindSchema>;
export type BlockFile = z.infer<typeof blockSchema>;
export type LibraryFile = z.infer<typeof librarySchema>;
export type LibraryEntry = LibraryFile['entries'][string];
export type GroupEntry = KindFile['groups'][string];
export type ListEntry = KindFile['lists'][string];
export type PairEntry = KindFile['pairs'][number];
export type FieldEntry = z.infer<typeof fieldSchema>;
export type PerformancesFile = z.infer<typeof performancesSchema>;
export type RecognitionsFile = z.infer<typeof recognitionsSchema>;
export type PartFile = z.infer<typeof partSchema>;
export type TableFile = z.infer<typeof tableSchema>;
export type TemplateTable = Extract<TableFile, { table: 'templates' }>;
export type RenderingsTable = Extract<TableFile, { table: 'renderings' }>;
export type LinksTable = Extract<TableFile, { table: 'links' }>;
export type FitsTable = Extract<TableFile, { table: 'fits' }>;
export type CitationsTable = Extract<TableFile, { table: 'citations' }>;
export type TopicsTable = Extract<TableFile, { table: 'topics' }>;
export type SentencesFile = z.infer<typeof sentencesSchema>;
export type FactSpec = z.infer<typeof factSchema>;
export type MappingFile = KindFile | BlockFile | LibraryFile | PartFile | TableFile | SentencesFile;
