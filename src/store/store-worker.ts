/**
 * The thread that an embedded store lives in: WebAssembly blocks the thread it runs in, and a query can be stopped only
 * with it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Store } from 'oxigraph';
import { answerQuestion } from './answer-question.js';
import { loadStore } from './load-store.js';
import { SparqlError } from './sparql-service.js';
import type { StoreData, StoreMessage, StoreQuestion } from './store-messages.js';

const store = new Store();
const tell = (message: StoreMessage): void => parentPort?.postMessage(message);

try {
  const { paths } = workerData as StoreData;
  const files = await loadStore(store, paths, (problem) => tell({ type: 'problem', problem }));
  parentPort?.on('message', (question: StoreQuestion) => void answer(question).then(tell));
  tell({ type: 'ready', size: { files, quads: store.size } });
} catch (error) {
  if (!isOutOfMemory(error)) throw error;
  tell({ type: 'full' });
}

async function answer(question: StoreQuestion): Promise<StoreMessage> {
  try {
    return { type: 'answer', answer: await answerQuestion(store, question) };
  } catch (error) {
    if (error instanceof SparqlError) {
      const { failure, message, position } = error;
      return { type: 'failure', failure, message, ...(position ? { position } : {}), isBroken: false };
    }
    const isBroken = isOutOfMemory(error);
    const message = isBroken
      ? 'The query wants more memory than the embedded store has. Ask for less, or load the data into a store of its own.'
      : `The query could not be answered: ${(error as Error).message}.`;
    return { type: 'failure', failure: isBroken ? 'too-large' : 'malformed', message, isBroken };
  }
}

/** Memory of WebAssembly that cannot grow, and its stack, end in a trap; a string that is too long, in a RangeError. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && ['RuntimeError', 'RangeError'].includes(error.name);
}
