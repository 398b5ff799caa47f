import { describe, expect, test } from 'vitest';
import { parseSize } from '../design/format/size.ts';
import { protectionGroupsOf } from '../design/volume.ts';
import * as limits from '../facts/generated/limits.ts';
import * as pricing from '../facts/generated/pricing.ts';
import * as resilience from '../facts/generated/resilience.ts';
import { assumptionTable } from './assumptions.ts';
import { replicaLag } from './engine/load/replica-lag.ts';
import { segmentsPerGroup } from './quorum.ts';
import { alone, clusterAt, designOf, momentOf, played, threeZones, timelineOf, twoRegions } from './testing/example.ts';

const runs = 300;

/** Milliseconds of a writer's recovery, over many seeds. */
function recoveries(clusters: string, event: string): readonly number[] {
  const design = designOf(`${clusters}\nscenarios: [{ name: s, events: [${event}] }]`);
  return Array.from({ length: runs }, (_, seed) => {
    const { writerRecoverySeconds } = timelineOf(design, { scenario: 's' }, seed).verdict;
    return (writerRecoverySeconds ?? Number.POSITIVE_INFINITY) * 1000;
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Verbitski et al. 2017 and 2018', () => {
  test('64 TiB are 6,554 protection groups with 39,324 segments', () => {
    const groups = protectionGroupsOf(parseSize('64 TiB') ?? 0);
    expect([groups, groups * segmentsPerGroup]).toEqual([6554, 39_324]);
  });

  test('up to 10,000 writes a second no reader is more than 20 ms behind', () => {
    for (const writes of [1000, 2000, 5000, 10_000]) expect(replicaLag(writes)).toBeLessThanOrEqual(20);
  });

  test('a segment of 10 GB is repaired in 10 s', () => {
    const timeline = played(threeZones, '{ at: 60s, fail: segment, target: pg-3/A }');
    expect(momentOf(timeline, 'segment-repaired').at - momentOf(timeline, 'segment-failed').at).toBe(10_000);
  });

  test('crash recovery takes less than 10 s: nothing is replayed', () => {
    for (const taken of recoveries(threeZones, '{ at: 60s, restart: writer }')) {
      expect(taken).toBeLessThanOrEqual(10_000);
    }
  });

  test('an AZ away keeps writes, one more copy keeps data; a long absence makes the quorum 3 of 4', () => {
    const timeline = played(
      threeZones,
      '{ at: 60s, fail: az, target: us-east-1c }, { at: 90s, fail: segment, target: pg-3/A }',
    );
    expect(clusterAt(timeline, 61_000)).toMatchObject({ writes: 'up' });
    expect(clusterAt(timeline, 91_000)).toMatchObject({ writes: 'stalled', reads: 'up' });
    expect(clusterAt(timeline, 120_000)).toMatchObject({ writes: 'up' });
    expect(clusterAt(timeline, 600_000).volume.writeQuorum).toEqual({ needs: 3, of: 4 });
    expect(timeline.verdict.dataLossSeconds).toBe(0);
  });
});

describe('the Aurora guide, and what was measured', () => {
  test('with a reader a failover takes less than 60 s; measured were 10 to 16 s, 12.4 s on average', () => {
    const taken = recoveries(threeZones, '{ at: 60s, crash: writer }');
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(10_000);
    expect(Math.max(...taken)).toBeLessThanOrEqual(16_000);
    expect(Math.abs(mean(taken) - 12_400)).toBeLessThan(1000);
  });

  test('without a reader the writer is recreated in its AZ in less than 10 min', () => {
    const detection = 5000;
    for (const taken of recoveries(alone, '{ at: 60s, crash: writer }')) {
      expect(taken).toBeGreaterThan(60_000);
      expect(taken).toBeLessThanOrEqual(600_000 + detection + 10_000);
    }
  });

  test('when the AZ is gone and no reader stands elsewhere, nobody is promoted', () => {
    const { verdict } = played(alone, '{ at: 60s, fail: az, target: us-east-1a }');
    expect(verdict).toMatchObject({ promoted: 'nobody', writerRecoverySeconds: null });
  });

  test('a switchover of the Region loses nothing, a failover what had not arrived: less than a second', () => {
    const planned = played(twoRegions, '{ at: 60s, switchover: region, target: eu-west-1 }');
    const unplanned = played(twoRegions, '{ at: 60s, failover: region, target: eu-west-1 }');
    expect(planned.verdict.regionDataLossSeconds).toBe(0);
    expect(unplanned.verdict.regionDataLossSeconds).toBeGreaterThan(0);
    expect(unplanned.verdict.regionDataLossSeconds).toBeLessThanOrEqual(1);
  });
});

describe('the limits of the Aurora guide that runs keep to', () => {
  test('of clusters, backups, clones and auto scaling', () => {
    expect(limits.replicas_per_cluster_max.value).toBe(15);
    expect(limits.custom_endpoints_max.value).toBe(5);
    expect(limits.backtrack_window.max).toBe(72 * 3600);
    expect([limits.backup_retention.min, limits.backup_retention.max]).toEqual([1, 35]);
    expect(limits.clone_cow_max.value).toBe(15);
    expect([limits.as_capacity.min, limits.as_capacity.max]).toEqual([0, 15]);
    expect(limits.as_cooldown.value).toBe(300);
    expect(limits.as_new_replica.value.tier).toBe(15);
    expect(limits.multi_master_max_instances_history.value).toBe(4);
  });

  test('of global databases', () => {
    expect([limits.global_secondary_regions_max_2023.value, limits.global_secondary_regions_max.value]).toEqual([
      5, 10,
    ]);
    expect(limits.global_secondary_replicas_max.value).toBe(16);
    expect(limits.global_rpo_param.min).toBe(20);
    expect(assumptionTable.globalLag.max).toBeLessThanOrEqual(1000);
  });

  test('of Serverless v2', () => {
    const { min, max, step } = limits.sv2_capacity;
    expect([min, max, step]).toEqual([0, 256, 0.5]);
    expect([limits.sv2_autopause_timeout.min, limits.sv2_autopause_timeout.max]).toEqual([300, 86_400]);
    expect(limits.promotion_tier_serverless_v2_scaling.value).toEqual([0, 1]);
    expect([assumptionTable.resume.max, assumptionTable.resumeAfterDay.min]).toEqual([15_000, 30_000]);
    expect([pricing.acu_hour.value, pricing.acu_hour.region]).toEqual([0.12, 'us-east-1']);
  });

  test('an endpoint is found anew 5 s after its record changed, which takes less than 30 s', () => {
    expect(resilience.dns_ttl.value).toBe(5);
    expect(assumptionTable.dns.min).toBeGreaterThan(0);
    expect(assumptionTable.dns.max).toBeLessThan(30_000);
  });
});
