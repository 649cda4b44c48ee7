/** What the thread of an embedded store does: loads the data, then answers one question after the other. */
import { parentPort } from 'node:worker_threads';
import { Store } from 'oxigraph';
import { answerQuestion } from './answer-question.js';
import type { LimitedMemory } from './limit-memory.js';
import { loadStore } from './load-store.js';
import { SparqlError } from './sparql-service.js';
import type { StoreMessage, StoreQuestion } from './store-messages.js';

export async function openSession(paths: readonly string[], memory: LimitedMemory): Promise<void> {
  const store = new Store();
  const send = (message: StoreMessage): void => parentPort?.postMessage(message);
  try {
    const files = await loadStore(store, paths, (problem) => send({ type: 'problem', problem }));
    parentPort?.on('message', (question: StoreQuestion) => void answer(store, question).then(send));
    send({ type: 'ready', size: { files, quads: store.size, bytes: memory.used() } });
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    send({ type: 'full' });
  }
}

async function answer(store: Store, question: StoreQuestion): Promise<StoreMessage> {
  try {
    return { type: 'answer', answer: await answerQuestion(store, question) };
  } catch (error) {
    if (error instanceof SparqlError) {
      const { failure, message, position } = error;
      return { type: 'failure', failure, message, ...(position ? { position } : {}), isBroken: false };
    }
    const isBroken = isOutOfMemory(error);
    const message = isBroken
      ? 'The query wants more memory than it may have. Ask for less, or load the data into a store of its own.'
      : `The query could not be answered: ${(error as Error).message}.`;
    return { type: 'failure', failure: isBroken ? 'too-large' : 'malformed', message, isBroken };
  }
}

/** Memory of WebAssembly that cannot grow, and its stack, end in a trap; a string that is too long, in a RangeError. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && ['RuntimeError', 'RangeError'].includes(error.name);
}
