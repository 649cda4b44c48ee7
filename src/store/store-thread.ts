/** The thread of an embedded store, from outside. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../problem.js';
import { packageFolder } from '../read/package-files.js';
import type { StoreData, StoreMessage, StoreQuestion, StoreReply, StoreSize } from './store-messages.js';

const died: StoreReply = {
  type: 'failure',
  failure: 'too-large',
  message: 'The query wants more memory than there is. Ask for less.',
  isBroken: true,
};

/** For strings of answers, and a parser. */
const maxOldGenerationSizeMb = 512;

export class StoreThread {
  /** Resolves to null where the data does not fit into memory. */
  readonly loaded: Promise<StoreSize | null>;
  private readonly worker: Worker;
  private open: (size: StoreSize | null) => void = () => {};
  private settle: (reply: StoreReply) => void = () => {};

  constructor(
    data: StoreData,
    private readonly tell: (problem: Problem) => void,
  ) {
    this.loaded = new Promise((resolve) => {
      this.open = resolve;
    });
    // As the compiled code, also where this runs from its source: Node.js runs no TypeScript.
    this.worker = new Worker(join(packageFolder, 'dist', 'store', 'store-worker.js'), {
      workerData: data,
      // Answers are written outside of the store's own memory.
      ...(data.mostBytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb } }),
      // What the thread prints as it fails is no message to anyone.
      stdout: true,
      stderr: true,
    });
    this.worker.on('message', (message: StoreMessage) => this.receive(message));
    this.worker.on('error', () => this.die());
    this.worker.on('exit', () => this.die());
  }

  /** One question at a time. After {@link end} there is no reply. */
  ask(question: StoreQuestion): Promise<StoreReply> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.worker.postMessage(question);
    });
  }

  /** At once, whatever it does. */
  async end(): Promise<void> {
    this.settle = () => {};
    this.open = () => {};
    await this.worker.terminate();
  }

  private receive(message: StoreMessage): void {
    if (message.type === 'problem') this.tell(message.problem);
    else if (message.type === 'ready') this.open(message.size);
    else if (message.type === 'full') this.open(null);
    else this.settle(message);
  }

  private die(): void {
    this.open(null);
    this.settle(died);
  }
}
