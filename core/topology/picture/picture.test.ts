import { describe, expect, it } from 'vitest';
import { orders, pictureOfBlueprint } from '../testing/blueprint-picture.ts';
import type { ClusterPicture } from './cluster-picture.ts';

function primaryOf(body: string): ClusterPicture {
  const text = `aurora: 1\nname: orders\nengine: aurora-postgresql\nprimary:\n${body.replace(/^/gm, '  ')}`;
  const primary = pictureOfBlueprint(text).clusters[0];
  if (primary === undefined) throw new Error('a picture has a primary');
  return primary;
}

const standing = ({ pillars }: ClusterPicture) =>
  pillars.map(({ kind, zone, instances }) => [kind, zone, instances.map(({ id }) => id)]);

const answers = ({ endpoints }: ClusterPicture) => endpoints.map((endpoint) => [endpoint.name, endpoint.answers]);

describe('pictureOf', () => {
  const { clusters, ...rest } = pictureOfBlueprint(orders);
  const [primary, secondary] = clusters;

  it('names the design and its load', () => {
    expect(rest).toEqual({
      name: 'orders',
      engine: 'aurora-postgresql 16.9',
      workload: { readsPerSecond: 40000, writesPerSecond: 10000 },
    });
  });

  it('stands instances in the three AZs of the volume', () => {
    expect(primary && standing(primary)).toEqual([
      ['volume', 'us-east-1a', ['orders-a']],
      ['volume', 'us-east-1b', ['orders-b']],
      ['volume', 'us-east-1c', ['orders-c']],
    ]);
  });

  it('says of an instance what it is, and where it is written', () => {
    expect(primary?.pillars[1]?.instances[0]).toEqual({
      path: 'primary.instances[1]',
      id: 'orders-b',
      role: 'reader',
      tier: 0,
      class: 'db.r7g.2xlarge',
      vcpu: 8,
      memoryGib: 64,
      nextWriter: true,
    });
  });

  it('leads each endpoint to who answers it', () => {
    expect(primary && answers(primary)).toEqual([
      ['analytics', ['primary.instances[2]']],
      ['reader', ['primary.instances[1]', 'primary.instances[2]']],
      ['cluster', ['primary.instances[0]']],
      ['global', ['primary.instances[0]']],
    ]);
    expect(secondary && answers(secondary)).toEqual([['reader', ['secondaries[0].instances[0]']]]);
  });

  it('draws every instance of a multi-master cluster as a writer, without a reader endpoint or a next writer', () => {
    const several = primaryOf(`region: us-east-1
engineMode: multimaster
endpoints: [{ id: reports, type: READER }, { id: all }]
instances: [{ id: a }, { id: b }]`);
    const drawn = several.pillars.flatMap((pillar) => pillar.instances);
    expect(drawn.map(({ role, nextWriter }) => [role, nextWriter])).toEqual([
      ['writer', false],
      ['writer', false],
    ]);
    expect(answers(several)).toEqual([
      ['reports', []],
      ['all', ['primary.instances[0]', 'primary.instances[1]']],
      ['cluster', ['primary.instances[0]']],
    ]);
  });

  it('divides the volume into groups of 10 GiB', () => {
    expect(primary?.volume).toEqual({ path: 'primary.volume', bytes: 4_398_046_511_104, groups: 410 });
  });

  it('tells how many readers auto scaling has, and its bounds', () => {
    expect(primary?.scaling).toEqual({ path: 'primary.autoScaling', readers: 2, min: 1, max: 6 });
  });
});

describe('where instances stand', () => {
  it('is a place of its own when Aurora chooses the AZ, when it is another AZ, and when nobody can read it', () => {
    const primary = primaryOf(`
region: us-east-1
availabilityZones: [us-east-1a, us-east-1b, us-east-1c]
instances:
  - { id: chosen, class: db.r7g.large }
  - { id: abroad, class: db.r7g.large, availabilityZone: eu-west-1a }
  - { id: unclear, class: db.r7g.large, availabilityZone: [us-east-1a] }`);
    expect(standing(primary).slice(3)).toEqual([
      ['outside', 'eu-west-1a', ['abroad']],
      ['unknown', null, ['unclear']],
      ['chosen', null, ['chosen']],
    ]);
  });

  it('is unknown where not even the Region is known', () => {
    expect(standing(primaryOf('instances: []')).map(([, zone]) => zone)).toEqual([null, null, null]);
  });
});

describe('who answers', () => {
  const cluster = (endpoint: string) => `
region: us-east-1
instances: [{ id: a, class: db.r7g.large }, { id: b, class: db.r7g.large }, { id: c, class: db.r7g.large }]
endpoints: [${endpoint}]`;
  const custom = (endpoint: string) => primaryOf(cluster(endpoint)).endpoints[0]?.answers;

  it('is everybody but the excluded members', () => {
    expect(custom('{ id: most, excludedMembers: [b] }')).toEqual(['primary.instances[0]', 'primary.instances[2]']);
  });

  it('is no writer where the endpoint is of type READER', () => {
    expect(custom('{ id: fixed, type: READER, staticMembers: [a, c] }')).toEqual(['primary.instances[2]']);
  });

  it('is unknown where type or members are', () => {
    expect(custom('{ id: unclear, type: WRITER }')).toBeNull();
    expect(custom('{ id: unclear, staticMembers: 7 }')).toBeNull();
  });

  it('is the writer where the reader endpoint has no reader', () => {
    const alone = primaryOf('region: us-east-1\ninstances: [{ id: a, class: db.r7g.large }]');
    expect(answers(alone)).toEqual([
      ['reader', ['primary.instances[0]']],
      ['cluster', ['primary.instances[0]']],
    ]);
  });
});

it('shows what is unknown as unknown, and never guesses', () => {
  const primary = primaryOf(`
region: [us-east-1]
clusterIdentifier: { a: b }
volume: { size: large }
instances: [{ id: a, class: db.r9g.huge, promotionTier: first }]
autoScaling: { minCapacity: few, maxCapacity: 3 }`);
  expect(primary.region).toBeNull();
  expect(primary.clusterIdentifier).toBeNull();
  expect(primary.volume).toEqual({ path: 'primary.volume', bytes: null, groups: null });
  expect(primary.scaling).toMatchObject({ min: null, max: 3 });
  expect(primary.pillars.at(-1)?.instances[0]).toMatchObject({ class: 'db.r9g.huge', vcpu: null, tier: null });
});
