import { describe, expect, it } from 'vitest';
import { multiMaster, played } from '../../simulation/testing/example.ts';
import { ordersRun } from '../testing/orders-run.ts';
import { outcomeRows } from './outcome-rows.ts';

const run = ordersRun();
const rows = outcomeRows(run);
const row = (name: string) => rows.find((one) => one.name === name);

describe('outcomeRows', () => {
  it('says how long the writer was away, of what that was made up, and what was expected', () => {
    const parts = run.summary.recovery.map(({ part }) => part);
    expect(row('writerRecovery')).toMatchObject({ expected: { text: '< 60s', outcome: 'pass' } });
    for (const part of parts) expect(row('writerRecovery')?.detail).toContain(part);
  });

  it('says who was promoted and why, and marks what was expected otherwise', () => {
    expect(row('promoted')).toEqual({
      name: 'promoted',
      value: 'orders-b',
      detail: 'orders-b is to be promoted: no other reader runs.',
      expected: { text: 'orders-c', outcome: 'fail' },
    });
  });

  it('divides the time without writes into waiting and having no writer', () => {
    expect(row('writes away')?.detail).toMatch(/^10 s stalled, [\d.]+ s without a writer$/);
  });

  it('gives invariants a line of their own', () => {
    expect(row('acked-commit-lost')).toEqual({
      name: 'acked-commit-lost',
      value: 'never',
      detail: '',
      expected: { text: 'never', outcome: 'pass' },
    });
  });

  it('says of several writers that one ran all the time, and how many writes they lost to each other', () => {
    const several = played(
      `${multiMaster}\nworkload: { writesPerSecond: 6000 }`,
      '{ at: 1m, crash: writer }',
      ', duration: 2m',
    );
    const of = (name: string) => outcomeRows(several).find((one) => one.name === name);
    expect(of('writerRecovery')).toMatchObject({ value: '0 s', detail: 'a writer ran all the time' });
    expect(of('writes rolled back')?.value).toMatch(/^2,\d{3}$/);
    expect(row('writes rolled back')).toBeUndefined();
  });

  it('leaves Regions out while none was lost', () => {
    expect(row('regionRecovery')).toBeUndefined();
  });

  it('says never where something did not come back', () => {
    const open = { ...run, verdict: { ...run.verdict, writerRecoverySeconds: null } };
    expect(outcomeRows(open)[0]?.value).toBe('never');
  });
});
