import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareInstanceClassSize } from '../../facts/instance-classes.ts';
import type { ScenarioEvent } from '../scenario.ts';
import { simulate } from '../simulate.ts';
import { anyEvent, arbitraryClusters, passingEvent, scenarioOf } from '../testing/arbitrary.ts';
import { designOf } from '../testing/example.ts';
import type { ClusterMoment, Moment, Timeline } from '../timeline.ts';

/** The timeline of a run, or undefined when its events name something that the design does not have. */
function tryPlay(clusters: string, events: readonly ScenarioEvent[], seed: number): Timeline | undefined {
  const result = simulate(designOf(clusters), { scenario: scenarioOf(events, seed) });
  return 'problem' in result ? undefined : result.timeline;
}

const run = (event: fc.Arbitrary<ScenarioEvent>) =>
  fc.tuple(arbitraryClusters, fc.array(event, { minLength: 1, maxLength: 8 }), fc.nat());

/** Holds for every run over these events. */
function always(event: fc.Arbitrary<ScenarioEvent>, holds: (timeline: Timeline) => void): void {
  fc.assert(
    fc.property(run(event), ([clusters, events, seed]) => {
      const timeline = tryPlay(clusters, events, seed);
      fc.pre(timeline !== undefined);
      holds(timeline);
    }),
    { numRuns: 100 },
  );
}

const primaryOf = (moment: Moment) => moment.clusters.filter(({ role }) => role === 'primary');
const wordCount = (text: string) => text.split(/\s+/).length;

test('the same design, scenario and seed give the same bytes', () => {
  fc.assert(
    fc.property(run(anyEvent), ([clusters, events, seed]) => {
      const bytes = JSON.stringify(tryPlay(clusters, events, seed));
      expect(JSON.stringify(tryPlay(clusters, events, seed))).toBe(bytes);
    }),
  );
});

test('moments stand in the order of time, from the start to the end', () => {
  always(anyEvent, ({ moments, duration }) => {
    const instants = moments.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted((one, other) => one - other));
    expect([moments[0]?.kind, moments.at(-1)?.kind]).toEqual(['start', 'end']);
    expect([instants[0], instants.at(-1)]).toEqual([0, duration]);
  });
});

test('two instances never write in one epoch, and one cluster is the primary', () => {
  always(anyEvent, ({ moments, violations }) => {
    expect(violations.filter(({ invariant }) => invariant === 'two-writers-in-one-epoch')).toEqual([]);
    for (const moment of moments) {
      expect(primaryOf(moment)).toHaveLength(1);
      for (const { instances } of moment.clusters) {
        expect(instances.filter(({ role }) => role === 'writer').length).toBeLessThanOrEqual(1);
      }
    }
  });
});

test('while no copy is destroyed, no acknowledged commit is lost inside the Region', () => {
  always(passingEvent, ({ verdict }) => {
    expect(verdict.dataLossSeconds).toBe(verdict.regionDataLossSeconds);
  });
});

test('whatever passes, the primary writes and reads again afterwards', () => {
  always(passingEvent, ({ moments }) => {
    const [last] = primaryOf(moments.at(-1) as Moment);
    expect([last?.writes, last?.reads]).toEqual(['up', 'up']);
  });
});

test('commits are taken exactly while every group has its write quorum', () => {
  always(anyEvent, ({ moments }) => {
    for (const { writes, volume } of moments.flatMap(({ clusters }) => clusters)) {
      const groups = [volume.worst, ...volume.named];
      expect(Math.min(...groups.map(({ complete }) => complete))).toBe(volume.worst.complete);
      const counted = volume.writeQuorum.of === 4 ? 4 : 6;
      for (const { segments, complete } of groups) {
        const lit = segments.filter((state) => state === 'complete').length;
        expect(complete).toBeLessThanOrEqual(Math.min(lit, counted));
        if (counted === 6) expect(complete).toBe(lit);
      }
      if (writes === 'up') expect(volume.worst.complete).toBeGreaterThanOrEqual(volume.writeQuorum.needs);
      if (writes === 'stalled') expect(volume.worst.complete).toBeLessThan(volume.writeQuorum.needs);
    }
  });
});

