import type { Fact } from './fact.ts';
import { catalogue } from './generated/regions.ts';

/** An AWS Region in which Aurora is offered. */
export interface Region {
  /** Region code, such as `eu-west-1`. */
  readonly code: string;
  /** AWS's own name, such as `Europe (Ireland)`. */
  readonly name: string;
  /** Names of its Availability Zones, in order. */
  readonly azs: readonly string[];
  /** Whether Aurora MySQL offers backtrack there. */
  readonly backtrack: boolean;
  readonly comprehend: boolean;
  readonly sagemaker: boolean;
  readonly bedrock: boolean;
  /** Standard-time offset of the Region's location, in hours. */
  readonly utcOffsetHours: number;
  /** Offset in summer, in hours, where clocks change. Source: IANA time zone database, 2025c. */
  readonly summerUtcOffsetHours?: number;
}

/** Every Region of the catalogue, in order of its code. The list grows: absence proves nothing. */
export const regions: readonly Region[] = catalogue.regions;

/** When the list of Regions was taken (`YYYY-MM`). */
export const regionsAsOf: string = catalogue.asOf;

/** The catalogue itself, for what rests on it. */
export const regionsFact: Fact = {
  id: 'regions:azs',
  fact: `The Regions in which Aurora is offered, and their AZs, as of ${catalogue.asOf}. The list grows.`,
  source: catalogue.source,
  confidence: 'high',
};

/** The Regions whose default maintenance window falls into working hours, for what rests on them. */
export const maintenanceInWorkingHoursFact: Fact = {
  id: 'regions:default_maintenance_in_working_hours',
  fact: 'Where no maintenance window is given RDS draws one from an 8-hour block of the Region; in some Regions at least half of the block lies between 09:00 and 18:00 local time.',
  source: ['AUG26:user-upgradedbinstance-maintenance'],
  confidence: 'medium',
};

const maintenanceInWorkingHours: ReadonlySet<string> = new Set(catalogue.maintenanceInWorkingHours);

/** Whether the default maintenance window of a Region falls into local working hours, more often than not. */
export function maintainsInWorkingHours(region: string): boolean {
  return maintenanceInWorkingHours.has(region);
}

const byCode = new Map(regions.map((region) => [region.code, region]));

/** The Region with this code, or undefined when the catalogue does not have it. */
export function regionByCode(code: string): Region | undefined {
  return byCode.get(code);
}

const form = /^[a-z]{2}(?:-gov|-iso[a-z]?)?-(?:(?:north|south)(?:east|west)?|east|west|central)-\d$/;

/** Whether a text can be the code of a Region: it is listed, or has the form of one, as new Regions come. */
export function isRegionCode(text: string): boolean {
  return regionByCode(text) !== undefined || form.test(text);
}

/** The Region code inside an AZ name (`us-east-1a` lies in `us-east-1`); undefined when it is not an AZ name. */
export function regionOfAvailabilityZone(az: string): string | undefined {
  return /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(az)?.[1];
}
