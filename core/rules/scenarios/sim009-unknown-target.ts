import type { Design, Scenario } from '../../design/design.ts';
import { allKnown, known, type Value } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { scenarioReferences } from '../../design/references.ts';
import { copiesIn, type ScenarioCopy } from '../../design/scenario-copies.ts';
import { protectionGroupsOf, volumeBytesOf } from '../../design/volume.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as resilience from '../../facts/generated/resilience.ts';
import { isRegionCode, regions } from '../../facts/regions.ts';
import { setValue } from '../design-fix.ts';
import type { DesignRule, Report } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { suggestKey, suggestName } from '../suggestion.ts';
import { type Nameable, nameableIn } from './nameable.ts';

type Event = Scenario['events']['items'][number];
type Names = readonly string[] | undefined;

export const rule: DesignRule = {
  id: 'SIM009',
  title: 'A scenario names something that the design does not have',
  group: 'Cross-file and simulation',
  severity: 'error',
  facts: [resilience.groups_for_size],
  check: (design, report) => {
    const ofDesign = nameableIn(design);
    for (const scenario of design.scenarios.items) {
      const nameable = nameableDuring(scenario, ofDesign);
      const { instances } = nameable;
      const copies = copiesIn(scenario);
      const removals = new Set(scenario.events.items.map(({ remove }) => remove));
      const inEvents = new Set(scenario.events.items.flatMap(({ crash, restart, target }) => [crash, restart, target]));
      for (const id of scenarioReferences(scenario)) {
        if (isScaled(known(id))) continue;
        if (removals.has(id)) expectOneOf(id, 'instance or copy', removable(design, instances, copies), report);
        else if (inEvents.has(id)) expectOneOf(id, 'instance', instances, report);
        else expectOneOf(id, 'instance', instances && [...instances, ...instancesOf(copies)], report);
      }
      for (const event of scenario.events.items) checkEvent(event, design, nameable, report);
      const clusters = clustersAmong(copies, scenario);
      for (const { load, target } of scenario.events.items) {
        if (load.presence !== 'absent') expectOneOf(target, 'clone or restored cluster', clusters, report);
      }
      for (const { endpoints, quorum, capacity } of scenario.expect.at.items) {
        const all = nameable.endpoints && clusters && [...nameable.endpoints, ...clusters];
        for (const entry of endpoints.entries) expectKeyOf(entry, 'endpoint', all, report);
        for (const entry of capacity.entries) {
          if (!isScaled(entry.key)) expectKeyOf(entry, 'instance', instances, report);
        }
        for (const entry of quorum.entries)
          expectKeyOf(entry, 'protection group', groupLike(entry.key, design), report);
      }
    }
  },
};

/** What its events can name: what the design has, without the names that nobody knows and with what they make. */
function nameableDuring(scenario: Scenario, nameable: Nameable): Nameable {
  const { instances, snapshots, regions, availabilityZones, endpoints } = nameable;
  const added = scenario.events.items.flatMap(({ add, target }) =>
    known(add) === 'region' ? (known(target) ?? []) : [],
  );
  const taken = scenario.events.items.flatMap(({ snapshot }) => known(snapshot) ?? []);
  return {
    regions: regions && [...regions, ...added],
    availabilityZones: added.length > 0 ? undefined : availabilityZones,
    endpoints: endpoints && [...endpoints, ...(added.length > 0 ? ['global'] : [])],
    instances: addsInstances(scenario) ? undefined : instances,
    snapshots: snapshots && [...snapshots, ...taken],
  };
}

function checkEvent(event: Event, design: Design, nameable: Nameable, report: Report): void {
  const { fail, failover, switchover, corrupt, target, partition, restore, add } = event;
  const { availabilityZones, regions, snapshots } = nameable;
  if (known(fail) === 'az') expectOneOf(target, 'AZ', availabilityZones, report);
  if ([known(fail), known(failover), known(switchover)].includes('region')) {
    expectOneOf(target, 'Region', regions, report);
  }
  if (known(add) === 'region') expectRegionCode(target, report);
  if (known(fail) === 'segment' || known(corrupt) === 'segment') expectSegment(target, design, report);
  for (const place of partition.items.flatMap(({ items }) => items)) {
    const places = availabilityZones && regions && [...availabilityZones, ...regions];
    expectOneOf(place, 'AZ or Region', places, report);
  }
  expectOneOf(restore.snapshot, 'snapshot', snapshots, report);
}

/** A Region that is to be added: one that AWS has, or that has the form of one, as the list grows. */
function expectRegionCode(node: Value<string>, report: Report): void {
  const code = known(node);
  if (code === undefined || isRegionCode(code)) return;
  const codes = regions.map((region) => region.code);
  const { advice, fixes } = suggestName(node.path, code, codes, 'Give one such as eu-west-1.');
  report(node.path, `There is no Region ${code}. ${advice}`, { fixes });
}