test('who answers an endpoint runs, and the cluster endpoint is answered by the writer', () => {
  always(anyEvent, ({ moments }) => {
    for (const { endpoints, instances, writes } of moments.flatMap(({ clusters }) => clusters)) {
      const stateOf = (id: string) => instances.find((instance) => instance.id === id);
      for (const { name, answers, reason } of endpoints) {
        for (const id of answers) expect(stateOf(id)?.state).toBe('running');
        expect(reason === undefined).toBe(answers.length > 0);
        if (name !== 'cluster') continue;
        for (const id of answers) expect(stateOf(id)?.role).toBe('writer');
        expect(writes === 'down').toBe(answers.length === 0);
      }
    }
  });
});

test('who is promoted is a reader that runs, and none that runs has a lower tier or is larger', () => {
  always(anyEvent, ({ moments }) => {
    for (const moment of moments.filter(({ label }) => label === 'promotion begins')) {
      const [cluster] = primaryOf(moment) as [ClusterMoment];
      const chosen = cluster.instances.find(({ state }) => state === 'promoting');
      expect(moment.explanation.headline).toContain(`${chosen?.id} is to be promoted`);
      const others = cluster.instances.filter(({ role, state }) => role === 'reader' && state === 'running');
      for (const { promotionTier, class: size } of others) {
        expect(chosen?.promotionTier).toBeLessThanOrEqual(promotionTier);
        if (promotionTier === chosen?.promotionTier) {
          expect(compareInstanceClassSize(chosen.class, size)).toBeLessThanOrEqual(0);
        }
      }
    }
  });
});

test('what the verdict counts is what the moments show', () => {
  always(anyEvent, ({ moments, verdict }) => {
    const away = { writes: 0, reads: 0 };
    for (const [index, moment] of moments.entries()) {
      const [primary] = primaryOf(moment);
      const elapsed = (moments[index + 1]?.at ?? moment.at) - moment.at;
      if (primary?.writes !== 'up') away.writes += elapsed;
      if (primary?.reads !== 'up') away.reads += elapsed;
    }
    expect(verdict.writesUnavailableSeconds).toBe(away.writes / 1000);
    expect(verdict.readsUnavailableSeconds).toBe(away.reads / 1000);
  });
});

test('the parts of the longest outage come to its length', () => {
  always(anyEvent, ({ verdict, summary }) => {
    const { writerRecoverySeconds, regionRecoverySeconds } = verdict;
    if (writerRecoverySeconds === null || regionRecoverySeconds === null) return;
    const total = summary.recovery.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    expect(total / 1000).toBe(Math.max(writerRecoverySeconds, regionRecoverySeconds));
  });
});

test('sentences keep to the rules of wording', () => {
  always(anyEvent, ({ moments, summary }) => {
    const sentences = [...moments.map(({ explanation }) => explanation), summary];
    for (const { headline, detail } of sentences) {
      expect(wordCount(headline), headline).toBeLessThanOrEqual(16);
      expect(wordCount(detail), detail).toBeLessThanOrEqual(24);
      expect(`${headline} ${detail}`).not.toMatch(/successfully|unfortunately|due to|!|undefined|\bNaN\b| -\d|\s\s/i);
      expect(headline).toMatch(/^\S.*\.$/);
    }
    for (const { label } of moments) expect(wordCount(label), label).toBeLessThanOrEqual(3);
  });
});

test('whoever is busy runs in the primary, and is busy to at most 100 percent', () => {
  always(anyEvent, ({ moments }) => {
    for (const { role, instances } of moments.flatMap(({ clusters }) => clusters)) {
      for (const { load, lag, state } of instances) {
        if (load === undefined && lag === undefined) continue;
        expect([role, state]).toEqual(['primary', 'running']);
        expect(load ?? 0).toBeGreaterThanOrEqual(0);
        expect(load ?? 0).toBeLessThanOrEqual(100);
      }
    }
  });
});
