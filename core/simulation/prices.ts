import * as pricing from '../facts/generated/pricing.ts';
import type { RunCluster } from './run.ts';

/** Names under which a scenario sets a price, beside those of instance classes (USD an hour). */
export const priceNames = [
  'acuHour',
  'storageGbMonth',
  'ioMillion',
  'replicatedWriteMillion',
  'backupGbMonth',
] as const;

export type PriceName = (typeof priceNames)[number];

const { acu_hour, storage_month, io_million, replicated_write_million } = pricing;

/**
 * The list price for a cluster in millionths of a USD, as of the date of its fact; undefined where the facts have none
 * that is certain enough: of instances, of Regions other than one, of ACU with aurora-iopt1.
 */
export function listPrice(name: PriceName, { region, storageType }: RunCluster): number | undefined {
  if (region !== storage_month.region) return undefined;
  switch (name) {
    case 'acuHour':
      return storageType === acu_hour.storageType ? millionths(acu_hour.value) : undefined;
    case 'storageGbMonth':
      return millionths(storage_month[storageType]);
    case 'ioMillion':
      return millionths(io_million.value);
    case 'replicatedWriteMillion':
      return millionths(replicated_write_million.value);
    case 'backupGbMonth':
      return undefined;
  }
}

function millionths(usd: number): number {
  return Math.round(usd * 1_000_000);
}
