import type { Engine } from '../../facts/engine-versions.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { MlService } from '../../facts/ml.ts';
import { regionByCode } from '../../facts/regions.ts';

/** Why a service cannot be called there, by lists that grow; undefined for a Region that the catalogue does not have. */
export function missingIn(engine: Engine, service: MlService, region: string): string | undefined {
  const without: readonly string[] = ml.regions_without.value[engine];
  const listed = regionByCode(region);
  if (without.includes(region)) return `${region} is not listed for Aurora machine learning with ${engine}`;
  const serves = { Comprehend: listed?.comprehend, SageMaker: listed?.sagemaker, Bedrock: listed?.bedrock }[service];
  return serves === false ? `${service} is not listed for ${region}` : undefined;
}
