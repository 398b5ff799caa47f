import type { Cluster, Design } from '../../design/design.ts';
import { engineVersionOf, versionFamily } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { type Engine, engineName, parameterFamilies } from '../../facts/engine-versions.ts';
import type { OfferedValue } from './offered-value.ts';

const engines: readonly Engine[] = ['aurora-postgresql', 'aurora-mysql'];

/** The families of parameter groups of the engine, newest first, that of the cluster's version in front. */
export function familiesToChoose(design: Design, cluster: Cluster | undefined): readonly OfferedValue[] {
  const engine = known(design.engine);
  const version = known(cluster === undefined ? design.engineVersion : engineVersionOf(design, cluster));
  const own = engine === undefined || version === undefined ? undefined : versionFamily(engine, version);
  const families = engines
    .filter((one) => engine === undefined || one === engine)
    .flatMap((one) =>
      parameterFamilies(one)
        .toReversed()
        .map((value) => ({ value, detail: engineName(one) })),
    );
  const first = families
    .filter(({ value }) => value === own)
    .map(({ value }) => ({ value, detail: `takes ${version}` }));
  return [...first, ...families.filter(({ value }) => value !== own)];
}
