import fc from 'fast-check';
import type { ClusterPicture, EndpointPicture, InstancePicture, PillarPicture } from '../picture/cluster-picture.ts';
import type { Picture } from '../picture/picture.ts';

const shown = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 9 });

const identifier = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map((number) => `orders-${number}`),
  fc.string({ minLength: 1, maxLength: 63, unit: 'grapheme' }),
);

const instance = fc.record({
  id: shown(identifier),
  tier: shown(fc.integer({ min: 0, max: 15 })),
  class: shown(fc.constantFrom('db.r7g.2xlarge', 'db.serverless', 'db.x2g.16xlarge')),
  vcpu: shown(fc.constantFrom(2, 8, 128)),
  memoryGib: shown(fc.constantFrom(16, 15.25, 1024)),
  nextWriter: fc.boolean(),
  place: fc.integer({ min: 0, max: 5 }),
});

const kinds = ['volume', 'volume', 'volume', 'outside', 'unknown', 'chosen'] as const;

function cluster(path: string, mostInstances: number): fc.Arbitrary<ClusterPicture> {
  return fc
    .record({
      region: shown(fc.constantFrom('us-east-1', 'ap-southeast-1')),
      clusterIdentifier: shown(identifier),
      instances: fc.array(instance, { maxLength: mostInstances }),
      custom: fc.array(fc.record({ name: shown(identifier), members: shown(fc.integer({ min: 0 })) }), {
        maxLength: 6,
      }),
      groups: shown(fc.integer({ min: 1, max: 26_215 })),
      scaling: fc.option(fc.record({ min: shown(fc.nat(15)), max: shown(fc.nat(15)) })),
    })
    .map(({ region, clusterIdentifier, instances, custom, groups, scaling }) => {
      const placed = instances.map(({ place, ...rest }, index) => {
        const role = index === 0 && path === 'primary' ? ('writer' as const) : ('reader' as const);
        return { place, picture: { ...rest, role, path: `${path}.instances[${index}]` } satisfies InstancePicture };
      });
      const pillars = kinds.map(
        (kind, index): PillarPicture => ({
          kind,
          path,
          zone: kind === 'chosen' || kind === 'unknown' ? null : `us-east-1${'abcd'[index]}`,
          instances: placed.filter(({ place }) => place === index).map(({ picture }) => picture),
        }),
      );
      const paths = placed.map(({ picture }) => picture.path);
      const [writer, ...readers] = paths;
      const endpoints: EndpointPicture[] = custom.map(({ name, members }, index) => ({
        path: `${path}.endpoints[${index}]`,
        kind: 'custom',
        name,
        answers: members === null ? null : paths.filter((_, bit) => (members >> bit) & 1),
      }));
      const builtIn = (kind: EndpointPicture['kind'], answers: readonly string[]) => ({
        path,
        kind,
        name: kind,
        answers,
      });
      return {
        path,
        role: path === 'primary' ? ('primary' as const) : ('secondary' as const),
        region,
        clusterIdentifier,
        pillars: pillars.filter(({ kind, instances }) => kind === 'volume' || instances.length > 0),
        endpoints:
          path === 'primary'
            ? [...endpoints, builtIn('reader', readers), builtIn('cluster', writer === undefined ? [] : [writer])]
            : [...endpoints, builtIn('reader', paths)],
        volume: { path: `${path}.volume`, bytes: groups === null ? null : groups * 10_737_418_240, groups },
        ...(scaling && { scaling: { path: `${path}.autoScaling`, readers: readers.length, ...scaling } }),
        ...(path !== 'primary' && { replication: 'global' as const }),
      };
    });
}

/** Pictures of up to 16 instances in the primary and up to ten secondaries, with anything unknown. */
export const arbitraryPicture: fc.Arbitrary<Picture> = fc
  .integer({ min: 0, max: 10 })
  .chain((secondaries) =>
    fc.record({
      name: shown(identifier),
      primary: cluster('primary', 16),
      others: fc.tuple(...Array.from({ length: secondaries }, (_, index) => cluster(`secondaries[${index}]`, 5))),
    }),
  )
  .map(({ name, primary, others }) => ({
    name,
    engine: 'aurora-postgresql 16.9',
    workload: { readsPerSecond: 40_000, writesPerSecond: null },
    clusters: [primary, ...others],
  }));
