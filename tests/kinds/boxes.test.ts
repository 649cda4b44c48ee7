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
  ['book', 'book', 'schema:Book', 'isbn = 0-306-40615-3', null],
  ['video game', 'video-game', 'schema:VideoGame', 'engine = [[Salt Engine]]', 'work:engine Salt_Engine'],
  [
    'video game series',
    'game-series',
    'schema:VideoGameSeries',
    'creator = [[Ann Lee]]',
    'schema:creator Ann_Lee',
  ],
  [
    'software',
    'software',
    'schema:SoftwareApplication',
    'latest release version = 4.2.1',
    'schema:softwareVersion 4.2.1',
  ],
  [
    'OS',
    'operating-system',
    'schema:SoftwareApplication',
    'kernel_type = [[Monolithic kernel|Monolithic]]',
    'work:kernel Monolithic',
  ],
  ['website', 'website', 'schema:WebSite', 'launch_date = 1999', 'work:siteLaunched 1999'],
  ['file format', 'file-format', 'work:FileFormat', 'mime = image/salt', 'work:mediaType image/salt'],
  [
    'programming language',
    'programming-language',
    'schema:ComputerLanguage',
    'year = 1972',
    'work:appeared 1972',
  ],
  ['artwork', 'artwork', 'schema:VisualArtwork', 'artist = [[Ann Lee]]', 'schema:creator Ann_Lee'],
  ['opera', 'opera', 'schema:MusicComposition', 'librettist = [[Ann Lee]]', 'work:librettist Ann_Lee'],
  ['anthem', 'anthem', 'schema:MusicRecording', 'adopted = 1951', 'work:adopted 1951'],
  ['music genre', 'music-genre', 'work:MusicGenre', 'instruments = [[Fiddle]]', 'work:instrument Fiddle'],
  ['artist discography', 'discography', 'work:Discography', 'studio = 7', 'work:studioAlbums 7'],
  ['television season', 'season', 'schema:TVSeason', 'num_episodes = 12', 'schema:numberOfEpisodes 12'],
  ['flag', 'flag', 'work:Emblem', 'proportion = 2:3', 'work:proportion 2:3'],
  ['coat of arms', 'coat-of-arms', 'work:Emblem', 'year_adopted = 1951', 'work:adopted 1951'],
  ['character', 'character', 'work:Character', 'portrayer = [[Ann Lee]]', 'work:portrayer Ann_Lee'],
  ['aircraft type', 'aircraft', 'transport:Aircraft', 'first_flight = 1951', 'transport:firstFlight 1951'],
  ['weapon', 'weapon', 'transport:Weapon', 'design_date = 1951', 'transport:designed 1951'],
  ['locomotive', 'locomotive', 'transport:Locomotive', 'uicclass = Bo′Bo′', null],
  [
    'train',
    'rail-vehicle',
    'transport:RailVehicle',
    'builder = [[Salt Works]]',
    'schema:manufacturer Salt_Works',
  ],
  ['mobile phone', 'appliance', 'schema:Product', 'memory = 4 GB', 'transport:memory 4 GB'],
  ['computer', 'computer', 'schema:Product', 'discontinued = 1989', 'transport:discontinued 1989'],
  ['currency', 'currency', 'place:Currency', 'iso_code = SLT', 'place:currencyCode SLT'],
  ['currency', 'currency', 'place:Currency', 'iso_code = SALT', null],
  ['drug', 'drug', 'schema:Drug', 'metabolism = [[Liver]]', 'science:metabolism Liver'],
  ['drug', 'drug', 'schema:Drug', 'CAS_number = 58-08-3', null],
  [
    'mineral',
    'mineral',
    'science:Mineral',
    'system = [[Cubic crystal system|Cubic]]',
    'science:crystalSystem Cubic',
  ],
  ['enzyme', 'protein', 'schema:Protein', 'cofact = [[Zinc]]', 'science:cofactor Zinc'],
  ['symptom', 'symptom', 'schema:MedicalSignOrSymptom', 'causes = [[Salt]]', 'science:cause Salt'],
  [
    'anatomy',
    'anatomy',
    'schema:AnatomicalStructure',
    'artery = [[Salt artery]]',
    'science:artery Salt_artery',
  ],
  ['bone', 'bone', 'schema:Bone', 'graypage = 120', 'science:graysPage 120'],
  [
    'planet',
    'astronomical-object',
    'science:AstronomicalObject',
    'discovered = 1951',
    'science:discovered 1951',
  ],
  ['galaxy', 'galaxy', 'science:AstronomicalObject', 'type = SA', 'science:galaxyType SA'],
  [
    'constellation',
    'constellation',
    'science:AstronomicalObject',
    'numbermainstars = 5',
    'science:mainStarCount 5',
  ],
  ['color', 'colour', 'science:Colour', 'r = 255', 'science:red 255'],
  ['color', 'colour', 'science:Colour', 'r = 256', null],
  ['prepared food', 'food', 'nature:Food', 'main_ingredient = [[Salt]]', 'nature:ingredient Salt'],
  ['cheese', 'cheese', 'nature:Food', 'source = [[Goat]]s', 'nature:milk Goats'],
  ['dogbreed', 'dog-breed', 'nature:Breed', 'coat = Short', 'nature:coat Short'],
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
