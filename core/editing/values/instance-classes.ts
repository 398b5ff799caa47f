import type { Cluster, Design } from '../../design/design.ts';
import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { isInside, type Path } from '../../design/path.ts';
import { writerOf } from '../../design/promotion.ts';
import type { Engine } from '../../facts/engine-versions.ts';
import * as features from '../../facts/generated/engine-features.ts';
import {
  type InstanceClass,
  instanceClasses,
  instanceClassSupport,
  isOnSale,
  serverlessClass,
} from '../../facts/instance-classes.ts';
import { serverlessSupportIn } from '../../facts/serverless-regions.ts';
import { instanceClassAsMarkdown, instanceClassSize } from '../catalogue-documentation.ts';
import type { OfferedValue } from './offered-value.ts';

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

/** The classes that nothing is known against for a cluster (engine, version, Region), with their size; the writer's first. */
export function classesToChoose(design: Design, cluster: Cluster | undefined, path: Path): readonly OfferedValue[] {
  const engine = known(design.engine);
  const version = cluster === undefined ? known(design.engineVersion) : known(engineVersionOf(design, cluster));
  const region = (cluster && known(cluster.region)) ?? '';
  const names = classesByChoice
    .filter((entry) => isOffered(entry, engine, version, region))
    .map((entry) => entry.class);
  const all = takesServerless(engine, version, region) ? [serverlessClass, ...names] : names;
  const writer = writerClassFor(design, cluster, path);
  const first = writer !== undefined && all.includes(writer) ? [writer] : [];
  return [...first, ...all.filter((name) => name !== first[0])].map((value) => {
    const size = instanceClassSize(value);
    const detail = value === first[0] ? `${size ?? value}, like the writer` : size;
    return { value, ...(detail === undefined ? {} : { detail }), documentation: instanceClassAsMarkdown(value) };
  });
}

function isOffered(entry: InstanceClass, engine: Engine | undefined, version: string | undefined, region: string) {
  if (engine === undefined) return true;
  const support = instanceClassSupport(entry.class);
  return isOnSale(entry, engine, region) && support !== undefined && supportsFeature(engine, version, support) !== 'no';
}

/** Whether Serverless v2 is offered in a version and a Region, as far as is known. */
export function takesServerless(engine: Engine | undefined, version: string | undefined, region: string): boolean {
  const support = [features.serverless_v2, serverlessSupportIn(region)];
  return support.every((one) => one === undefined || supportsFeature(engine, version, one) !== 'no');
}

/** The class of the writer of the cluster, or of the primary's; undefined for the writer itself. */
function writerClassFor(design: Design, cluster: Cluster | undefined, path: Path): string | undefined {
  if (cluster === undefined) return undefined;
  const writer = writerOf(design, cluster) ?? writerOf(design, design.primary);
  return writer === undefined || isInside(path, writer.path) ? undefined : known(writer.class);
}
