import { describe, expect, it } from 'vitest';
import { formatSelection, indexVariables, parseSelection, selectionOf } from '../../src/batch/selection.js';

describe('numbers of shards', () => {
  it.each([
    ['0', [0]],
    ['3,7-9', [3, 7, 8, 9]],
    [' 2 , 1-2 ', [2, 1]],
    ['0-9', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ])('reads %j', (text, ids) => {
    expect(parseSelection(text, 10)).toEqual({ ids });
  });

  it.each([
    ['', /"" is no shard/],
    ['a', /"a" is no shard/],
    ['-1', /"-1" is no shard/],
    ['1.5', /"1.5" is no shard/],
    ['3,', /"" is no shard/],
    ['4-2', /"4-2" ends before it begins/],
    ['10', /there is no shard 10: the plan has shards 0 to 9/],
    ['8-10', /there is no shard 10/],
    ['99999999999', /is no shard/],
  ])('refuses %j', (text, error) => {
    expect(parseSelection(text, 10)).toEqual({ error: expect.stringMatching(error) });
  });

  it('writes what it reads', () => {
    expect(formatSelection([3, 7, 8, 9])).toBe('3,7-9');
    expect(formatSelection([0])).toBe('0');
    expect(formatSelection([])).toBe('');
    const ids = [0, 1, 5, 7, 8];
    expect(parseSelection(formatSelection(ids), 10)).toEqual({ ids });
  });
});

describe('the number that a scheduler gives', () => {
  it.each(indexVariables)('$name counts from $first', ({ name, first }) => {
    expect(selectionOf({ [name]: String(first) }, 3)).toEqual({ ids: [0] });
    expect(selectionOf({ [name]: String(first + 2) }, 3)).toEqual({ ids: [2] });
    expect(selectionOf({ [name]: String(first + 3) }, 3)).toEqual({
      error: `${name} is ${first + 3}, and the plan has shards for ${first} to ${first + 2}`,
    });
  });

  it('counts from 1 for Grid Engine and GNU parallel alone', () => {
    expect(indexVariables.filter(({ first }) => first === 1).map(({ name }) => name)).toEqual([
      'SGE_TASK_ID',
      'PARALLEL_SEQ',
    ]);
    expect(selectionOf({ SGE_TASK_ID: '0' }, 3)).toEqual({ error: expect.stringMatching(/for 1 to 3/) });
  });

  it('takes the word of Grid Engine for no array as none', () => {
    expect(selectionOf({ SGE_TASK_ID: 'undefined' }, 3)).toEqual({
      error: expect.stringMatching(/^none of .*SGE_TASK_ID.* is set/),
    });
    expect(selectionOf({ SGE_TASK_ID: 'undefined', PARALLEL_SEQ: '3' }, 3)).toEqual({ ids: [2] });
  });

  it('refuses none, several, and what is no number', () => {
    expect(selectionOf({}, 3)).toEqual({
      error: expect.stringMatching(/^none of SLURM_ARRAY_TASK_ID, .* is set/),
    });
    expect(selectionOf({ SLURM_ARRAY_TASK_ID: '' }, 3)).toEqual({ error: expect.stringMatching(/^none of/) });
    expect(selectionOf({ SLURM_ARRAY_TASK_ID: '1', PARALLEL_SEQ: '1' }, 3)).toEqual({
      error: expect.stringMatching(/^SLURM_ARRAY_TASK_ID and PARALLEL_SEQ are set/),
    });
    expect(selectionOf({ PBS_ARRAY_INDEX: '1[]' }, 3)).toEqual({
      error: 'PBS_ARRAY_INDEX is "1[]" and no number',
    });
  });
});
