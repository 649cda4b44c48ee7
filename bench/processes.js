// @ts-check
/** Programs as a user runs them: how long they take, and how much memory they and all that they start take. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Runs a program to its end; what it writes to standard output is thrown away.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {(pid: number) => () => void} [watch] called with the process's id; what it returns is called at the end
 * @returns {Promise<void>}
 * @throws {Error} where the program fails, with what it wrote to standard error
 */
export async function run(command, args, watch) {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const stop = child.pid === undefined ? undefined : watch?.(child.pid);
  let messages = '';
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    messages = (messages + text).slice(-4000);
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  stop?.();
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${messages}`);
}

/** Whether the memory of a process and its descendants can be read: Linux tells, others do not. */
export const canReadMemory = existsSync(`/proc/self/task/${process.pid}/children`);

/** How often memory is looked at, in milliseconds. */
export const samplingInterval = 20;

/**
 * Runs a program and gives the most memory that it and its descendants took at one time, in bytes: the sum of what
 * each has in RAM (VmRSS), in which pages that several processes share count for each of them.
 *
 * @param {string} command
 * @param {readonly string[]} args
 */
export async function peakMemory(command, args) {
  let peak = 0;
  await run(command, args, (pid) => {
    const timer = setInterval(() => {
      peak = Math.max(peak, memoryOfTree(pid));
    }, samplingInterval);
    return () => clearInterval(timer);
  });
  return peak;
}

/** @param {number} root id of a process */
export function memoryOfTree(root) {
  const waiting = [root];
  let sum = 0;
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    // A process may end between two looks.
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      sum += Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
      waiting.push(...childrenOf(pid));
    } catch {}
  }
  return sum;
}

/** @param {number} pid */
function childrenOf(pid) {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
}
