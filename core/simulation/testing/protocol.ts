import { startReplica } from '../protocol/reads.ts';
import { beginWriting } from '../protocol/recovery.ts';
import { allRules, type ProtocolRules } from '../protocol/rules.ts';
import { createVolume, type ProtocolOptions, type ProtocolVolume, seatRow } from '../protocol/volume.ts';

/** A volume of one group with a writer (instance 0) and two replicas; one rule may be turned off. */
export function volumeOf(options: Partial<ProtocolOptions> = {}, off?: keyof ProtocolRules): ProtocolVolume {
  const rules = off === undefined ? allRules : { ...allRules, [off]: false };
  const volume = createVolume({
    groups: 1,
    instances: 3,
    seed: 7,
    lostOneIn: 1_000_000,
    scrub: { min: 1000, max: 60_000 },
    rules,
    ...options,
  });
  for (const replica of [1, 2]) startReplica(volume, replica);
  beginWriting(volume, 0);
  return volume;
}

/** The seats of a group under letters: A to F are its members, G to L those that replace them. */
export function seatsOf(letters: string, group = 0): readonly number[] {
  return [...letters].map((letter) => seatRow(group, letter.charCodeAt(0) - 65));
}

/** The seat under one letter. */
export function seatOf(letter: string, group = 0): number {
  return seatRow(group, letter.charCodeAt(0) - 65);
}

/** A point of the log or a count of the volume. */
export function pointOf({ state }: ProtocolVolume, name: keyof ProtocolVolume['state']['volume']): number {
  return state.volume[name].get(0);
}
