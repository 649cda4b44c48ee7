/**
 * The thread that an embedded store lives in: WebAssembly blocks the thread it runs in, and a query can be stopped only
 * with it. The bound on memory comes before the store is compiled.
 */
import { workerData } from 'node:worker_threads';
import { limitMemory } from './limit-memory.js';
import type { StoreData } from './store-messages.js';

const data = workerData as StoreData;
const memory = limitMemory(data.mostBytes ?? Number.POSITIVE_INFINITY);
const { openSession } = await import('./store-session.js');
await openSession(data.paths, memory);
