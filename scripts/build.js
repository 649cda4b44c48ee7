#!/usr/bin/env node
// Compiles the code, and parses mappings and shapes once so that no start of the program has to.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(dirname(typescript), 'bin', 'tsc'), '--project', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);

// The program is several hundred modules, and Node.js takes longer to find and open that many files than a command takes to
// run. Bundled, they start in two thirds of the time. The folder is as deep as those of the modules, for these find their
// data and each other by where they lie; the library stays as it was compiled.
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const bundle = await rolldown({
  input: { cli: join(root, 'dist', 'cli.js'), worker: join(root, 'dist', 'cli', 'worker.js') },
  platform: 'node',
  // Every statement stays: a call that is made for what it throws looks useless.
  treeshake: false,
  external: [/^node:/, ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(?:/|$)`))],
});
await bundle.write({
  dir: join(root, 'dist', 'program'),
  format: 'esm',
  minify: false,
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
writeFileSync(join(root, 'dist', 'cli.js'), "#!/usr/bin/env node\nimport './program/cli.js';\n");

const { kindOfShapeFile, readContext, readMappingFiles, readShapeFiles } = await import(
  '../dist/read/package-files.js'
);
const { parseMappingFiles } = await import('../dist/map/parse-mapping-files.js');
const problems = [];
const { compileMappings } = await import('../dist/map/compile-mappings.js');
const mappings = parseMappingFiles(readMappingFiles(), problems);
const { mappings: compiled, problems: found } = compileMappings(mappings);
problems.push(...found);
for (const { place, message } of problems)
  console.error(`${place.source}${place.line ? `:${place.line}` : ''}: ${message}`);
if (problems.length > 0) process.exit(1);
writeFileSync(
  join(root, 'dist', 'mappings.json'),
  JSON.stringify({ files: mappings, index: compiled.index }),
);

writeFileSync(join(root, 'dist', 'context.json'), JSON.stringify(readContext()));

const { parseTurtleFamily } = await import('../dist/rdf/parse-rdf.js');
const { packTriples } = await import('../dist/rdf/packed-triples.js');
const shapesIn = (files) => files.flatMap(({ text }) => parseTurtleFamily(text, 'turtle'));
const shapeFiles = readShapeFiles();
const isOfKind = ({ name }) => kindOfShapeFile(name) !== null;
const pack = (files) => JSON.stringify(packTriples(shapesIn(files)));
mkdirSync(join(root, 'dist', 'kind-shapes'));
for (const { name, file } of compiled.kinds) {
  const ofLine = file.line.flatMap((kind) => shapeFiles.filter((one) => kindOfShapeFile(one.name) === kind));
  writeFileSync(join(root, 'dist', 'kind-shapes', `${name}.json`), pack(ofLine));
}
writeFileSync(join(root, 'dist', 'shapes.json'), pack(shapeFiles.filter((file) => !isOfKind(file))));

// What pages of the server show themselves with that others wrote, so that no browser fetches it from elsewhere.
const packages = join(root, 'node_modules');
const assets = join(root, 'dist', 'assets');
mkdirSync(assets);
copyFileSync(join(packages, '@zazuko/yasgui/build/yasgui.min.js'), join(assets, 'yasgui.js'));
copyFileSync(join(packages, '@zazuko/yasgui/build/yasgui.min.css'), join(assets, 'yasgui.css'));
copyFileSync(join(packages, 'cytoscape/dist/cytoscape.min.js'), join(assets, 'cytoscape.js'));
writeFileSync(
  join(assets, 'LICENCES.txt'),
  licences(['cytoscape', '@zazuko/yasgui', '@zazuko/yasqe', '@zazuko/yasr']),
);

/** The licences of packages, and of what those bundle. */
function licences(names) {
  const seen = new Set();
  const texts = [];
  for (const queue = [...names]; queue.length > 0; ) {
    const name = queue.shift();
    const file = join(packages, name, 'package.json');
    if (seen.has(name) || !existsSync(file)) continue;
    seen.add(name);
    const { version, author, license, dependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
    queue.push(...Object.keys(dependencies));
    const licence = readdirSync(join(packages, name)).find((entry) => /^licen[cs]e/i.test(entry));
    const by = author ? `, by ${author.name ?? author}` : '';
    const text = licence ? readFileSync(join(packages, name, licence), 'utf8').trim() : '';
    texts.push(`${name} ${version}, ${license}${by}\n\n${text}\n`);
  }
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
