import { comprehend_unit, sagemaker_inference } from '../facts/generated/pricing.ts';
import { countOf } from '../text/quantity.ts';
import type { InferencePlan } from './plan.ts';

/**
 * What sending a plan may cost, in what AWS bills by: amounts of money differ by Region and stand on AWS's page.
 * For Comprehend the number of units is the highest that its pricing page allows: every text counted as a request.
 */
export function costOf(plan: InferencePlan): string {
  if (plan.request.service === 'SageMaker') {
    const calls = countOf(plan.batches.length, 'call');
    return `${calls} of the endpoint. What a call costs depends on what it runs on: see ${sagemaker_inference.url}`;
  }
  const texts = plan.batches.flatMap((batch) => (batch.service === 'Comprehend' ? batch.texts : []));
  const units = texts.reduce((sum, text) => sum + unitsOf(text), 0);
  const { value: characters, minimumUnits, url } = comprehend_unit;
  return (
    `At most ${countOf(units, 'unit')} of ${characters} characters (at least ${minimumUnits} for each text). ` +
    `Price of a unit: see ${url}`
  );
}

function unitsOf(text: string): number {
  return Math.max(comprehend_unit.minimumUnits, Math.ceil([...text].length / comprehend_unit.value));
}
