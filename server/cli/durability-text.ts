import { type DurabilityAssumption, inWords } from '@aurora-blueprint/core/durability/assumptions.ts';
import type { Durability, volumeOf } from '@aurora-blueprint/core/durability/durability.ts';
import type { CountedEvents } from '@aurora-blueprint/core/durability/event-count.ts';
import type { EstimatedLoss, SampledLosses } from '@aurora-blueprint/core/durability/importance-sampling.ts';
import { type DurabilityModel, yearInHours } from '@aurora-blueprint/core/durability/model.ts';
import type { PlayedLosses } from '@aurora-blueprint/core/durability/monte-carlo.ts';
import type { ZoneOutage } from '@aurora-blueprint/core/durability/zone-outage.ts';
import { countOf, formatCount } from '@aurora-blueprint/core/text/quantity.ts';

/** What `durability` found, and of what. */
export interface DurabilityAnswer {
  readonly model: DurabilityModel;
  /** Protection groups of the volume, where one is looked at. */
  readonly groups: number | undefined;
  readonly results: Durability;
  readonly volume: ReturnType<typeof volumeOf> | undefined;
  readonly outage: ZoneOutage | undefined;
  readonly estimates: { readonly monteCarlo?: PlayedLosses; readonly importanceSampling?: SampledLosses };
  readonly assumptions: readonly DurabilityAssumption[];
}

/** The answer for a person: what is lost how often, in the volume and while an AZ is dark, and on what that rests. */
export function durabilityAsText({
  model,
  groups,
  results,
  volume,
  outage,
  estimates,
  assumptions,
}: DurabilityAnswer): string {
  const { writeQuorum, readQuorum, copies, horizon } = model;
  const lines = [
    `One protection group, within ${inWords(horizon)}:`,
    ...table([
      ['', 'probability', 'on average once in', 'of the time'],
      [
        `fewer than ${writeQuorum} of ${copies}: no write`,
        rounded(results.pWriteLoss_T),
        years(results.meanTimeToWriteLoss_h),
        rounded(results.stationaryWriteUnavailability),
      ],
      [
        `fewer than ${readQuorum} of ${copies}: no recovery`,
        rounded(results.pReadLoss_T),
        years(results.meanTimeToReadLoss_h),
        rounded(results.stationaryReadUnavailability),
      ],
      ['no copy left: data lost', rounded(results.pAllCopiesDestroyed_T), years(results.meanTimeToAllDestroyed_h), ''],
    ]),
  ];
  if (groups !== undefined && volume !== undefined) {
    lines.push(
      '',
      `Any of ${countOf(groups, 'group')}: no write ${rounded(volume.write)}, no recovery ${rounded(volume.read)}.`,
    );
  } else if (groups !== undefined) {
    lines.push('', 'The groups of a volume share their AZs: what holds for one is not multiplied.');
  }
  if (outage !== undefined) {
    const { meanStallEpisodes_given_outage: episodes, meanStalledSeconds_given_outage: seconds } = outage;
    lines.push(
      '',
      `While one AZ is dark, in ${countOf(groups ?? 0, 'group')}:`,
      `  writes stall with probability ${rounded(outage.pVolumeWriteStall_given_outage)}: ${rounded(episodes)} times, ${rounded(seconds)} s in all on average`,
      `  once a majority of the copies left is enough: ${rounded(outage.pVolumeWriteStall_given_outage_3of4mode)}`,
      `  a group finds no quorum to recover with probability ${rounded(outage.pVolumeReadLoss_given_outage)}`,
    );
  }
  lines.push(...estimatesAsText(estimates), '', 'This rests on:');
  for (const { name, value, basis, source } of assumptions) lines.push(`  ${name}: ${value} (${basis}: ${source})`);
  return `${lines.join('\n')}\n`;
}

function estimatesAsText({ monteCarlo, importanceSampling }: DurabilityAnswer['estimates']): string[] {
  const lines: string[] = [];
  if (monteCarlo !== undefined) {
    const { groupYears, seed, writeLosses, readLosses } = monteCarlo;
    const counted = ({ count, low, high }: CountedEvents) =>
      `${countOf(count, 'time')}, between ${rounded(low)} and ${rounded(high)} a year`;
    lines.push('', `Played for ${rounded(groupYears)} years with seed ${seed} (99.9 % intervals):`);
    lines.push(`  no write ${counted(writeLosses)}`, `  no recovery ${counted(readLosses)}`);
  }
  if (importanceSampling !== undefined) {
    const { cycles, seed, write, read } = importanceSampling;
    const estimated = ({ probability, relativeError }: EstimatedLoss) =>
      `${rounded(probability)}, give or take ${rounded(relativeError * 100)} %`;
    lines.push('', `Estimated with ${formatCount(cycles)} cycles and seed ${seed} (one standard error):`);
    lines.push(`  no write ${estimated(write)}`, `  no recovery ${estimated(read)}`);
  }
  return lines;
}

/** Three digits are more than the assumptions are worth. */
function rounded(value: number): string {
  return value !== 0 && (value < 0.001 || value >= 100_000)
    ? value.toExponential(2)
    : String(Number(value.toPrecision(3)));
}

function years(hours: number): string {
  return `${rounded(hours / yearInHours)} years`;
}

/** Columns that stand below one another. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
