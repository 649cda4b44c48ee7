import { expect, it } from 'vitest';
import { HttpClient } from '../../src/remote/http.js';
import type { Retry } from '../../src/remote/retry.js';
import { RetryingClient, retryAfter } from '../../src/remote/retry.js';
import type { Answer } from './faulty-server.js';
import { serve } from './faulty-server.js';

const policy = { retries: 4, firstSeconds: 1, mostSeconds: 5, mostPatience: 100 };

/** A client that notes how long it would have waited. */
function patient(): { client: RetryingClient; waits: number[]; retries: Retry[] } {
  const waits: number[] = [];
  const retries: Retry[] = [];
  const client = new RetryingClient(new HttpClient(), {
    policy,
    wait: async (seconds) => {
      waits.push(seconds);
    },
    onRetry: (retry) => retries.push(retry),
  });
  return { client, waits, retries };
}

const post = (url: string) => ({ method: 'POST', url, body: 'data', seconds: 5, mostBytes: 1000 }) as const;

const answers =
  (...each: readonly (number | Answer)[]): Answer =>
  (request, response, n) => {
    const answer = each[Math.min(n, each.length) - 1] as number | Answer;
    if (typeof answer === 'number') response.writeHead(answer).end();
    else answer(request, response, n);
  };

it.each([408, 429, 500, 502, 503, 504])('sends again after %i, with the whole body', async (status) => {
  const { origin, received } = await serve(answers(status, status, 200));
  const { client, waits } = patient();
  expect((await client.send(post(origin))).status).toBe(200);
  expect(waits).toEqual([1, 2]);
  expect(received.map(({ body }) => body)).toEqual(['data', 'data', 'data']);
});

it.each([200, 400, 401, 403, 404, 409, 413, 501])('does not send again after %i', async (status) => {
  const { origin, received } = await serve(answers(status, 200));
  const { client } = patient();
  expect((await client.send(post(origin))).status).toBe(status);
  expect(received.length).toBe(1);
});

it('sends again after a reset, waits twice as long each time, and no longer than the limit', async () => {
  const reset: Answer = (_, response) => response.destroy();
  const { origin } = await serve(answers(reset, reset, reset, reset, 200));
  const { client, waits, retries } = patient();
  expect((await client.send(post(origin))).status).toBe(200);
  expect(waits).toEqual([1, 2, 4, 5]);
  expect(retries[0]?.reason).toContain('broke off');
});

it('gives up after as many times as it may, with the last answer', async () => {
  const { origin, received } = await serve(answers(503));
  const { client } = patient();
  expect((await client.send(post(origin))).status).toBe(503);
  expect(received.length).toBe(1 + policy.retries);
});

it('waits for as long as the server asks, and not at all where that is too long', async () => {
  const later =
    (value: string): Answer =>
    (_, response) =>
      response.writeHead(429, { 'retry-after': value, date: 'Mon, 23 Nov 2026 20:00:00 GMT' }).end();
  const { origin } = await serve(answers(later('30'), later('Mon, 23 Nov 2026 20:00:07 GMT'), later('3600')));
  const { client, waits } = patient();
  expect((await client.send(post(origin))).status).toBe(429);
  expect(waits).toEqual([30, 7]);
});

it('waits for a server that is gone only where it was there', async () => {
  const { client, waits } = patient();
  const gone = post('http://127.0.0.1:2/');
  await expect(client.send(gone)).rejects.toMatchObject({ failure: 'unreachable' });
  expect(waits).toEqual([]);
  const { origin } = await serve(answers(200));
  await client.send(post(origin));
  await expect(client.send(gone)).rejects.toMatchObject({ failure: 'unreachable' });
  expect(waits).toEqual([1, 2, 4, 5]);
});

it('does not send again what would get the same answer', async () => {
  const { origin, received } = await serve((_, response) => response.writeHead(500).end('no triple'));
  const { client } = patient();
  expect((await client.send(post(origin), ({ text }) => text === 'no triple')).status).toBe(500);
  expect(received.length).toBe(1);
});

it('reads Retry-After as seconds or as a time, and nothing else', () => {
  const of = (value: string) => retryAfter({ headers: new Headers({ 'retry-after': value }) });
  expect([of('0'), of('120'), of('soon'), of('-1'), of('Mon, 23 Nov 2026 20:00:00 GMT')]).toEqual([
    0,
    120,
    null,
    null,
    null,
  ]);
});
