import { type Content, contentOfCluster, groupAt, textAt } from '../../design/content/design-content.ts';
import { clustersOf, type Design } from '../../design/design.ts';
import { engineVersionOf, parseEngineVersion } from '../../design/engine-version.ts';
import { keysAt } from '../../design/format/keys-at.ts';
import { known } from '../../design/node.ts';
import { recoveryPointParameter } from '../../design/recovery-point.ts';
import { renderItem } from '../../design/writers/blueprint/render.ts';
import * as limits from '../../facts/generated/limits.ts';
import { instanceClassByName, isOnSale } from '../../facts/instance-classes.ts';
import { type Region, regions } from '../../facts/regions.ts';
import { identifierFault } from '../../rules/identity/identifier.ts';
import { escapeSnippet } from '../snippet.ts';
import { nextInstance } from './reader.ts';
import type { WholeSnippet } from './whole-snippet.ts';

/** Regions in which people put a second cluster, the first that is free; any other after them. */
const preferred = ['eu-west-1', 'us-west-2', 'us-east-1', 'ap-southeast-1'];

/** A cluster in another Region that has two readers of the primary's class in two AZs, so that it can take over. */
export function secondarySnippets(design: Design): readonly WholeSnippet[] {
  const [region] = regionsForSecondary(design);
  const secondary = region && secondaryContent(design, region, { isHeadless: false });
  if (region === undefined || secondary === undefined) return [];
  return [
    {
      label: `secondary in ${region.code}`,
      detail: `${region.name}, two readers that can take over`,
      text: escapeSnippet(renderItem(secondary, '  ', '\n', true)),
    },
  ];
}

/** The Regions in which a design can have one secondary more, those that people choose first; none where it can have none. */
export function regionsForSecondary(design: Design): readonly Region[] {
  if (!canBeGlobal(design)) return [];
  const taken = clustersOf(design).map(({ region }) => known(region));
  const engine = known(design.engine);
  const { instanceClass } = nextInstance(design, design.primary);
  const found = instanceClassByName(instanceClass);
  const isFree = ({ code }: Region) =>
    !taken.includes(code) && (engine === undefined || found === undefined || isOnSale(found, engine, code));
  const chosenFirst = preferred.flatMap((code) => regions.find((one) => one.code === code) ?? []);
  const inOrder = new Set([...chosenFirst, ...regions]);
  return [...inOrder].filter((region) => isFree(region) && samePartition(region.code, taken[0] ?? ''));
}

/** Whether nothing stands against one secondary more: number, name, classes, engine mode and version, backtrack. */
function canBeGlobal(design: Design): boolean {
  const { primary } = design;
  const name = known(design.name);
  const [engine, version] = [known(design.engine), known(engineVersionOf(design, primary))];
  const isLimitless = engine !== undefined && parseEngineVersion(engine, version ?? '')?.limitless === true;
  return (
    clustersOf(design).length <= limits.global_secondary_regions_max.value &&
    name !== undefined &&
    identifierFault(name) === undefined &&
    !clustersOf(design).some(({ instances }) => instances.items.some((one) => /^db\.t/.test(known(one.class) ?? ''))) &&
    primary.engineMode.presence === 'absent' &&
    primary.backtrackWindow.presence === 'absent' &&
    !isLimitless
  );
}

/** Regions of China and of AWS GovCloud (US) have no others beside them in one global database. */
function samePartition(code: string, other: string): boolean {
  const partition = (region: string) => /^(cn|us-gov)-/.exec(region)?.[1] ?? '';
  return partition(code) === partition(other);
}

/**
 * What a blueprint says of a secondary in a Region: without instances, or with two readers of the primary's class in two
 * AZs, and with the settings that it does not inherit. Undefined where its names would be taken.
 */
export function secondaryContent(
  design: Design,
  region: Region,
  { isHeadless }: { readonly isHeadless: boolean },
): Content | undefined {
  const name = known(design.name);
  const { instanceClass } = nextInstance(design, design.primary);
  const identifiers = [`${name}-${shortName(region)}`, `${name}-${region.code}`];
  const clusterIdentifier = identifiers.find((identifier) => isFree(design, identifier));
  if (name === undefined || clusterIdentifier === undefined) return undefined;
  const instances = region.azs.slice(0, 2).map((availabilityZone, index) => {
    return { id: `${clusterIdentifier}-${'ab'.charAt(index)}`, class: instanceClass, availabilityZone };
  });
  const secondary = {
    clusterIdentifier,
    region: region.code,
    ...keptSettings(design),
    ...(isHeadless ? {} : { instances }),
  };
  const order = keysAt(['secondaries', 0]);
  return Object.fromEntries(Object.entries(secondary).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

/** Whether a cluster of this identifier, and its instances, would be the only ones of their names. */
function isFree(design: Design, identifier: string): boolean {
  const names = clustersOf(design).flatMap(({ clusterIdentifier, instances }) => [
    known(clusterIdentifier)?.toLowerCase(),
    ...instances.items.map(({ id }) => known(id)?.toLowerCase()),
  ]);
  const own = ['', '-a', '-b'].map((end) => `${identifier}${end}`);
  return own.every((one) => identifierFault(one) === undefined && !names.includes(one.toLowerCase()));
}

/** Settings of the primary that a secondary has to state too, as it does not inherit them. */
const notInherited = [
  'engineVersion',
  'storageType',
  'serverlessV2ScalingConfiguration',
  'deletionProtection',
  'enableIAMDatabaseAuthentication',
  'enableCloudwatchLogsExports',
] as const;

function keptSettings(design: Design): Content {
  const primary = contentOfCluster(design.primary);
  const kept = Object.entries(primary).filter(([name]) => notInherited.some((one) => one === name));
  const group = textAt(primary, 'dbClusterParameterGroupName');
  // The bound on data loss is the primary's alone.
  const parameters = Object.entries(groupAt(primary, 'parameters')).filter(([name]) => name !== recoveryPointParameter);
  return {
    ...Object.fromEntries(kept),
    ...(group === undefined || group.startsWith('default.') ? {} : { dbClusterParameterGroupName: group }),
    ...(parameters.length === 0 ? {} : { parameters: Object.fromEntries(parameters) }),
  };
}

/** The short form of a Region that people put into names: `euw1` of `eu-west-1`. */
export function shortName({ code }: Region): string {
  return code.replace(/-([a-z])[a-z]*/g, '$1').replace(/-/g, '');
}
