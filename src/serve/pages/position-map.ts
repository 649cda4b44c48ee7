/** Where on the earth a thing is: a picture of the land and a point, made here and loaded from nowhere. */
import { readWorldOutlines } from '../../read/package-files.js';
import type { Block } from './block.js';
import type { Content } from './html.js';
import { html, joined } from './html.js';
import type { PartPlan } from './part-plan.js';
import type { ThingView } from './thing-view.js';

const meridians = [-150, -120, -90, -60, -30, 0, 30, 60, 90, 120, 150];
const parallels = [-60, -30, 0, 30, 60];

let land: Content = null;

export function positionBlock(view: ThingView, { positions }: PartPlan): Block[] {
  const places = positions.flatMap((iri) => {
    const [latitude, longitude] = ['schema:latitude', 'schema:longitude'].map((property) =>
      degrees(view.first(iri, property)),
    );
    return latitude == null || longitude == null || Math.abs(latitude) > 90 || Math.abs(longitude) > 360
      ? []
      : [
          {
            iri,
            x: longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
            y: latitude,
          },
        ];
  });
  const captions = positions.map((iri) => captionHtml(view, iri));
  const body = html`<figure class="position">${places.length > 0 ? mapHtml(places) : null}<figcaption>${joined(captions, html`<br>`)}</figcaption></figure>`;
  return positions.length === 0 ? [] : [{ id: 'position', title: 'Position', count: null, body }];
}

function captionHtml(view: ThingView, iri: string): Content {
  const id = view.idOf(iri);
  const whole = view
    .leadingTo(iri)
    .find(({ subject }) => subject !== view.data.thing && subject !== view.data.page);
  const of = whole === undefined ? null : html` <span class="aside">${view.nameHtml(whole.subject)}</span>`;
  const [latitude, longitude] = ['schema:latitude', 'schema:longitude'].map((property) =>
    view.valuesOf(iri, property),
  ) as [[], []];
  const figures = html`<span class="aside">latitude ${view.inline(latitude)}, longitude ${view.inline(longitude)}</span>`;
  return html`<span${id}>${view.nameHtml(iri)}${of} · ${figures}${view.readings(view.facts(iri))}</span>`;
}

/** Degrees of longitude to the right and of latitude upward (https://www.w3.org/TR/SVG2/coords.html#ViewBoxAttribute). */
function mapHtml(places: readonly { readonly x: number; readonly y: number }[]): Content {
  land ??= html`${readWorldOutlines().map((points) => html`<polygon points="${points}"/>`)}`;
  const lines = [
    ...meridians.map((x) => html`<path d="M${x} -90V90"/>`),
    ...parallels.map((y) => html`<path d="M-180 ${y}H180"/>`),
  ];
  return html`<svg class="map" viewBox="-180 -90 360 180" role="img" aria-label="Where it is on the earth"><g transform="scale(1 -1)"><g class="land">${land}</g><g class="grid">${lines}</g>${places.map(
    ({ x, y }) =>
      html`<circle class="ring" cx="${x}" cy="${y}" r="7"/><circle class="place" cx="${x}" cy="${y}" r="2.2"/>`,
  )}</g></svg>`;
}

function degrees(value: string): number | null {
  return /^[+-]?\d{1,3}(?:\.\d{1,20})?$/.test(value) ? Number(value) : null;
}
