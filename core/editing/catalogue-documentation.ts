import { lifecycleOf } from '../design/engine-lifecycle.ts';
import { type EngineVersion, minorOf, parseEngineVersion } from '../design/engine-version.ts';
import { type Engine, engineName, engineVersionsAsOf, versionState } from '../facts/engine-versions.ts';
import {
  type InstanceClass,
  instanceClassByName,
  instanceClassesAsOf,
  serverlessClass,
} from '../facts/instance-classes.ts';
import { type Region, regionByCode, regionOfAvailabilityZone, regionsAsOf } from '../facts/regions.ts';

/** A Region for people: name, AZs, and what Aurora can do there; as Markdown. */
export function regionAsMarkdown(region: Region): string {
  const services = [
    ['Comprehend', region.comprehend],
    ['SageMaker', region.sagemaker],
    ['Bedrock', region.bedrock],
    ['backtrack', region.backtrack],
  ] as const;
  const offered = services.filter(([, isOffered]) => isOffered).map(([name]) => name);
  const missing = services.filter(([, isOffered]) => !isOffered).map(([name]) => name);
  const lines = [`**${region.name}**`, `AZs: ${region.azs.join(', ')}`];
  if (offered.length > 0) lines.push(`Offers ${offered.join(', ')}`);
  if (missing.length > 0) lines.push(`Does not offer ${missing.join(', ')}`);
  return [...lines, `As of ${regionsAsOf}; the lists grow.`].join('\n\n');
}

/** An AZ for people: which Region it lies in; as Markdown. Undefined for what is no AZ of a known Region. */
export function availabilityZoneAsMarkdown(zone: string): string | undefined {
  const region = regionByCode(regionOfAvailabilityZone(zone) ?? '');
  if (region === undefined) return undefined;
  const known = region.azs.includes(zone) ? '' : ` The catalogue of ${regionsAsOf} does not have this AZ.`;
  return `AZ of **${region.name}** (${region.code}).${known} Which data centre a letter means differs from account to account.`;
}

/** The size of a class in a few words; undefined for a class that the catalogue does not have. */
export function instanceClassSize(name: string): string | undefined {
  if (name === serverlessClass) return 'Serverless v2, scales in ACU';
  const known = instanceClassByName(name);
  return known === undefined ? undefined : `${known.vcpu} vCPU, ${known.memoryGib} GiB`;
}

/** An instance class for people; as Markdown. Undefined for a class that the catalogue does not have. */
export function instanceClassAsMarkdown(name: string): string | undefined {
  if (name === serverlessClass) {
    return '**Serverless v2**: scales within `serverlessV2ScalingConfiguration`; one ACU is about 2 GiB of memory with matching CPU and network.';
  }
  const known = instanceClassByName(name);
  if (known === undefined) return undefined;
  return `**${known.vcpu} vCPU, ${known.memoryGib} GiB** of memory. ${enginesOf(known)}\n\nAs of ${instanceClassesAsOf}; the list grows.`;
}

function enginesOf({ mysql, postgresql }: InstanceClass): string {
  if (mysql && postgresql) return 'For Aurora MySQL and Aurora PostgreSQL.';
  return mysql ? 'For Aurora MySQL only.' : 'For Aurora PostgreSQL only.';
}

/** Where a version stands in a few words: `LTS, standard support to 2028-05-31`. */
export function engineVersionState(engine: Engine, text: string): string {
  const version = parseEngineVersion(engine, text);
  if (version === undefined) return 'the default minor of the day';
  const { minor, standardSupportEnd } = lifecycleOf(engine, version) ?? {};
  const line = version.limitless ? 'Limitless, ' : minor?.lts === true ? 'LTS, ' : '';
  return `${line}${standardSupportEnd === undefined ? 'no end of support published' : `standard support to ${standardSupportEnd}`}`;
}

/** An engine version for people: whether it can be chosen, and when its support ends; as Markdown. */
export function engineVersionAsMarkdown(engine: Engine, text: string): string | undefined {
  const version = parseEngineVersion(engine, text);
  if (version === undefined) return undefined;
  const lines = [`**${engineName(engine)} ${nameOf(engine, version)}**, ${engineVersionState(engine, text)}`];
  const major = lifecycleOf(engine, version)?.major;
  if (major?.extendedSupportPaidFrom) {
    const end = major.extendedSupportEnd === null ? '' : `, ends ${major.extendedSupportEnd}`;
    lines.push(`Extended Support of major ${major.major}: charged from ${major.extendedSupportPaidFrom}${end}`);
  }
  if (major?.ltsMinor) lines.push(`Long-term support of major ${major.major}: ${major.ltsMinor}`);
  const state = {
    choosable: '',
    noLongerChoosable: 'New clusters can no longer have it.',
    unknown: 'Not in the list.',
  };
  return [...lines, `${state[versionState(engine, text)]} As of ${engineVersionsAsOf}.`.trim()].join('\n\n');
}

function nameOf(engine: Engine, version: EngineVersion): string {
  return `${minorOf(engine, version)}${version.limitless ? ' Limitless' : ''}`;
}