/** Readers that auto scaling adds are declared nowhere, and `nobody` may be promoted. */
function isScaled(id = ''): boolean {
  return id === 'nobody' || id.startsWith(limits.as_new_replica.value.id_prefix);
}

/** Whether events of the scenario make instances, whose names the design does not hold. */
function addsInstances({ events }: Scenario): boolean {
  return events.items.some(({ add }: Event) => add.presence !== 'absent');
}

/** Clones and restored clusters; undefined when the name of one is not known. */
function clustersAmong(copies: readonly ScenarioCopy[], { events }: Scenario): Names {
  if (events.items.some(({ clone }: Event) => clone.presence === 'unknown')) return undefined;
  return copies.flatMap(({ isSnapshot, name }) => (isSnapshot ? [] : [name]));
}

function instancesOf(copies: readonly ScenarioCopy[]): readonly string[] {
  return copies.flatMap(({ instance }) => instance ?? []);
}

/** What can be deleted: instances, what the run makes, and the primary. */
function removable({ name, primary }: Design, instances: Names, copies: readonly ScenarioCopy[]): Names {
  const identifier = primary.clusterIdentifier.presence === 'absent' ? name : primary.clusterIdentifier;
  const cluster = allKnown([identifier]);
  return instances && cluster && [...instances, ...copies.map((copy) => copy.name), ...cluster];
}

function expectOneOf(node: Value<string>, kind: string, names: Names, report: Report): void {
  const name = known(node);
  if (name === undefined || names === undefined || names.includes(name)) return;
  const { advice, fixes } = suggestName(node.path, name, names, whatThereIs(names));
  report(node.path, `The design has no ${kind} ${name}. ${advice}`, { fixes });
}

interface Entry {
  readonly key: string;
  readonly node: { readonly path: Path };
}

function expectKeyOf({ key, node: { path } }: Entry, kind: string, names: Names, report: Report): void {
  if (names === undefined || names.includes(key)) return;
  const { advice, fixes } = suggestKey(path, key, names, whatThereIs(names));
  report(path, `The design has no ${kind} ${key}. ${advice}`, { at: 'key', fixes });
}

function whatThereIs(names: readonly string[]): string {
  return `It has ${names.join(', ') || 'none'}.`;
}

/** The protection group of this name when the volume has it, otherwise its last. */
function groupLike(name: string, { primary }: Design): Names {
  const bytes = volumeBytesOf(primary);
  if (bytes === undefined) return undefined;
  const last = protectionGroupsOf(bytes) - 1;
  const [, group] = /^pg-(\d{1,9})$/.exec(name) ?? [];
  return [Number(group) <= last ? name : `pg-${last}`];
}

function expectSegment(node: Value<string>, { primary }: Design, report: Report): void {
  const name = known(node);
  if (name === undefined) return;
  const [, group, copy] = /^pg-(\d{1,9})\/([A-F])$/.exec(name) ?? [];
  if (group === undefined) {
    const message = `"${name}" is no segment. Write its protection group and its letter A to F, such as pg-0/A.`;
    report(node.path, message);
    return;
  }
  const bytes = volumeBytesOf(primary);
  if (bytes === undefined || Number(group) < protectionGroupsOf(bytes)) return;
  const last = `pg-${protectionGroupsOf(bytes) - 1}`;
  const message = `The volume has no protection group pg-${group}: at its size they go from pg-0 to ${last}.`;
  report(node.path, message, { fixes: [setValue(node.path, `${last}/${copy}`)] });
}

export const page: RulePage = {
  reason: 'A fault on something that is not there would play as if nothing had happened.',
  bad: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
scenarios:
  - name: lose an AZ and a reader
    events:
      - { at: 60s, fail: az, target: us-east-1x }
#                                    ^^^^^^^^^^ SIM009 no AZ us-east-1x
      - { at: 90s, crash: order-b }
#                         ^^^^^^^ SIM009 orders-b
      - { at: 2m, fail: segment, target: pg-10/A }
#                                        ^^^^^^^ SIM009 pg-9
    expect: { dataLoss: 0s }
`,
  good: `aurora: 1
name: orders
engine: aurora-postgresql
primary:
  region: us-east-1
  instances:
    - { id: orders-a, class: db.r7g.large, availabilityZone: us-east-1a }
    - { id: orders-b, class: db.r7g.large, availabilityZone: us-east-1b }
scenarios:
  - name: lose an AZ and a reader
    events:
      - { at: 60s, fail: az, target: us-east-1a }
      - { at: 90s, crash: orders-b }
      - { at: 2m, fail: segment, target: pg-9/A }
    expect: { dataLoss: 0s }
`,
};
