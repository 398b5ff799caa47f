import { type Cluster, clustersOf, type Design, type Instance } from '../design/design.ts';
import type { ScalarShape } from '../design/format/shape.ts';
import { known } from '../design/node.ts';
import { isInside, type Path } from '../design/path.ts';
import { placementsOf, volumeZonesOf } from '../design/placement.ts';
import { writerOf } from '../design/promotion.ts';
import { protectionGroupsOf, volumeBytesOf } from '../design/volume.ts';
import * as limits from '../facts/generated/limits.ts';
import { instanceClasses, serverlessClass } from '../facts/instance-classes.ts';
import { regionByCode, regions } from '../facts/regions.ts';
import { judgedInvariants } from '../simulation/engine/invariants.ts';
import {
  availabilityZoneAsMarkdown,
  instanceClassAsMarkdown,
  instanceClassSize,
  regionAsMarkdown,
} from './catalogue-documentation.ts';

/** A value that can stand in a place. */
export interface OfferedValue {
  readonly value: string;
  readonly detail?: string;
  /** Markdown; that of the property when left out. */
  readonly documentation?: string | undefined;
}

/** The values that the format, the catalogues or the design itself have for the scalar at `path`. */
export function offeredValues(shape: ScalarShape<unknown>, design: Design, path: Path): readonly OfferedValue[] {
  const { choices, vocabulary, documentation } = shape;
  if (vocabulary !== undefined) return fromVocabulary(vocabulary, design, path);
  if (choices !== undefined) return choices.map((value) => ({ value }));
  return documentation.example === undefined ? [] : [{ value: documentation.example, detail: 'example' }];
}

function fromVocabulary(
  vocabulary: NonNullable<ScalarShape<unknown>['vocabulary']>,
  design: Design,
  path: Path,
): readonly OfferedValue[] {
  const cluster = clustersOf(design).find((candidate) => isInside(path, candidate.path));
  switch (vocabulary) {
    case 'region':
      return cluster === undefined ? regionsOf(design) : allRegions;
    case 'availabilityZone':
      return cluster === undefined ? [] : zonesOf(cluster, path);
    case 'instanceClass':
      return classesFor(known(design.engine));
    case 'instanceId':
      return cluster === undefined ? instancesForScenario(design, path) : instancesOf(design, [cluster]);
    case 'faultTarget':
      return faultTargets(design, path);
    case 'invariant':
      return judgedInvariants.map((value) => ({ value }));
    case 'logExport':
      return logsOf(known(design.engine));
  }
}

const allRegions = regions.map(regionValue);

function regionValue(region: (typeof regions)[number]): OfferedValue {
  return { value: region.code, detail: region.name, documentation: regionAsMarkdown(region) };
}

function regionsOf(design: Design): readonly OfferedValue[] {
  return clustersOf(design).flatMap(({ region }) => {
    const code = known(region);
    const listed = code === undefined ? undefined : regionByCode(code);
    return code === undefined ? [] : [listed === undefined ? { value: code } : regionValue(listed)];
  });
}

function zoneValue(value: string): OfferedValue {
  return { value, documentation: availabilityZoneAsMarkdown(value) };
}

/** The AZs of the cluster's Region; for instances only those of the cluster, where it lists all three. */
function zonesOf(cluster: Cluster, path: Path): readonly OfferedValue[] {
  const listed = cluster.availabilityZones.items.flatMap((zone) => known(zone) ?? []);
  const isInList = isInside(path, cluster.availabilityZones.path);
  if (!isInList && listed.length === limits.storage_azs.value) return listed.map(zoneValue);
  return (regionByCode(known(cluster.region) ?? '')?.azs ?? []).map(zoneValue);
}

const families = ['r', 'x', 't'];

/** Orders classes as people choose them: memory-optimised before burstable, new before old, small before large. */
const classesByChoice = [...instanceClasses].sort((a, b) => {
  const [left, right] = [rankOf(a.class), rankOf(b.class)];
  const byVariant = left.variant === right.variant ? 0 : left.variant < right.variant ? -1 : 1;
  return left.family - right.family || right.generation - left.generation || byVariant || a.vcpu - b.vcpu;
});

function rankOf(name: string) {
  const [, family = '', generation = '0', variant = ''] = /^db\.([a-z])(\d+)([a-z]*)\./.exec(name) ?? [];
  return { family: families.indexOf(family), generation: Number(generation), variant };
}

function classesFor(engine: string | undefined): readonly OfferedValue[] {
  const offered = classesByChoice.filter(({ mysql, postgresql }) =>
    engine === undefined ? true : engine === 'aurora-mysql' ? mysql : postgresql,
  );
  return [serverlessClass, ...offered.map((entry) => entry.class)].map((value) => {
    const detail = instanceClassSize(value);
    return { value, ...(detail === undefined ? {} : { detail }), documentation: instanceClassAsMarkdown(value) };
  });
}

function instancesOf(design: Design, clusters: readonly Cluster[]): readonly OfferedValue[] {
  return clusters.flatMap((cluster) =>
    placementsOf(cluster).flatMap(({ instance, availabilityZone }) => {
      const value = known(instance.id);
      return value === undefined ? [] : [{ value, detail: describe(design, cluster, instance, availabilityZone) }];
    }),
  );
}

function describe(design: Design, cluster: Cluster, instance: Instance, zone: string): string {
  const role = writerOf(design, cluster) === instance ? 'writer' : 'reader';
  return [role, known(instance.class), zone].filter((part) => part !== undefined).join(', ');
}

function instancesForScenario(design: Design, path: Path): readonly OfferedValue[] {
  const key = path.at(-1);
  const all = instancesOf(design, clustersOf(design));
  if (key === 'crash' || key === 'restart') return [{ value: 'writer', detail: 'whoever writes then' }, ...all];
  return key === 'promoted' || key === 'writer' ? [...all, { value: 'nobody' }] : all;
}

/** What the event at `path` can hit, by what it does. */
function faultTargets(design: Design, path: Path): readonly OfferedValue[] {
  const [, scenario, , event] = path;
  const node = design.scenarios.items[Number(scenario)]?.events.items[Number(event)];
  if (node === undefined) return [];
  const clusters = clustersOf(design);
  const kind = known(node.fail) ?? known(node.failover) ?? known(node.switchover) ?? known(node.corrupt);
  switch (kind) {
    case 'instance':
    case 'cluster':
      return instancesOf(design, clusters);
    case 'az':
      return [...new Set(clusters.flatMap((cluster) => volumeZonesOf(cluster).map(({ name }) => name)))].map(zoneValue);
    case 'region':
      return regionsOf(design);
    case 'segment':
      return segmentsOf(design.primary);
    default:
      return [];
  }
}

/** The six segments of the first and of the last protection group. */
function segmentsOf(cluster: Cluster): readonly OfferedValue[] {
  const bytes = volumeBytesOf(cluster);
  const last = bytes === undefined ? 0 : protectionGroupsOf(bytes) - 1;
  const zones = volumeZonesOf(cluster);
  return [...new Set([0, last])].flatMap((group) =>
    [...'ABCDEF'].map((letter, index) => ({
      value: `pg-${group}/${letter}`,
      detail: zones[index % zones.length]?.name ?? '',
    })),
  );
}

function logsOf(engine: 'aurora-mysql' | 'aurora-postgresql' | undefined): readonly OfferedValue[] {
  const logs = limits.log_exports.value;
  const names = engine === undefined ? [...logs['aurora-mysql'], ...logs['aurora-postgresql']] : logs[engine];
  return [...new Set<string>(names)].map((value) => ({ value }));
}
