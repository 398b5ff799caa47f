import type { Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { describe, expect, it } from 'vitest';
import { act, initialState, receive } from './stage-state.ts';

const timeline: Timeline = {
  scenario: 'orders-a crashes',
  seed: 1,
  version: 1,
  traceHash: '0',
  duration: 60_000,
  moments: [],
  copies: [],
  verdict: {
    writerRecoverySeconds: 0,
    writesUnavailableSeconds: 0,
    readsUnavailableSeconds: 0,
    dataLossSeconds: 0,
    regionRecoverySeconds: 0,
    regionDataLossSeconds: 0,
    promoted: 'nobody',
    writeConflicts: 0,
    costUsd: null,
  },
  summary: { headline: '', detail: '', recovery: [] },
  expectations: [],
  violations: [],
  notSimulated: [],
  assumptions: [],
};
const chosen = { run: { fault: 'instance:orders-a' }, seed: 1 };
const topology = (uri: string) => ({ kind: 'topology', uri, topologies: [], design: 0 }) as const;

const playing = receive(
  act(receive(initialState(undefined), topology('file:///orders.aurora.yaml')), { kind: 'choose', chosen }),
  { kind: 'timeline', timeline },
);

describe('a run', () => {
  it('keeps its playhead when the design changes and it is played again', () => {
    const later = act(playing, { kind: 'seek', at: 42_000 });
    const again = receive(later, { kind: 'timeline', timeline: { ...timeline, traceHash: '1' } });
    expect(again.at).toBe(42_000);
    expect(receive(later, { kind: 'timeline', timeline: { ...timeline, duration: 30_000 } }).at).toBe(30_000);
  });

  it('goes when another document is followed, and stays with its own', () => {
    expect(receive(playing, topology('file:///orders.aurora.yaml')).timeline).toBe(timeline);
    expect(receive(playing, topology('file:///fraud.aurora.yaml'))).toMatchObject({ timeline: undefined, at: 0 });
  });

  it('gives way to the reason why there is none', () => {
    const state = receive(playing, { kind: 'problem', sentence: 'The design has no instance.' });
    expect(state).toMatchObject({ timeline: undefined, problem: 'The design has no instance.', playing: false });
  });

  it('is looked at where a person wants it, until the playhead leaves that', () => {
    const window = { from: 10_000, to: 20_000 };
    const looking = act(playing, { kind: 'window', window });
    expect(act(looking, { kind: 'seek', at: 15_000 }).window).toEqual(window);
    expect(act(looking, { kind: 'seek', at: 20_100 }).window).toBeUndefined();
  });

  it('begins again when it is played at its end', () => {
    const ended = act(playing, { kind: 'seek', at: 90_000 });
    expect(ended.at).toBe(60_000);
    expect(act(ended, { kind: 'play', playing: true })).toMatchObject({ at: 0, playing: true });
  });
});

it('comes back after a reload as it was left', () => {
  const saved = { uri: 'file:///orders.aurora.yaml', tab: 'simulation', chosen, at: 42_000 } as const;
  const restored = receive(receive(initialState(saved), topology(saved.uri)), { kind: 'timeline', timeline });
  expect(restored).toMatchObject({ tab: 'simulation', chosen, at: 42_000 });
});
