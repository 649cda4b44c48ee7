/** Starts the built program as a server, and asks it. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { request } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { cli } from '../integration/program.js';

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** The lines of standard error so far. */
  readonly lines: string[];
  /** What it logged of requests so far. */
  readonly requests: () => {
    method: string;
    path: string;
    status: number;
    isAborted?: boolean;
    error?: string;
  }[];
  /** @returns the exit code */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export async function serve(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stderr });
  const url = await new Promise<string>((resolve, reject) => {
    reader.on('line', (line) => {
      lines.push(line);
      const [, found] = /^listening at (\S+)/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}: ${lines.join('\n')}`)));
  });
  const exited = once(child, 'exit');
  return {
    url,
    port: Number(new URL(url).port),
    process: child,
    lines,
    requests: () =>
      lines.filter((line) => line.startsWith('{"type":"request"')).map((line) => JSON.parse(line)),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const [code] = await exited;
      return code as number | null;
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request as it is given: no redirect is followed, no header is added, no path is mended. */
export function ask(
  { port }: Pick<Running, 'port'>,
  path: string,
  { body, ...options }: RequestOptions & { body?: string | Uint8Array } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Sends bytes and gives what comes back until the server ends the connection. */
export async function sendRaw({ port }: Pick<Running, 'port'>, text: string | Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  // A server that has refused may reset what is still being sent.
  socket.on('error', () => {});
  socket.write(text);
  await once(socket, 'close');
  return received;
}
