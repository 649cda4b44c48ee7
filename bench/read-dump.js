// @ts-check
/** Reads the articles of a dump and does nothing with them: `node bench/read-dump.js DUMP`. */
import process from 'node:process';

/** @type {typeof import('../src/read.js')} */
const { inspectInput, readShard } = await import(new URL('../dist/read.js', import.meta.url).href);

const [path = ''] = process.argv.slice(2);
const inspected = await inspectInput(path);
if (!('header' in inspected)) throw new Error(inspected.problem.message);
const { header } = inspected;
const config = { version: '', options: {} };
let count = 0;
for await (const _ of readShard({ id: 0, src: path, start: 0, end: header.size, header, config })) count++;
process.stdout.write(`${count}\n`);
