import { clustersOf, type Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import { renderInline } from '../../design/writers/blueprint/render.ts';
import * as limits from '../../facts/generated/limits.ts';
import { instanceClassByName, isOnSale } from '../../facts/instance-classes.ts';
import { type Region, regionByCode, regions } from '../../facts/regions.ts';
import { escapeSnippet } from '../snippet.ts';
import { entriesOf, nextInstance } from './reader.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** Regions in which people put a second cluster, the first that is free; any other after them. */
const preferred = ['eu-west-1', 'us-west-2', 'us-east-1', 'ap-southeast-1'];

/** A cluster in another Region that has two readers of the primary's class in two AZs, so that it can take over. */
export function secondarySnippets(design: Design): readonly WholeSnippet[] {
  const clusters = clustersOf(design);
  const name = known(design.name);
  const [region] = regionsForSecondary(design);
  const isFull = clusters.length > limits.global_secondary_regions_max.value;
  if (name === undefined || region === undefined || isFull) return [];
  const { instanceClass } = nextInstance(design, design.primary);
  if (/^db\.t/.test(instanceClass)) return [];
  const identifier = `${name}-${shortName(region)}`;
  const instances = region.azs.slice(0, 2).map((zone, index) => ({
    id: `${identifier}-${'ab'.charAt(index)}`,
    class: instanceClass,
    availabilityZone: zone,
  }));
  const text = [
    `clusterIdentifier: ${renderInline(identifier)}`,
    `  region: ${region.code}`,
    ...keptSettings(design).map((line) => `  ${line}`),
    '  instances:',
    ...instances.map((instance) => `    - { ${entriesOf(instance)} }`),
  ].join('\n');
  return [
    {
      label: `secondary in ${region.code}`,
      detail: `${region.name}, two readers that can take over`,
      text: escapeSnippet(text),
    },
  ];
}

/** What a secondary has to say like the primary, as it does not inherit it. */
function keptSettings({ primary }: Design): readonly string[] {
  const lines: string[] = [];
  if (known(primary.deletionProtection) === true) lines.push('deletionProtection: true');
  const storageType = known(primary.storageType);
  if (storageType !== undefined) lines.push(`storageType: ${storageType}`);
  const { minCapacity, maxCapacity } = primary.serverlessV2ScalingConfiguration;
  const [least, most] = [known(minCapacity), known(maxCapacity)];
  if (least === undefined || most === undefined) return lines;
  return [...lines, `serverlessV2ScalingConfiguration: { minCapacity: ${least}, maxCapacity: ${most} }`];
}

/** The Regions in which a secondary can stand, the usual ones first: the class of the writer is on sale there. */
export function regionsForSecondary(design: Design): readonly Region[] {
  const taken = clustersOf(design).map(({ region }) => known(region));
  const engine = known(design.engine);
  const { instanceClass } = nextInstance(design, design.primary);
  const found = instanceClassByName(instanceClass);
  const isFree = ({ code }: Region) =>
    !taken.includes(code) && (engine === undefined || found === undefined || isOnSale(found, engine, code));
  const inOrder = [...preferred.flatMap((code) => regionByCode(code) ?? []), ...regions];
  return [...new Set(inOrder)].filter((region) => isFree(region) && samePartition(region.code, taken[0] ?? ''));
}

/** Regions of China and of AWS GovCloud (US) have no others beside them in one global database. */
function samePartition(code: string, other: string): boolean {
  const partition = (region: string) => /^(cn|us-gov)-/.exec(region)?.[1] ?? '';
  return partition(code) === partition(other);
}

/** The short form of a Region that people put into names: `euw1` of `eu-west-1`. */
export function shortName({ code }: Region): string {
  return code.replace(/-([a-z])[a-z]*/g, '$1').replace(/-/g, '');
}
