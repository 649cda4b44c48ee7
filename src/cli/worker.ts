/** A worker process: a run starts it, gives it shards, and hears from it how they fare. */
import './tune-runtime.js';
import { OwnWorker } from './own-worker.js';
import type { ShardWorker } from './shard-worker.js';
import { TitlesWorker } from './titles-worker.js';
import type { FromWorker, Outcome, ToWorker, WorkerJob } from './worker-messages.js';

/** Time in which work is let go of in order, in milliseconds. */
const grace = 2000;

const [folder = '', job] = process.argv.slice(2) as [string?, WorkerJob?];
const worker: ShardWorker = job === 'titles' ? new TitlesWorker({ folder }) : new OwnWorker(folder);

process.on('message', async (message: ToWorker) => {
  if (message.type === 'stop') stop();
  else {
    const outcome = await worker.work(message.shard, {
      progress: (articles, bytes) => tell({ type: 'progress', articles, bytes }),
      problem: (problem) => tell({ type: 'problem', problem }),
    });
    // A worker does not die of itself.
    tell(outcome as Outcome);
  }
});
// Nobody would give it work any more, nor hear of it.
process.on('disconnect', stop);
// A terminal sends its signals to all processes; the run decides what becomes of them.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

function tell(message: FromWorker): void {
  if (process.connected) process.send?.(message, () => {});
}

function stop(): void {
  worker.stop();
  setTimeout(() => process.exit(), grace).unref();
  if (process.connected) process.disconnect();
}
