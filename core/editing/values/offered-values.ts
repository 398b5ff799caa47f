import { clustersOf, type Design } from '../../design/design.ts';
import type { ScalarShape, Vocabulary } from '../../design/format/shape.ts';
import { known } from '../../design/node.ts';
import { isInside, type Path } from '../../design/path.ts';
import * as limits from '../../facts/generated/limits.ts';
import * as ml from '../../facts/generated/ml.ts';
import { judgedInvariants } from '../../simulation/engine/invariants.ts';
import { zonesToChoose } from './availability-zones.ts';
import { versionsToChoose } from './engine-versions.ts';
import { faultTargets, snapshotsToRestore } from './fault-targets.ts';
import { classesToChoose } from './instance-classes.ts';
import { instancesForScenario, instancesOf } from './instances.ts';
import type { OfferedValue } from './offered-value.ts';
import { familiesToChoose } from './parameter-families.ts';
import { parameterValues } from './parameters.ts';
import { tiersToChoose } from './promotion-tiers.ts';
import { regionsOf, regionsToChoose } from './regions.ts';
import { backupWindowsToChoose, maintenanceWindowsToChoose } from './windows.ts';

/** The values that the format, the catalogues or the design itself have for the scalar at `path`. */
export function offeredValues(shape: ScalarShape<unknown>, design: Design, path: Path): readonly OfferedValue[] {
  const { choices, vocabulary, documentation } = shape;
  if (vocabulary !== undefined) return fromVocabulary(vocabulary, design, path);
  const engine = known(design.engine);
  if (path.at(-2) === 'parameters') return parameterValues(engine, String(path.at(-1)));
  const { values, example, engineOfValue = {} } = documentation;
  const isOfEngine = (value: string) => engine === undefined || (engineOfValue[value] ?? engine) === engine;
  if (choices !== undefined) return choices.filter(isOfEngine).map((value) => ({ value }));
  if (values !== undefined) return values.map((value) => ({ value: `${value}` }));
  return example === undefined ? [] : [{ value: unquoted(example), detail: 'example' }];
}

const engines: readonly OfferedValue[] = [{ value: 'aurora-postgresql' }, { value: 'aurora-mysql' }];

function fromVocabulary(vocabulary: Vocabulary, design: Design, path: Path): readonly OfferedValue[] {
  const cluster = clustersOf(design).find((candidate) => isInside(path, candidate.path));
  const engine = known(design.engine);
  switch (vocabulary) {
    case 'region':
      return cluster === undefined ? regionsOf(design) : regionsToChoose(design, path);
    case 'availabilityZone':
      return cluster === undefined ? [] : zonesToChoose(cluster, path);
    case 'instanceClass':
      return classesToChoose(design, cluster, path);
    case 'clusterEngine':
      return engine === undefined ? engines : [{ value: engine, detail: 'like the cluster' }];
    case 'engineVersion':
      return versionsToChoose(design, cluster);
    case 'promotionTier':
      return cluster === undefined ? [] : tiersToChoose(cluster, path);
    case 'backupWindow':
      return cluster === undefined ? [] : backupWindowsToChoose(cluster);
    case 'maintenanceWindow':
      return cluster === undefined ? [] : maintenanceWindowsToChoose(cluster);
    case 'instanceId':
      return cluster === undefined ? instancesForScenario(design, path) : instancesOf(design, [cluster]);
    case 'parameterFamily':
      return familiesToChoose(design, cluster);
    case 'faultTarget':
      return faultTargets(design, path);
    case 'snapshotId':
      return snapshotsToRestore(design, path);
    case 'invariant':
      return judgedInvariants.map((value) => ({ value }));
    case 'logExport':
      return wordsFor(engine, limits.log_exports.value);
    case 'designFile':
      // Which files there are, whoever reads them knows.
      return [];
    case 'roleFeature':
      return engine === 'aurora-mysql' ? [] : ml.postgresql_roles.value.map((value) => ({ value }));
  }
}

/** The words of one engine; of both where the engine is unknown. */
function wordsFor<E extends string>(
  engine: E | undefined,
  words: Readonly<Record<E, readonly string[]>>,
): readonly OfferedValue[] {
  const names = engine === undefined ? Object.values<readonly string[]>(words).flat() : words[engine];
  return [...new Set(names)].map((value) => ({ value }));
}

/** An example as a value: the format writes it as YAML does. */
function unquoted(example: string): string {
  return example.replace(/^"(.*)"$/, '$1');
}
