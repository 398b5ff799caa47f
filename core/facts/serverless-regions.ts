import type { EngineSupport } from './engine-versions.ts';
import type { Fact } from './fact.ts';
import { catalogue } from './generated/serverless-regions.ts';

/** The Regions in which Serverless v2 needs newer versions, for what rests on them. */
export const serverlessRegionsFact: Fact = {
  id: 'serverless-regions:regions',
  fact: `The engine versions from which Serverless v2 is offered in each Region, as of ${catalogue.asOf}. The list grows.`,
  source: catalogue.source,
  confidence: 'high',
};

const regions: Readonly<Record<string, EngineSupport | undefined>> = catalogue.regions;

/** The versions with Serverless v2 in a Region; undefined where it has them like everywhere else. */
export function serverlessSupportIn(region: string): EngineSupport | undefined {
  return regions[region];
}
