import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { boolean, choice, duration, integer, momentOfWeek, number, size, text } from './scalar.ts';
import { list, object, record } from './shape.ts';

const loadShape = object(
  {
    readsPerSecond: number({ summary: 'Reads per second from now on.' }),
    writesPerSecond: number({ summary: 'Writes per second from now on.' }),
    connections: integer({ summary: 'Connections from now on.' }),
  },
  { summary: 'The load from now on.' },
);

const eventShape = object(
  {
    at: duration({ summary: 'When it happens, from the start of the run.', example: '60s' }),
    fail: choice(['instance', 'az', 'region', 'segment'], {
      summary: 'Something is gone: an instance, an AZ, a Region, or one segment of a protection group.',
      facts: [resilience.az_plus_one],
    }),
    crash: text(
      { summary: 'An instance fails: writer, or an instance id.', facts: [resilience.promotion_rule] },
      'instanceId',
    ),
    restart: text(
      { summary: 'An instance restarts in place: writer, or an instance id.', facts: [resilience.restart_preferred] },
      'instanceId',
    ),
    corrupt: choice(['segment'], { summary: 'A segment returns wrong bytes until scrubbing finds them.' }),
    failover: choice(['cluster', 'region'], {
      summary: 'A failover by hand: inside the cluster, or to another Region.',
    }),
    switchover: choice(['region'], {
      summary: 'A planned change of the primary Region; nothing is lost.',
      facts: [resilience.global_rpo],
    }),
    target: text(
      {
        summary:
          'What is hit: an instance id, an AZ, a Region, or a segment such as pg-17/A; of a load, the clone or the restored cluster that has it.',
      },
      'faultTarget',
    ),
    for: duration({ summary: 'How long it is gone.', default: 'to the end of the run', example: '20m' }),
    partition: list(list(text({ summary: 'An AZ or a Region.' }, 'faultTarget'), { summary: 'One side.' }), {
      summary: 'AZs or Regions that cannot reach each other.',
    }),
    load: loadShape,
    add: choice(['reader', 'region'], {
      summary: 'Adds a reader, or a secondary Region: a copy of the storage first, no instance. The target says where.',
      facts: [limits.global_headless],
    }),
    remove: text(
      { summary: 'Deletes an instance, a clone, a restored cluster, a snapshot, or the primary cluster.' },
      'instanceId',
    ),
    modify: record(text({ summary: 'The new value.' }), {
      summary:
        'Changes the design while it runs: orders-b.class, orders-b.promotionTier, serverlessV2ScalingConfiguration.minCapacity and maxCapacity.',
    }),
    patch: choice(['engine'], { summary: 'Patches the engine as in the maintenance window.' }),
    zeroDowntime: boolean({ summary: 'Whether the patch keeps connections.' }),
    applyImmediately: boolean({
      summary: 'Whether the patch begins at once, or waits for the maintenance window of the cluster.',
      default: 'true',
      facts: [limits.maintenance_cluster_owned, limits.default_windows],
    }),
    drop: size({
      summary: 'Drops tables or databases that hold this much: the volume shrinks by it.',
      example: '200 GiB',
      facts: [limits.storage_shrinks],
    }),
    backtrack: duration({ summary: 'Rewinds the cluster by this much.', example: '10m', engine: 'aurora-mysql' }),
    snapshot: text({ summary: 'Takes a manual snapshot of this name.', facts: [resilience.pitr] }),
    restore: object(
      {
        toTime: duration({
          summary: 'An instant of the run, within the backup retention and not in its last minutes.',
          example: '10m',
          facts: [limits.pitr_latest],
        }),
        snapshot: text({ summary: 'A snapshot that the run takes, or one of the design.' }, 'snapshotId'),
      },
      {
        summary: 'Restores into a new cluster, restore-1 and so on: of a snapshot, or to an instant.',
        facts: [resilience.pitr],
      },
    ),
    clone: text({
      summary:
        'Makes a clone of this name: a new cluster that shares the pages of the volume until either side writes them.',
      facts: [resilience.cow_pages, limits.clone_cow_max],
    }),
    class: text(
      {
        summary: 'Class of the instance that a clone or a restored cluster gets.',
        default: 'no instance',
        example: 'db.r7g.large',
      },
      'instanceClass',
    ),
  },
  { summary: 'Something that happens in the run.' },
  ['at'],
);

