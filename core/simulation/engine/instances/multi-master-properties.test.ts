import fc from 'fast-check';
import { expect, test } from 'vitest';
import { simulate } from '../../simulate.ts';
import { anyEvent, arbitraryMultiMaster, passingEvent, scenarioOf } from '../../testing/arbitrary.ts';
import { designOf } from '../../testing/example.ts';
import type { ClusterMoment, Timeline } from '../../timeline.ts';

/** Holds for every run over these events on a multi-master cluster. */
function always(event: typeof anyEvent, holds: (timeline: Timeline) => void): void {
  const runs = fc.tuple(arbitraryMultiMaster, fc.array(event, { minLength: 1, maxLength: 8 }), fc.nat());
  fc.assert(
    fc.property(runs, ([clusters, events, seed]) => {
      const design = designOf(clusters);
      const result = simulate(design, { scenario: scenarioOf(events, seed) });
      fc.pre(!('problem' in result));
      holds(result.timeline);
      expect(simulate(design, { scenario: scenarioOf(events, seed) })).toEqual(result);
    }),
    { numRuns: 150 },
  );
}

const primaryOf = (clusters: readonly ClusterMoment[]) => clusters.find(({ role }) => role === 'primary');
const wordCount = (text: string) => text.split(/\s+/).length;

test('every instance is a writer, nobody is promoted, and no two share an epoch', () => {
  always(anyEvent, ({ moments, verdict, violations }) => {
    expect(verdict.promoted).toBe('nobody');
    expect(violations.filter(({ invariant }) => invariant === 'two-writers-in-one-epoch')).toEqual([]);
    for (const { kind, clusters } of moments) {
      expect(['promoted', 'nobody-to-promote', 'writer-recreated', 'region-failover']).not.toContain(kind);
      expect(new Set(primaryOf(clusters)?.instances.map(({ role }) => role))).not.toContain('reader');
    }
  });
});

test('writes are taken as long as an instance runs and every group has its write quorum', () => {
  always(anyEvent, ({ moments }) => {
    for (const { clusters } of moments) {
      const { writes, instances = [], volume } = primaryOf(clusters) ?? {};
      const runs = instances.some(({ state }) => state === 'running');
      const hasQuorum = volume !== undefined && volume.worst.complete >= volume.writeQuorum.needs;
      if (hasQuorum) expect(writes).toBe(runs ? 'up' : 'down');
      else expect(writes).not.toBe('up');
    }
  });
});

test('who answers an endpoint runs, and the cluster endpoint has one instance at most', () => {
  always(anyEvent, ({ moments }) => {
    for (const { clusters } of moments) {
      const { endpoints = [], instances } = primaryOf(clusters) ?? {};
      expect(endpoints.map(({ name }) => name)).toEqual(['cluster']);
      for (const { answers, reason } of endpoints) {
        expect(answers.length).toBeLessThanOrEqual(1);
        expect(reason === undefined).toBe(answers.length > 0);
        for (const id of answers) expect(instances?.find((one) => one.id === id)?.state).toBe('running');
      }
    }
  });
});

test('whatever passes, all write again afterwards and the cluster endpoint leads to one of them', () => {
  always(passingEvent, ({ moments, verdict }) => {
    const last = primaryOf(moments.at(-1)?.clusters ?? []);
    expect([last?.writes, last?.reads, last?.endpoints[0]?.answers.length]).toEqual(['up', 'up', 1]);
    expect(verdict.dataLossSeconds).toBe(0);
  });
});

test('what the verdict counts is what the moments show, conflicts too', () => {
  always(anyEvent, ({ moments, verdict, summary }) => {
    const counted = { away: 0, conflicts: 0 };
    let isKnown = true;
    for (const [index, { at, kind, clusters }] of moments.entries()) {
      const elapsed = (moments[index + 1]?.at ?? at) - at;
      const primary = primaryOf(clusters);
      if (primary?.writes !== 'up') counted.away += elapsed;
      counted.conflicts += (primary?.conflictsPerSecond ?? 0) * elapsed;
      if (kind === 'load-changed') isKnown = false;
    }
    expect(verdict.writesUnavailableSeconds).toBe(counted.away / 1000);
    if (isKnown) expect(Math.abs((verdict.writeConflicts ?? 0) - counted.conflicts / 1000)).toBeLessThanOrEqual(1);
    if (verdict.writerRecoverySeconds === null || verdict.regionRecoverySeconds === null) return;
    const total = summary.recovery.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    expect(total / 1000).toBe(Math.max(verdict.writerRecoverySeconds, verdict.regionRecoverySeconds));
  });
});

test('sentences keep to the rules of wording', () => {
  always(anyEvent, ({ moments, summary }) => {
    const own = moments.filter(({ kind }) => !kind.startsWith('partition') && kind !== 'refused');
    for (const { explanation } of own)
      expect(Object.values(explanation).join(' ')).not.toMatch(/\breaders?\b(?!-)|promoted in/);
    for (const { headline, detail } of [...moments.map(({ explanation }) => explanation), summary]) {
      expect(wordCount(headline), headline).toBeLessThanOrEqual(16);
      expect(wordCount(detail), detail).toBeLessThanOrEqual(24);
      expect(`${headline} ${detail}`).not.toMatch(/due to|!|undefined|\bNaN\b| -\d|\s\s/i);
      expect(headline).toMatch(/^\S.*\.$/);
    }
    for (const { label } of moments) expect(wordCount(label), label).toBeLessThanOrEqual(3);
  });
});
