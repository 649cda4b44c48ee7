/** Infobox templates: boxes of fields. */
import type { Field, Text } from '../../article.js';
import type { Call, Parameter } from './call.js';
import { isBlank } from './call.js';
import type { Page, Render, Stretch } from './page.js';
import { TextBuilder } from './text-builder.js';

/** Reads an infobox into what was found on the page. A box inside it is one of its own. */
export function readInfobox(page: Page, call: Call, render: Render): void {
  const { locator, templates, found } = page;
  const fields: Field[] = [];
  found.openFields.push(fields);
  let title: { text: Text; rank: number } | null = null;
  for (const parameter of call.parameters) {
    const field = readField(page, parameter, render);
    if (!field) continue;
    const rank = field.key ? templates.titles.indexOf(parameter.name.toLowerCase()) : -1;
    const [words] = field.values;
    if (rank >= 0 && words && (!title || rank < title.rank)) {
      title = { text: words, rank };
    }
    fields.push(field);
  }
  found.openFields.pop();
  const titleText = title?.text ?? null;
  found.infoboxes.push({
    type: 'infobox',
    span: locator.span(call.begin, call.end),
    template: locator.text(call.nameBegin, call.nameEnd),
    title: titleText,
    fields: fields.filter(({ values }) => values[0] !== titleText),
  });
}

/** A value may begin with a bullet on the line of its parameter's name. */
function renderValue({ source }: Page, stretch: Stretch, out: TextBuilder, render: Render): void {
  let { begin } = stretch;
  while (begin < stretch.end && source.charCodeAt(begin) <= 32) begin++;
  const isBullet = source.charCodeAt(begin) === 42;
  if (isBullet) out.item(begin);
  render(isBullet ? { ...stretch, begin: begin + 1 } : stretch, out);
}

/** A parameter as a field; null where it has no value. */
export function readField(page: Page, parameter: Parameter, render: Render): Field | null {
  const { source, locator } = page;
  if (isBlank(source, parameter)) return null;
  const out = new TextBuilder(source, locator);
  renderValue(page, parameter, out, render);
  const values = out.finishItems();
  if (values.length === 0) return null;
  const { nameBegin, nameEnd, begin, end, isNamed } = parameter;
  const key = isNamed ? locator.text(nameBegin, nameEnd) : null;
  return { type: 'field', span: locator.trimmedSpan(isNamed ? nameBegin : begin, end), key, values };
}
