import fc from 'fast-check';
import { instanceStates } from '../../simulation/engine/state.ts';
import type {
  ClusterMoment,
  EndpointMoment,
  InstanceMoment,
  Moment,
  SegmentState,
  Timeline,
  VolumeMoment,
} from '../../simulation/timeline.ts';
import type { ClusterPicture, InstancePicture } from '../picture/cluster-picture.ts';
import type { Picture } from '../picture/picture.ts';

const segments = fc.array(fc.constantFrom<SegmentState>('complete', 'dark', 'cut-off', 'failed', 'copying'), {
  minLength: 6,
  maxLength: 6,
});

const volume: fc.Arbitrary<VolumeMoment> = fc
  .record({ group: fc.option(fc.nat(20_000)), worst: segments, others: segments, needs: fc.constantFrom(3, 4) })
  .map(({ group, worst, others, needs }) => {
    const shown = group === null ? others : worst;
    const moment = {
      id: `pg-${group ?? 0}`,
      segments: shown,
      complete: shown.filter((state) => state === 'complete').length,
    };
    return {
      bytes: 109_951_162_777_600,
      groups: 10_240,
      writeQuorum: { needs, of: needs + 2 },
      readQuorum: { needs: 3, of: 6 },
      worst: moment,
      named: group === null ? [] : [moment],
      others,
    };
  });

const states = instanceStates.filter((state) => state !== 'absent');

/** What a run calls an instance. */
function idOf(instance: InstancePicture | undefined): string {
  return instance?.id ?? instance?.path ?? '?';
}

function clusterMoment(picture: ClusterPicture): fc.Arbitrary<ClusterMoment> {
  const instances = picture.pillars.flatMap((pillar) => pillar.instances);
  const since = fc.nat(60_000);
  const instance = fc.record({
    role: fc.constantFrom('writer' as const, 'reader' as const),
    zone: fc.constantFrom('us-east-1a', 'us-east-1b', 'us-east-1c'),
    promotionTier: fc.nat(15),
    state: fc.constantFrom(...states),
    since,
    load: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    replicaLag: fc.option(fc.double({ min: 0, max: 1e7, noNaN: true }), { nil: undefined }),
    capacity: fc.option(
      fc.integer({ min: 0, max: 512 }).map((halves) => halves / 2),
      { nil: undefined },
    ),
  });
  const endpoint = fc.record({ bits: fc.nat(), reason: fc.constantFrom('orders-c was its only member', undefined) });
  return fc
    .record({
      role: fc.constantFrom('primary' as const, 'secondary' as const),
      darkSince: fc.option(since, { nil: undefined }),
      zones: fc.array(fc.option(since, { nil: undefined }), { minLength: 3, maxLength: 3 }),
      instances: fc.array(instance, { minLength: instances.length, maxLength: instances.length }),
      endpoints: fc.array(endpoint, { minLength: picture.endpoints.length, maxLength: picture.endpoints.length }),
      volume,
      writes: fc.constantFrom('up' as const, 'stalled' as const, 'down' as const),
      reads: fc.constantFrom('up' as const, 'down' as const),
      lag: fc.option(fc.nat(100_000), { nil: undefined }),
      replication: fc.constantFrom('streaming' as const, 'cut-off' as const),
    })
    .map(({ darkSince, zones, instances: now, endpoints, lag, ...rest }) => ({
      ...rest,
      region: picture.region ?? 'unknown',
      ...(darkSince !== undefined && { darkSince }),
      ...(lag !== undefined && { lag }),
      zones: zones.map((dark, index) => ({
        name: picture.pillars[index]?.zone ?? `AZ ${index}`,
        ...(dark !== undefined && (dark % 2 === 0 ? { darkSince: dark } : { cutOffSince: dark })),
      })),
      instances: now.map(
        ({ load, replicaLag, capacity, ...moment }, index): InstanceMoment => ({
          ...moment,
          id: idOf(instances[index]),
          ...(load !== undefined && { load }),
          ...(replicaLag !== undefined && { lag: replicaLag }),
          ...(capacity !== undefined && { capacity }),
        }),
      ),
      endpoints: endpoints.map(
        ({ bits, reason }, index): EndpointMoment => ({
          name: picture.endpoints[index]?.name ?? '?',
          answers: instances.filter((_, bit) => (bits >> bit) & 1).map(idOf),
          ...(reason !== undefined && { reason }),
        }),
      ),
    }));
}

/** A run of a few moments over a picture, each in any state at all. */
export function arbitraryTimeline(picture: Picture): fc.Arbitrary<Timeline> {
  const moment = fc.tuple(...picture.clusters.map(clusterMoment));
  return fc.array(moment, { minLength: 1, maxLength: 4 }).map((moments) => ({
    scenario: 'any',
    seed: 1,
    version: 1,
    traceHash: '0',
    duration: 90_000,
    moments: moments.map(
      (clusters, index): Moment => ({
        at: index * 20_000,
        kind: index === 0 ? 'start' : 'az-dark',
        label: 'something',
        explanation: { headline: 'Something happens.', detail: '', source: 'assumed' },
        clusters,
      }),
    ),
    copies: [],
    verdict: {
      writerRecoverySeconds: null,
      writesUnavailableSeconds: 0,
      readsUnavailableSeconds: 0,
      dataLossSeconds: 0,
      regionRecoverySeconds: null,
      regionDataLossSeconds: 0,
      promoted: 'nobody',
      writeConflicts: 0,
      costUsd: null,
    },
    summary: { headline: '', detail: '', recovery: [] },
    expectations: [],
    violations: [],
    assumptions: [],
    notSimulated: [],
  }));
}
