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
