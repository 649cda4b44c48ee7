/** The compiled check beside the engine, for a minute or two; AGREEMENT=4 does four times as much. */
import { expect, it, vi } from 'vitest';
import {
  caseGraphs,
  fullGraph,
  runAnyShapes,
  runChangedGraphs,
  runChangedShapes,
} from '../support/agreement-runs.js';

vi.setConfig({ testTimeout: 1_800_000 });

const times = Number(process.env.AGREEMENT ?? 1);

it('says the same of thousands of changed graphs', async () => {
  const tally = await runChangedGraphs([fullGraph, ...caseGraphs(100)], 1_500 * times);
  expect(tally.failing).toBeGreaterThan(600);
  expect(tally.conforming).toBeGreaterThan(150);
  expect(tally.leftToEngine).toBeLessThan(tally.conforming / 5);
});

it('says the same of large changed graphs', async () => {
  const tally = await runChangedGraphs(
    caseGraphs(1_000).filter(({ length }) => length > 100),
    125 * times,
  );
  expect(tally.failing).toBeGreaterThan(50);
  expect(tally.conforming).toBeGreaterThan(10);
});

it('says the same of hundreds of changed shapes', async () => {
  const tally = await runChangedShapes(150 * times);
  expect(tally.failing).toBeGreaterThan(15);
  expect(tally.conforming).toBeGreaterThan(30);
  expect(tally.leftToEngine).toBe(0);
});

it('says the same of graphs and shapes of any kind', async () => {
  const tally = await runAnyShapes(225 * times);
  expect(tally.failing).toBeGreaterThan(300);
  expect(tally.conforming).toBeGreaterThan(450);
  expect(tally.notCompiled).toBeLessThan(750 * times);
});
