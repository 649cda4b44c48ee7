/** The compiled check beside the engine, for two minutes or so; AGREEMENT=4 does four times as much. */
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
  const tally = await runChangedGraphs([fullGraph, ...caseGraphs(100)], 2_500 * times);
  expect(tally.failing).toBeGreaterThan(1_000);
  expect(tally.conforming).toBeGreaterThan(250);
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
  const tally = await runChangedShapes(250 * times);
  expect(tally.failing).toBeGreaterThan(25);
  expect(tally.conforming).toBeGreaterThan(50);
  expect(tally.leftToEngine).toBe(0);
});

it('says the same of graphs and shapes of any kind', async () => {
  const tally = await runAnyShapes(375 * times);
  expect(tally.failing).toBeGreaterThan(500);
  expect(tally.conforming).toBeGreaterThan(750);
  expect(tally.notCompiled).toBeLessThan(1_250 * times);
});
