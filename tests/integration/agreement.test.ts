/** The compiled check beside the engine, as often as takes minutes. */
import { expect, it, vi } from 'vitest';
import {
  caseGraphs,
  fullGraph,
  runAnyShapes,
  runChangedGraphs,
  runChangedShapes,
} from '../support/agreement-runs.js';

vi.setConfig({ testTimeout: 1_800_000 });

it('says the same of ten thousand changed graphs', async () => {
  const tally = await runChangedGraphs([fullGraph, ...caseGraphs(100)], 10_000);
  expect(tally.failing).toBeGreaterThan(4_000);
  expect(tally.conforming).toBeGreaterThan(1_000);
  expect(tally.leftToEngine).toBeLessThan(tally.conforming / 5);
});

it('says the same of large changed graphs', async () => {
  const tally = await runChangedGraphs(
    caseGraphs(1_000).filter(({ length }) => length > 100),
    500,
  );
  expect(tally.failing).toBeGreaterThan(200);
  expect(tally.conforming).toBeGreaterThan(50);
});

it('says the same of a thousand changed shapes', async () => {
  const tally = await runChangedShapes(1_000);
  expect(tally.failing).toBeGreaterThan(100);
  expect(tally.conforming).toBeGreaterThan(200);
  expect(tally.leftToEngine).toBe(0);
});

it('says the same of nine thousand graphs and fifteen hundred shapes of any kind', async () => {
  const tally = await runAnyShapes(1_500);
  expect(tally.failing).toBeGreaterThan(2_000);
  expect(tally.conforming).toBeGreaterThan(3_000);
  expect(tally.notCompiled).toBeLessThan(5_000);
});
