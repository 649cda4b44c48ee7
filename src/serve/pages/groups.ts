/** How the parts of a thing are shown, by their class: data, not code. */

/** A way from a part to what a column shows; `^` goes against the direction of statements. */
export type Path = readonly string[];

export interface Column {
  readonly label: string;
  readonly path: Path;
}

export interface PartGroup {
  readonly class: string;
  readonly id: string;
  readonly title: string;
  /** The first column that has something names the row. */
  readonly columns: readonly Column[];
  /** By what rows are ordered. */
  readonly order: readonly Path[];
}

const column = (label: string, ...path: string[]): Column => ({ label, path });

export const partGroups: readonly PartGroup[] = [
  {
    class: 'schema:PerformanceRole',
    id: 'cast',
    title: 'Cast',
    columns: [
      column('Performer', 'schema:actor'),
      column('Character', 'schema:characterName'),
      column('Description', 'schema:description'),
    ],
    order: [['schema:position']],
  },
  {
    class: 'schema:PublicationEvent',
    id: 'releases',
    title: 'Releases',
    columns: [
      column('Date', 'schema:startDate'),
      column('Place', 'schema:location'),
      column('Event', 'schema:superEvent'),
      column('Publisher', 'schema:publishedBy'),
      column('Note', 'schema:description'),
    ],
    order: [['schema:startDate'], ['schema:location']],
  },
  {
    class: 'schema:ScreeningEvent',
    id: 'screenings',
    title: 'Screenings',
    columns: [
      column('Date', 'schema:startDate'),
      column('Festival', 'schema:superEvent'),
      column('Place', 'schema:location'),
    ],
    order: [['schema:startDate']],
  },
  {
    class: 'award:Recognition',
    id: 'awards',
    title: 'Awards',
    columns: [
      column('Award', 'award:body'),
      column('Edition', 'award:edition'),
      column('Year', 'award:year'),
      column('Date', 'award:ceremonyDate'),
      column('Category', 'award:category'),
      column('Recipient', 'award:recipient'),
      column('Outcome', 'award:outcome'),
      column('Result', 'award:result'),
    ],
    order: [['award:year'], ['award:body'], ['award:category']],
  },
  {
    class: 'schema:AggregateRating',
    id: 'ratings',
    title: 'Ratings',
    columns: [
      column('By', 'schema:author'),
      column('Rating', 'schema:ratingValue'),
      column('of at most', 'schema:bestRating'),
      column('Reviews', 'schema:reviewCount'),
    ],
    order: [['schema:author']],
  },
  {
    class: 'schema:ListItem',
    id: 'lists',
    title: 'Lists',
    columns: [
      column('Place', 'schema:position'),
      column('List', '^schema:itemListElement', 'schema:name'),
      column('By', '^schema:itemListElement', 'schema:creator'),
      column('Published', '^schema:itemListElement', 'schema:datePublished'),
    ],
    order: [['schema:position']],
  },
];

/** Classes whose things are shown where they are spoken of, or in a way of their own. */
export const shownElsewhere: readonly string[] = [
  'schema:MonetaryAmount',
  'schema:QuantitativeValue',
  'schema:ItemList',
  'schema:Review',
  'schema:WebPageElement',
];

/** What the head of the page shows, and no list of facts need repeat. */
export const shownInHead: readonly string[] = [
  'rdf:type',
  'schema:name',
  'schema:abstract',
  'schema:mainEntityOfPage',
  'schema:mainEntity',
  'schema:hasPart',
];

/** In which order facts are told; all others follow by their label. */
export const factOrder: readonly string[] = [
  'schema:alternateName',
  'film:literalTitle',
  'schema:description',
  'schema:genre',
  'schema:datePublished',
  'schema:countryOfOrigin',
  'schema:inLanguage',
  'schema:duration',
  'film:minimumDuration',
  'film:maximumDuration',
  'schema:director',
  'film:screenwriter',
  'film:storyAuthor',
  'schema:isBasedOn',
  'schema:producer',
  'film:executiveProducer',
  'film:starring',
  'film:narrator',
  'film:cinematographer',
  'film:editor',
  'schema:musicBy',
  'schema:productionCompany',
  'film:distributor',
  'film:budget',
  'film:boxOffice',
  'film:filmingLocation',
];
