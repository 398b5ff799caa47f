import { engineVersionOf, supportsFeature } from '../../design/engine-version.ts';
import { known } from '../../design/node.ts';
import * as features from '../../facts/generated/engine-features.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { Meaning } from './place.ts';

/** GiB of one ACU. Source: Aurora guide, Serverless v2 (an ACU is about 2 GiB of memory). */
const gibPerAcu = 2;

/** How much memory a Serverless v2 capacity is, and what the engine version of the cluster takes. */
export const capacityMeaning: Meaning = ({ design, cluster, path, written }) => {
  if (!path.includes('serverlessV2ScalingConfiguration')) return undefined;
  const engine = known(design.engine);
  const version = known(engineVersionOf(design, cluster));
  const capacity = Number(written);
  const memory = Number.isFinite(capacity) ? `${capacity} ACU, about ${capacity * gibPerAcu} GiB of memory. ` : '';
  if (version === undefined) return memory.trim() === '' ? undefined : memory.trim();
  const large = supportsFeature(engine, version, features.serverless_v2_256_acu) === 'yes';
  const pauses = supportsFeature(engine, version, features.serverless_v2_scale_to_zero) === 'yes';
  const [least, most] = [
    pauses ? limits.sv2_capacity.min : limits.sv2_capacity.step,
    large ? limits.sv2_capacity.max : 128,
  ];
  return `${memory}Version ${version} takes ${least} to ${most} ACU${pauses ? '; 0 lets it pause' : ' and cannot pause'}.`;
};
