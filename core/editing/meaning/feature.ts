import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import { type EngineSupport, engineName } from '../../facts/engine-versions.ts';
import * as features from '../../facts/generated/engine-features.ts';
import type { Meaning } from './place.ts';

/** Properties that only some engine versions have. */
const supportOf: Readonly<Record<string, EngineSupport>> = {
  backtrackWindow: features.backtrack,
  enableLocalWriteForwarding: features.local_write_forwarding,
  enableGlobalWriteForwarding: features.global_write_forwarding,
  enableHttpEndpoint: features.data_api,
  serverlessV2ScalingConfiguration: features.serverless_v2,
};

/** The properties that only some engine versions have, under the names of the design. */
export const versionedFeatures: readonly string[] = Object.keys(supportOf);

/** Whether the engine version of the cluster has what a property switches on. */
export const featureMeaning: Meaning = ({ design, cluster, path }) => {
  const name = path.at(-1);
  const support = typeof name === 'string' && Object.hasOwn(supportOf, name) ? supportOf[name] : undefined;
  const engine = known(design.engine);
  if (support === undefined || engine === undefined) return undefined;
  const version = known(engineVersionOf(design, cluster));
  const supported = supportsFeature(engine, version, support);
  if (supported === 'unknown') return undefined;
  const which = [engineName(engine), version].filter((part) => part !== undefined).join(' ');
  return supported === 'yes' ? `${which} has it.` : `${which} does not have it.`;
};
