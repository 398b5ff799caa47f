import { beginWriting } from '../../protocol/recovery.ts';
import { protocolInvariants } from '../../protocol/violations.ts';
import { createVolume, defaultProtocolOptions, type ProtocolVolume } from '../../protocol/volume.ts';
import type { Row, Run } from '../../run.ts';

/** Mini-transactions of a run that are followed, at most. */
const mostMiniTransactions = 300;

/** The protection groups that are played record by record beside the whole volume: those that the scenario names. */
export interface ProtocolGroups {
  readonly volume: ProtocolVolume;
  /** For each group of the volume its row in the run. */
  readonly groups: readonly Row[];
}

/**
 * The groups of the primary that the scenario names; where it names none and expects an invariant to hold, the one that
 * stands for all others. Undefined where there is nothing to follow, and in a multi-master cluster: how several writers share
 * one order of records is not published.
 */
export function createProtocolGroups(run: Run): ProtocolGroups | undefined {
  const { groups: rows = [], writer, isMultiMaster } = run.clusters[0] ?? {};
  if (isMultiMaster) return undefined;
  const [shared, ...named] = rows;
  const isJudged = run.expectations.some(
    ({ name, expected }) => name === 'never' && protocolInvariants.some((invariant) => invariant === expected),
  );
  const groups = named.length === 0 && isJudged && shared !== undefined ? [shared] : named;
  if (groups.length === 0) return undefined;
  const { recordSample, storageMessage } = run.figures;
  const volume = createVolume({
    ...defaultProtocolOptions,
    groups: groups.length,
    instances: run.instances.length,
    seed: run.seed,
    writeInterval: Math.max(recordSample.min, Math.ceil(run.duration / mostMiniTransactions)),
    message: storageMessage,
  });
  if (writer !== undefined) beginWriting(volume, writer);
  return { volume, groups };
}
