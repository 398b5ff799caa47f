import type { Design } from '../../design/design.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { Fix } from '../../rules/finding.ts';
import { nearestName } from '../../text/nearest-name.ts';
import type { Range } from '../../text/range.ts';
import { declaredEndpoints } from '../associated-services.ts';
import type { SqlReport } from '../sql-rule.ts';

const { maximumLength, pattern } = ml.sagemaker_endpoint_name;
const allowed = new RegExp(pattern);
const inArn = /^arn:[\w-]+:sagemaker:[\w-]*:\d*:endpoint\/([^/]+)$/;
const inUrl = /^(?:https?:\/\/)?[\w.-]*sagemaker[\w.-]*\/endpoints\/([^/]+)(?:\/invocations)?\/?$/;

/** Reports a literal that cannot be the name of a SageMaker endpoint. */
export function checkEndpointName(
  name: { readonly value: string; readonly range: Range },
  design: Design | undefined,
  report: SqlReport,
): void {
  const { value, range } = name;
  if (isFilledIn(value) || (value.length <= maximumLength && allowed.test(value))) return;
  report(
    range,
    `${problemOf(value)} An endpoint is called by its name: 1 to ${maximumLength} letters, digits and hyphens.`,
    {
      fixes: fixesOf(value, range, design),
    },
  );
}

/** Whether something else fills the literal in before the database sees it, such as `{{ name }}` or `${name}`. */
function isFilledIn(value: string): boolean {
  return /[{}%$<>]|^:/.test(value);
}

function problemOf(value: string): string {
  if (value.trim() === '') return 'No endpoint is named.';
  if (value.startsWith('arn:')) return 'This is an ARN.';
  if (value.includes('/')) return 'This is a URL.';
  if (value.length > maximumLength) return `The name has ${value.length} characters.`;
  return `No endpoint can have the name '${value}'.`;
}

function fixesOf(value: string, range: Range, design: Design | undefined): readonly Fix[] {
  const inside = (inArn.exec(value) ?? inUrl.exec(value))?.[1] ?? value.trim();
  const meant = allowed.test(inside) && inside.length <= maximumLength ? inside : undefined;
  const nearest = meant ?? nearestName(value, declaredEndpoints(design));
  if (nearest === undefined) return [];
  const isSafe = meant !== undefined;
  return [{ title: `Replace with '${nearest}'`, edits: [{ range, newText: `'${nearest}'` }], isSafe }];
}
