/** Pictures of an infobox: files of the wiki, with the words below them. */
import type { NamedNode } from '@rdfjs/types';
import type { Field, Infobox, Text } from '../article.js';
import { holdsWikitext } from '../article.js';
import { isRfc3987 } from '../rdf/iri-syntax.js';
import { namedNode } from '../rdf/terms.js';
import { schema } from '../rdf/vocabulary.js';
import { pageUrl } from '../source/page-url.js';
import { upperFirst } from '../source/upper-first.js';
import type { Draft } from './draft.js';
import { labelKey } from './label-key.js';

export const emits = {
  classes: [schema.ImageObject],
  properties: [schema.image, schema.name, schema.caption],
};

const rule = 'article/picture';

/**
 * States what pictures a box shows of its subject. Without the address of the wiki nobody knows where they are.
 *
 * @returns the fields that are read so
 */
export function mapPictures(draft: Draft, box: Infobox, subject: NamedNode): ReadonlySet<Field> {
  const read = new Set<Field>();
  if (draft.options.pageBase === undefined) return read;
  for (const { file, caption, ofField, field } of picturesOf(draft, box)) {
    const picture = pictureOf(draft, file);
    if (!picture) continue;
    draft.state(subject, schema.image, picture, file.span, rule);
    draft.describe(picture, schema.ImageObject, file, rule);
    if (field) read.add(field);
    if (caption) draft.state(picture, schema.caption, draft.words(caption), caption.span, rule);
    if (ofField) read.add(ofField);
  }
  return read;
}

/** A picture of a box, its words, and the fields that hold them, if they are no part of the picture's own markup. */
interface BoxPicture {
  readonly file: Text;
  readonly caption: Text | null;
  readonly field?: Field;
  readonly ofField?: Field;
}

function* picturesOf({ mappings, article }: Draft, { fields, span }: Infobox): Generator<BoxPicture> {
  const captionsFor = (label: Text | null | undefined) =>
    mappings.links.pictures.get(labelKey(label?.value ?? ''));
  const isWords = ({ values: [words, ...others], key }: Field, captions: ReadonlySet<string>): boolean =>
    words !== undefined &&
    others.length === 0 &&
    captions.has(labelKey(key?.value ?? '')) &&
    !holdsWikitext(words);
  const below = (captions: ReadonlySet<string>): Pick<BoxPicture, 'caption' | 'ofField'> => {
    const field = fields.find((one) => isWords(one, captions));
    return field ? { caption: field.values[0] as Text, ofField: field } : { caption: null };
  };
  for (const field of fields) {
    const captions = captionsFor(field.key);
    const [file, ...others] = field.values;
    if (captions && file && others.length === 0) yield { file, field, ...below(captions) };
  }
  for (const picture of article.pictures ?? []) {
    const captions = captionsFor(picture.field);
    const isInside = picture.span.begin > span.begin && picture.span.end < span.end;
    if (!captions || !isInside) continue;
    const { file, caption } = picture;
    yield caption && !holdsWikitext(caption) ? { file, caption } : { file, ...below(captions) };
  }
}

/** Where the wiki shows a file (https://www.mediawiki.org/wiki/Help:Linking_to_files#Special:FilePath). */
function pictureOf({ options: { pageBase } }: Draft, { value, links }: Text): NamedNode | null {
  const name = /^(?:[\p{L}]{3,20}:\s*)?([^{}<>[\]|#\n:]+\.(?:jpe?g|png|svg|gif|tiff?|webp|xcf))$/iu.exec(
    value,
  )?.[1];
  if (pageBase === undefined || name === undefined || links !== undefined) return null;
  const address = pageUrl(`${pageBase}Special:FilePath/`, upperFirst(name.trim()));
  return isRfc3987(address) ? namedNode(address) : null;
}
