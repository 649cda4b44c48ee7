/** Infobox templates: boxes of fields. */
import type { Field, Picture, Text } from '../../article.js';
import type { Call, Parameter } from './call.js';
import { afterBullet, beginsWithBullet, isBlank } from './call.js';
import type { Page, Render } from './page.js';
import { TextBuilder } from './text-builder.js';
import { wordsAs } from './words.js';

/** Reads an infobox into what was found on the page. A box inside it is one of its own. */
export function readInfobox(page: Page, call: Call, render: Render): void {
  const { locator, templates, found } = page;
  const fields: Field[] = [];
  found.openFields.push(fields);
  let title: { text: Text; rank: number } | null = null;
  for (const parameter of call.parameters) {
    const field = readField(page, parameter, render);
    if (!field) continue;
    const rank = field.key ? templates.titles.get(parameter.name.toLowerCase()) : undefined;
    const [words] = field.values;
    if (rank !== undefined && words && (!title || rank < title.rank)) title = { text: words, rank };
    fields.push(field);
  }
  found.openFields.pop();
  const titleText = title?.text ?? null;
  found.infoboxes.push({
    type: 'infobox',
    span: locator.span(call.begin, call.end),
    template: nameOf(page, call),
    title: titleText,
    fields: titleText ? fields.flatMap((field) => withoutTitle(field, titleText)) : fields,
  });
}

/** How many fields make a template an infobox whose name says nothing. */
const leastFields = 3;

/**
 * Whether a template that is not known is an infobox: it has fields and nothing else, and the page has no box before it.
 * What only says how something is shown, or what is wrong with a page since when, is no field.
 */
export function isLoneBox({ units, templates, found }: Page, { action, parameters }: Call): boolean {
  if (action !== null || found.infoboxes.length > 0) return false;
  const filled = parameters.filter((parameter) => !isBlank(units, parameter));
  if (filled.some(({ name }) => /^\d*$/.test(name))) return false;
  const isField = (name: string): boolean => !templates.isUnshown(name) && !templates.notes.has(name);
  return new Set(filled.map(({ name }) => name.toLowerCase()).filter(isField)).size >= leastFields;
}

/** The name of the template, without the comments in it. */
function nameOf(page: Page, call: Call): Text {
  const written = page.locator.text(call.nameBegin, call.nameEnd).value;
  return named(page, call, written.replace(/<!--.*?-->/gs, ' ').trim() || written);
}

/** A name at the place where it is written, with the comments in it. */
function named(
  page: Page,
  { nameBegin, nameEnd }: Pick<Parameter, 'nameBegin' | 'nameEnd'>,
  name: string,
): Text {
  return wordsAs(page, name, nameBegin, nameEnd);
}

/** A field without the title, which stands for itself; none where nothing is left. */
function withoutTitle(field: Field, title: Text): Field[] {
  const [first, ...values] = field.values;
  if (first !== title) return [field];
  return values.length > 0 ? [{ ...field, values }] : [];
}

/** A field that holds pictures and no words is what they are for: `image = [[File:Salt.jpg|250px]]`. */
function nameField(page: Page, from: number, parameter: Parameter): void {
  const { shown } = page.found;
  for (let i = from; i < shown.length; i++)
    shown[i] = { ...(shown[i] as Picture), field: named(page, parameter, parameter.name) };
}

/** Whether the lines of a parameter all begin with bold or slanted words, or all with a number of something: those are a list. */
function areAlike(value: string): boolean {
  if (!value.includes('\n', 1)) return false;
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  return [/^\s*''/, /^\s*\d[\d.,–-]*\s+\p{L}/u].some((form) => lines.every((line) => form.test(line)));
}

/** A parameter as a field; null where it has no value. */
export function readField(page: Page, parameter: Parameter, render: Render): Field | null {
  const { units, locator } = page;
  parameter.isUsed = true;
  if (isBlank(units, parameter)) return null;
  const { nameBegin, begin, end, isNamed } = parameter;
  const out = new TextBuilder(page);
  out.keepsLines = areAlike(page.source.slice(begin, end));
  if (beginsWithBullet(units, parameter)) out.item(begin);
  const shown = page.found.shown.length;
  render(afterBullet(page, parameter), out);
  const values = out.finishItems();
  if (values.length === 0) {
    if (isNamed) nameField(page, shown, parameter);
    return null;
  }
  const key = isNamed ? named(page, parameter, parameter.name) : null;
  return { type: 'field', span: locator.trimmedSpan(isNamed ? nameBegin : begin, end), key, values };
}
