/** What the storage protocol rests on. Only tests turn one off, to see that an invariant notices. */
export interface ProtocolRules {
  /** A segment that is still being filled has no part in a recovery. Source: Verbitski 2018, 4.1. */
  readonly unhydratedDoNotVote: boolean;
  /** Each recovery gives the volume a new epoch. Source: Verbitski 2018, 2.4. */
  readonly everyWriterHasItsEpoch: boolean;
  /** A segment refuses what comes with an epoch older than its own. Source: Verbitski 2018, 2.4. */
  readonly staleEpochsAreRefused: boolean;
  /** A segment refuses what comes with an epoch of its group's membership older than its own. Source: Verbitski 2018, 4.1. */
  readonly staleMembershipsAreRefused: boolean;
  /** What a writer knows of a segment never shrinks, however acknowledgements overtake each other. Source: Verbitski 2018, 2.3. */
  readonly pointsNeverGoBack: boolean;
  /** A replica applies the log up to the VDL and no further. Source: Verbitski 2017, 4.2.4. */
  readonly replicasStopAtVdl: boolean;
  /** Old versions of pages stay until no instance can read them. Source: Verbitski 2018, 3.4. */
  readonly collectionWaitsForReads: boolean;
  /** Without an AZ a write needs three of the four copies that are left. Source: Verbitski 2018, 4.1. */
  readonly threeOfFourWrite: boolean;
}

export const allRules: ProtocolRules = {
  unhydratedDoNotVote: true,
  everyWriterHasItsEpoch: true,
  staleEpochsAreRefused: true,
  staleMembershipsAreRefused: true,
  pointsNeverGoBack: true,
  replicasStopAtVdl: true,
  collectionWaitsForReads: true,
  threeOfFourWrite: true,
};
