/** Which kind a box makes an article, of which class, and what a field of it says: a row for each kind of thing. */
import { expect, it } from 'vitest';
import { lines, mapText } from '../support/convert.js';

/** Template, kind, class, a field, and what it says (nothing if the value cannot be right). */
const rows: readonly (readonly [
  box: string,
  kind: string,
  type: string,
  field: string,
  says: string | null,
])[] = [
  ['mountain', 'mountain', 'schema:Mountain', 'range = [[Salt Hills]]', 'place:mountainRange Salt_Hills'],
  [
    'mountain range',
    'mountain-range',
    'schema:Landform',
    'highest = [[Salt Peak]]',
    'place:highestPoint Salt_Peak',
  ],
  ['waterfall', 'waterfall', 'schema:Waterfall', 'number_drops = 3', 'place:dropCount 3'],
  ['waterfall', 'waterfall', 'schema:Waterfall', 'number_drops = 0', null],
  ['islands', 'island', 'schema:Place', 'archipelago = [[Brine Isles]]', 'place:archipelago Brine_Isles'],
  ['islands', 'island', 'schema:Place', 'population = −4', null],
  ['protected area', 'protected-area', 'place:ProtectedArea', 'iucn_category = II', 'place:iucnCategory II'],
  ['park', 'park', 'schema:Park', 'opened = 1901', 'place:opened 1901'],
  ['zoo', 'zoo', 'schema:Zoo', 'date_opened = 1901', 'place:opened 1901'],
  ['tunnel', 'tunnel', 'place:Tunnel', 'tracks = 2', 'place:tracks 2'],
  ['dam', 'dam', 'place:Dam', 'reservoir = [[Lake Brine]]', 'place:reservoir Lake_Brine'],
  ['canal', 'canal', 'schema:Canal', 'locks = 12', 'place:locks 12'],
  ['road', 'road', 'place:Road', 'route = 12', 'place:routeNumber 12'],
  ['rail line', 'railway-line', 'place:Railway', 'stations = 12', 'place:stationCount 12'],
  ['station', 'station', 'schema:TrainStation', 'code = SWK', 'place:stationCode SWK'],
  ['airport', 'airport', 'schema:Airport', 'IATA = salt', null],
  ['building', 'building', 'schema:LandmarksOrHistoricalBuildings', 'floor_count = 12', 'place:floors 12'],
  ['building', 'building', 'schema:LandmarksOrHistoricalBuildings', 'floor_count = 0', null],
  [
    'nrhp',
    'building',
    'schema:LandmarksOrHistoricalBuildings',
    'nrhp_type = nhl',
    'place:registeredAs National Historic Landmark',
  ],
  [
    'skyscraper',
    'skyscraper',
    'schema:LandmarksOrHistoricalBuildings',
    'elevator_count = 8',
    'place:elevators 8',
  ],
  ['stadium', 'stadium', 'schema:StadiumOrArena', 'tenants = [[Salt FC]]', 'place:tenant Salt FC'],
  ['museum', 'museum', 'schema:Museum', 'established = 1901', 'place:founded 1901'],
  ['library', 'library', 'schema:Library', 'established = 1901', 'place:founded 1901'],
  ['theatre', 'theatre', 'schema:PerformingArtsTheater', 'closed = 1901', 'place:closed 1901'],
  ['hotel', 'hotel', 'schema:LodgingBusiness', 'number_of_rooms = 246', 'place:rooms 246'],
  ['shopping mall', 'shopping-mall', 'schema:ShoppingCenter', 'number_of_anchors = 2', 'place:anchors 2'],
  ['hospital', 'hospital', 'schema:Hospital', 'founded = 1901', 'place:founded 1901'],
  ['country', 'country', 'schema:Country', 'drives_on = left', 'place:drivesOn left'],
  ['country', 'country', 'schema:Country', 'cctld = salt', null],
  ['U.S. state', 'us-state', 'schema:State', 'Capital = [[Saltwick]]', 'place:seat Saltwick'],
  ['French canton', 'region', 'schema:AdministrativeArea', 'numcomm = 15', 'place:municipalityCount 15'],
  ['French commune', 'settlement', 'schema:Place', 'INSEE = 01004', 'schema:identifier Salt#inseecode-01004'],
  ['French commune', 'settlement', 'schema:Place', 'INSEE = 1004', null],
];

it.each(rows)('reads the box %s as a %s, %s: %s', async (box, kind, type, field, says) => {
  const { statements } = await mapText(
    `{{Infobox ${box}\n| name = Salt\n| ${field}\n}}\n'''Salt''' was told of.`,
  );
  const said = lines(statements, (line) => line.startsWith('Salt '));
  expect(said).toContain(`Salt article:kind ${kind}`);
  expect(said).toContain(`Salt rdf:type ${type}`);
  if (says !== null) expect(said).toContain(`Salt ${says}`);
  else expect(said.filter((line) => !/^Salt (?:raw:|schema:|rdf:|article:|dcterms:)/.test(line))).toEqual([]);
});

it('reads what a list of heritage says of a place that has a box of its own', async () => {
  const { statements } = await mapText(
    "{{Infobox mountain\n| name = Salt\n| type = Hill\n}}\n{{Infobox World Heritage Site\n| WHS = Salt\n| ID = 123\n| Year = 1991\n| Criteria = ii, iv\n| Type = Natural\n}}\n'''Salt''' is a hill.",
  );
  expect(lines(statements, (line) => /^Salt (?:place:|article:kind|schema:identifier)/.test(line))).toEqual([
    'Salt place:type Hill',
    'Salt schema:identifier Salt#whsid-123',
    'Salt place:listed 1991',
    'Salt place:heritageCriteria ii',
    'Salt place:heritageCriteria iv',
    'Salt place:heritageType Natural',
    'Salt article:kind mountain',
  ]);
});
