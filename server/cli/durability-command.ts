import { parseExactDuration, writeDuration } from '@aurora-blueprint/core/design/format/duration.ts';
import { protectionGroupsOf, volumeBytesOf } from '@aurora-blueprint/core/design/volume.ts';
import { assumptionsOf } from '@aurora-blueprint/core/durability/assumptions.ts';
import { durabilityOf, volumeOf } from '@aurora-blueprint/core/durability/durability.ts';
import { sampleLosses } from '@aurora-blueprint/core/durability/importance-sampling.ts';
import { type DurabilityModel, defaultModel, problemsOf } from '@aurora-blueprint/core/durability/model.ts';
import { playLosses } from '@aurora-blueprint/core/durability/monte-carlo.ts';
import { zoneOutageOf } from '@aurora-blueprint/core/durability/zone-outage.ts';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type DurabilityAnswer, durabilityAsText } from './durability-text.ts';
import { UsageError } from './exit-status.ts';
import { readBlueprintFile } from './input-files.ts';

interface DurabilityOptions {
  readonly copies: number;
  readonly writeQuorum: number;
  readonly readQuorum: number;
  readonly azs: number;
  readonly mttf: number;
  readonly mttr: number;
  readonly repair: DurabilityModel['repair'];
  readonly azModel: DurabilityModel['zoneModel'];
  readonly azMtbf: number;
  readonly azMttr: number;
  readonly quorum: DurabilityModel['quorum'];
  readonly horizon: number;
  readonly pgs?: number;
  readonly givenAzOutage?: number;
  readonly monteCarlo?: number;
  readonly importanceSampling?: number;
  readonly seed: number;
  readonly format: 'text' | 'json';
}

/** `durability`: how likely the storage loses its quorums, exactly, for the volume of a design or for stated figures. */
export function addDurabilityCommand(program: Command): void {
  const { copies, writeQuorum, readQuorum, zones, mttf, mttr, zoneMtbf, zoneMttr, horizon } = defaultModel;
  program
    .command('durability')
    .description('Computes how likely the storage loses its write quorum, its read quorum and all copies.')
    .argument('[file]', 'a blueprint whose volume is looked at')
    .option('--copies <number>', 'copies of a protection group', wholeNumber, copies)
    .option('--write-quorum <number>', 'copies that a write needs', wholeNumber, writeQuorum)
    .option('--read-quorum <number>', 'copies that a recovery needs', wholeNumber, readQuorum)
    .option('--azs <number>', 'AZs over which the copies are spread', wholeNumber, zones)
    .addOption(time('--mttf <time>', 'mean time until a copy fails', mttf))
    .addOption(time('--mttr <time>', 'mean time until a lost copy is copied anew', mttr))
    .addOption(choice('--repair <how>', 'whether lost copies are repaired all at once', ['parallel', 'serial']))
    .addOption(
      choice('--az-model <model>', 'what happens to AZs: dark for a while, or all copies lost', [
        'none',
        'outage',
        'shock',
      ]),
    )
    .addOption(time('--az-mtbf <time>', 'mean time until that happens to an AZ', zoneMtbf))
    .addOption(time('--az-mttr <time>', 'mean time that an AZ stays dark', zoneMttr))
    .addOption(choice('--quorum <kind>', 'any copies, or half of them full and half tail', ['count', 'full-tail']))
    .addOption(time('--horizon <time>', 'the time that is looked at', horizon))
    .option('--pgs <number>', 'protection groups of the volume', wholeNumber)
    .addOption(
      new Option('--given-az-outage <time>', 'mean time that one AZ is dark: what that does to the volume').argParser(
        hours,
      ),
    )
    .option('--monte-carlo <years>', 'plays a group for so many years, and counts', wholeNumber)
    .option('--importance-sampling <cycles>', 'estimates rare losses with so many cycles', wholeNumber)
    .option('--seed <number>', 'of the random numbers for both', wholeNumber, 1)
    .addOption(choice('--format <format>', 'how to print', ['text', 'json']))
    .action((file: string | undefined, options: DurabilityOptions) => {
      const answer = answerOf(options, options.pgs ?? (file === undefined ? undefined : groupsOf(file)));
      process.stdout.write(
        options.format === 'json' ? `${JSON.stringify(asJson(answer), null, 2)}\n` : durabilityAsText(answer),
      );
    });
}

function answerOf(options: DurabilityOptions, groups: number | undefined): DurabilityAnswer {
  const { copies, writeQuorum, readQuorum, quorum, mttf, mttr, repair, horizon, givenAzOutage } = options;
  const { monteCarlo, importanceSampling, seed } = options;
  const zoneModel = options.azModel;
  const places = { zones: options.azs, zoneModel, zoneMtbf: options.azMtbf, zoneMttr: options.azMttr };
  const model = { copies, writeQuorum, readQuorum, quorum, mttf, mttr, repair, horizon, ...places };
  const problems = [...problemsOf(model)];
  if (groups === 0) problems.push('The protection groups are a whole number above 0.');
  if (givenAzOutage !== undefined && (groups === undefined || quorum !== 'count' || repair !== 'parallel')) {
    problems.push('--given-az-outage needs --pgs or a blueprint, quorums that count copies and parallel repair.');
  }
  if (monteCarlo !== undefined && (quorum !== 'count' || zoneModel !== 'none')) {
    problems.push(
      '--monte-carlo needs quorums that count copies, and no failures of AZs; --importance-sampling takes all.',
    );
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const results = durabilityOf(model);
  // An AZ that fails is shared by all groups: they are not independent, and nothing is multiplied.
  const volume = groups === undefined || zoneModel !== 'none' ? undefined : volumeOf(groups, results);
  const outage =
    groups === undefined || givenAzOutage === undefined ? undefined : zoneOutageOf(model, groups, givenAzOutage);
  const estimates = {
    ...(monteCarlo !== undefined && { monteCarlo: playLosses(model, monteCarlo, seed) }),
    ...(importanceSampling !== undefined && { importanceSampling: sampleLosses(model, importanceSampling, seed) }),
  };
  return { model, groups, results, volume, outage, estimates, assumptions: assumptionsOf(model) };
}

function groupsOf(file: string): number {
  const [document] = readBlueprintFile(file).documents;
  const bytes = document && volumeBytesOf(document.design.primary);
  if (bytes === undefined) throw new UsageError(`${file} does not say how large the volume is. Give --pgs.`);
  return protectionGroupsOf(bytes);
}

function asJson({ groups, results, volume, outage, estimates, assumptions }: DurabilityAnswer): unknown {
  const ofVolume = volume && {
    fleet_pAnyPG: { [String(groups)]: { write: volume.write, read: volume.read } },
    [`fleet_stationaryWriteUnavail_${groups}`]: volume.stationaryWriteUnavailability,
  };
  const isEstimated = Object.keys(estimates).length > 0;
  return { results: { ...results, ...ofVolume, ...outage }, ...(isEstimated && { estimates }), assumptions };
}

function time(flags: string, description: string, byDefault: number): Option {
  return new Option(flags, description)
    .argParser(hours)
    .default(byDefault, writeDuration(Math.round(byDefault * 3_600_000)));
}

function choice(flags: string, description: string, choices: readonly [string, ...string[]]): Option {
  return new Option(flags, description).choices(choices).default(choices[0]);
}

function hours(text: string): number {
  const milliseconds = parseExactDuration(text);
  if (milliseconds === undefined || milliseconds <= 0)
    throw new InvalidArgumentError('Write a time such as 10s, 2h or 365d.');
  return milliseconds / 3_600_000;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('It is a whole number.');
  return number;
}
