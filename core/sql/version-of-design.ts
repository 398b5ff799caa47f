import { clustersOf, type Design } from '../design/design.ts';
import { engineVersionOf, supportsFeature, type VersionWithout, versionWithout } from '../design/engine-version.ts';
import { known } from '../design/node.ts';
import type { EngineSupport } from '../facts/engine-versions.ts';
import type { SqlSurroundings } from './sql-rule.ts';

/** The first engine version, of the clusters that a file's SQL runs on, which certainly does not offer something. */
export function governingVersionWithout(
  surroundings: Pick<SqlSurroundings, 'design' | 'dialect'>,
  feature: EngineSupport,
): VersionWithout | undefined {
  const design = designOfDialect(surroundings);
  if (design === undefined) return undefined;
  return clustersOf(design)
    .map((cluster) => versionWithout(design, cluster, feature))
    .find((version) => version !== undefined);
}

/** Whether all clusters that a file's SQL runs on certainly offer something. */
export function governingVersionOffers(
  surroundings: Pick<SqlSurroundings, 'design' | 'dialect'>,
  feature: EngineSupport,
): boolean {
  const design = designOfDialect(surroundings);
  if (design === undefined) return false;
  const engine = known(design.engine);
  return clustersOf(design).every(
    (cluster) => supportsFeature(engine, known(engineVersionOf(design, cluster)), feature) === 'yes',
  );
}

/** The governing design; of one of the other engine nothing follows for the versions of this one. */
function designOfDialect({ design, dialect }: Pick<SqlSurroundings, 'design' | 'dialect'>): Design | undefined {
  return design !== undefined && known(design.engine) === `aurora-${dialect}` ? design : undefined;
}