const comparison = (summary: string, example: string) => text({ summary, example });

const expectationsShape = object(
  {
    writerRecovery: comparison('Longest time until the cluster endpoint takes writes again.', '"< 60s"'),
    writesUnavailable: comparison('Time in which nobody took a write.', '"< 60s"'),
    readsUnavailable: comparison('Time in which nobody answered a read.', '"< 60s"'),
    dataLoss: comparison('Acknowledged commits lost, as seconds of commits.', '0s'),
    regionRecovery: comparison('The same across Regions.', '"< 5m"'),
    regionDataLoss: comparison('The same across Regions.', '"<= 5s"'),
    promoted: text({ summary: 'The instance promoted last, or nobody.' }, 'instanceId'),
    writeConflicts: comparison('Writes of a multi-master cluster rolled back in conflicts.', '"< 1000"'),
    costUsd: comparison('Cost of the run.', '"< 10"'),
    never: list(text({ summary: 'An invariant.' }, 'invariant'), { summary: 'Invariants that hold all the time.' }),
    at: list(
      object(
        {
          at: duration({ summary: 'The instant.', example: '120s' }),
          writes: choice(['up', 'stalled', 'down'], { summary: 'State of writes.' }),
          reads: choice(['up', 'down'], { summary: 'State of reads.' }),
          writer: text({ summary: 'Who writes.' }, 'instanceId'),
          readers: text({ summary: 'How many readers answer.' }),
          endpoints: record(
            list(text({ summary: 'An instance.' }, 'instanceId'), { summary: 'Who answers.' }),
            { summary: 'Who answers for an endpoint.' },
            'endpointId',
          ),
          quorum: record(
            text({ summary: 'Complete copies.' }),
            { summary: 'Complete copies of a protection group.' },
            'protectionGroup',
          ),
          capacity: record(
            text({ summary: 'ACU.' }),
            { summary: 'Capacity of a Serverless v2 instance.' },
            'instanceId',
          ),
        },
        { summary: 'What holds at one instant.' },
        ['at'],
      ),
      { summary: 'What holds at chosen instants.' },
    ),
  },
  { summary: 'What the run must show.' },
);

/** The scenarios of a blueprint or of a scenario file. */
export const scenariosShape = list(
  object(
    {
      name: text({ summary: 'Name of the scenario.' }),
      seed: integer({ summary: 'Seed of everything random: same design, scenario and seed, same run.', default: '1' }),
      duration: duration({ summary: 'Length of the run.', default: '30m', example: '30m' }),
      assumptions: record(
        text({ summary: 'The value to use.' }),
        {
          summary:
            'Figures AWS does not publish, such as how long it takes to notice that a writer is gone, or after how long a segment fails by itself (segmentMttf, off when nothing is said).',
        },
        'assumption',
      ),
      prices: record(text({ summary: 'USD.' }), {
        summary:
          'Prices to use instead of the sourced ones, in USD: an instance class by the hour, acuHour, storageGbMonth, ioMillion, replicatedWriteMillion, backupGbMonth.',
      }),
      startsAt: momentOfWeek({
        summary:
          'When the run begins, in UTC: a day of the week and a time. Backup and maintenance windows come by it.',
        default: 'no time of the week, so that no window comes',
        example: 'sun:04:50',
        facts: [limits.backup_window_format],
      }),
      events: list(eventShape, { summary: 'What happens, in order of time.' }),
      expect: expectationsShape,
    },
    { summary: 'A named list of timed events with what is expected of them.' },
    ['name', 'events'],
  ),
  { summary: 'Failures to play on the design, each with what is expected of it.' },
);
