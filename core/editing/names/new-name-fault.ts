import * as ml from '../../facts/generated/ml.ts';
import { identifierFault, identifierRule } from '../../rules/identity/identifier.ts';
import type { NameKind } from './name.ts';

/** Words that scenarios use for whoever writes and for nobody: an instance of that name could not be meant. */
const wordsOfScenarios = new Set(['writer', 'nobody']);

/** Longest logical id of a resource, parameter or condition of a template. */
const longestLogicalId = 255;

/** Longest name of a function that both dialects keep whole. Source: PostgreSQL, NAMEDATALEN - 1; MySQL takes 64. */
const longestSqlName = 63;

const sageMakerName = new RegExp(ml.sagemaker_endpoint_name.pattern);

/**
 * Why a name cannot be given to a thing of this kind, as a sentence; undefined when it can. Source of what logical ids
 * may be: CloudFormation user guide, template anatomy (alphanumeric) and quotas (255 characters).
 */
export function newNameFault(kind: NameKind, name: string): string | undefined {
  switch (kind) {
    case 'instance':
      if (wordsOfScenarios.has(name))
        return `In scenarios ${name} stands for a role, not for one instance. Choose another name.`;
      return faultOfIdentifier(name);
    case 'cluster':
    case 'globalDatabase':
    case 'endpoint':
    case 'snapshot':
    case 'parameterGroup':
    case 'subnetGroup':
      return faultOfIdentifier(name);
    case 'sageMakerEndpoint':
      return name.length <= ml.sagemaker_endpoint_name.maximumLength && sageMakerName.test(name)
        ? undefined
        : `SageMaker does not take ${quoted(name)}: the name of an endpoint has 1 to ${ml.sagemaker_endpoint_name.maximumLength} letters, digits and hyphens, and no hyphen at either end.`;
    case 'sqlFunction':
      return /^[A-Za-z_][\w$]*$/.test(name) && name.length <= longestSqlName && !/^aws_/i.test(name)
        ? undefined
        : `${quoted(name)} needs quotes in SQL or could be one of Aurora's: write letters, digits and underscores, at most ${longestSqlName}, and begin with none of the digits nor with aws_.`;
    case 'parameter':
    case 'resource':
    case 'condition':
    case 'mapping':
    case 'loopVariable':
    case 'substitution':
      return new RegExp(`^[A-Za-z0-9]{1,${longestLogicalId}}$`).test(name)
        ? undefined
        : `CloudFormation does not take ${quoted(name)} here: a name has 1 to ${longestLogicalId} letters and digits, nothing else.`;
    case 'mappingKey':
      return /^[A-Za-z0-9.-]+$/.test(name)
        ? undefined
        : `CloudFormation does not take ${quoted(name)} here: a key of a mapping has letters, digits, hyphens and periods.`;
    case 'anchor':
      return /^[^\s,[\]{}&*]+$/.test(name)
        ? undefined
        : `${quoted(name)} is no anchor: its name has no blanks, commas, brackets or braces.`;
    case 'scenario':
      return /\S/.test(name) && !/[\r\n]/.test(name) ? undefined : 'A scenario has a name of one line.';
    case 'region':
    case 'availabilityZone':
      return undefined;
  }
}

function faultOfIdentifier(name: string): string | undefined {
  const fault = identifierFault(name);
  return fault === undefined ? undefined : `${quoted(name)} ${fault}. ${identifierRule}`;
}

function quoted(name: string): string {
  return JSON.stringify(name);
}
