import { countOf } from '../../text/quantity.ts';
import type { Expectation } from '../scenario.ts';
import type { ClusterMoment, Instant, Moment } from '../timeline.ts';
import { inconclusive, type Judgement, judged, judgeNumber } from './judgement.ts';

/** The state at an instant: the last moment at or before it. Undefined before the first. */
export function momentAt(moments: readonly Moment[], instant: Instant): Moment | undefined {
  return moments.findLast(({ at }) => at <= instant);
}

/**
 * Judges what has to hold at one instant. Writes, reads, the writer and the readers are those of the cluster that is the
 * primary then; an endpoint is looked up there first, and then in the other Regions.
 */
export function judgeAtInstant({ name, expected, of = '' }: Expectation, { clusters }: Moment): Judgement {
  const primary = clusters.find(({ role }) => role === 'primary');
  if (primary === undefined) return inconclusive('No cluster is the primary then.');
  switch (name) {
    case 'writes':
    case 'reads':
      return judged(primary[name] === expected, `${name} are ${primary[name]}.`);
    case 'writer': {
      const writers = runningWriters(primary);
      const passes = expected === 'nobody' ? writers.length === 0 : writers.includes(expected);
      return judged(passes, answering(writers, 'takes writes'));
    }
    case 'readers': {
      const readers = runningReaders(primary);
      return judgeNumber(expected, readers.length, `${countOf(readers.length, 'reader')}${named(readers)}.`);
    }
    case 'endpoints':
      return judgeEndpoint(expected, answersOf([primary, ...clusters], of), of);
    case 'quorum':
      return judgeNumber(expected, ...completeCopies(primary, of));
    case 'capacity':
      return judgeCapacity(expected, clusters, of);
    default:
      return inconclusive(`${name} is not measured yet.`);
  }
}

function answersOf(clusters: readonly ClusterMoment[], endpoint: string): readonly string[] | undefined {
  const ofBranches = clusters.flatMap(({ branches = [] }) => branches.flatMap((branch) => branch.endpoint ?? []));
  const all = [...clusters.flatMap(({ endpoints }) => endpoints), ...ofBranches];
  return all.find(({ name }) => name === endpoint)?.answers;
}

/** Who answers the cluster endpoint; where several instances are writers, those of them that run. */
function runningWriters(cluster: ClusterMoment): readonly string[] {
  const writers = cluster.instances.filter(({ role }) => role === 'writer');
  if (writers.length < 2) return answersOf([cluster], 'cluster') ?? [];
  return writers.filter(({ state }) => state === 'running').map(({ id }) => id);
}

function runningReaders({ endpoints, instances }: ClusterMoment): readonly string[] {
  const answers = endpoints.find(({ name }) => name === 'reader')?.answers ?? [];
  return answers.filter((id) => instances.some((instance) => instance.id === id && instance.role === 'reader'));
}

function judgeEndpoint(expected: string, answers: readonly string[] | undefined, endpoint: string): Judgement {
  if (answers === undefined) return inconclusive(`There is no endpoint ${endpoint} then.`);
  const wanted = expected === 'nobody' ? [] : expected.split(', ');
  const passes = wanted.length === answers.length && wanted.every((id) => answers.includes(id));
  return judged(passes, answering(answers, 'answers'));
}

/** How many copies of a group count at that instant, and what is said of it. */
function completeCopies({ volume }: ClusterMoment, group: string): [number, string] {
  const { worst, named: others } = volume;
  const alone = [worst, ...others].find(({ id }) => id === group);
  const complete = alone?.complete ?? volume.others.filter((state) => state === 'complete').length;
  return [complete, `${complete} of ${volume.writeQuorum.of} copies are complete.`];
}

function answering(ids: readonly string[], does: string): string {
  if (ids.length === 0) return `Nobody ${does}.`;
  return ids.length === 1 ? `${ids[0]} ${does}.` : `${ids.join(', ')} ${does.replace(/s$|s(?= )/, '')}.`;
}

function named(ids: readonly string[]): string {
  return ids.length === 0 ? '' : `: ${ids.join(', ')}`;
}

/** The capacity of a Serverless v2 instance in ACU. */
function judgeCapacity(expected: string, clusters: readonly ClusterMoment[], id: string): Judgement {
  const instance = clusters.flatMap(({ instances }) => instances).find((candidate) => candidate.id === id);
  if (instance === undefined) return inconclusive(`There is no instance ${id} then.`);
  const { capacity } = instance;
  if (capacity === undefined) return inconclusive(`${id} is no Serverless v2 instance of a known capacity range.`);
  return judgeNumber(expected, capacity, `${id} has ${capacity} ACU.`);
}
