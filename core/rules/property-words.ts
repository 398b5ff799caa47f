import { primaryShape } from '../design/format/cluster.ts';
import { autoScalingShape, endpointShape, originShape, serverlessShape } from '../design/format/cluster-groups.ts';
import { instanceShape } from '../design/format/instance.ts';
import { propertyName } from '../design/readers/template/property-name.ts';

/** Groups of ours: CloudFormation has no property of this name. */
const ours = new Set(['autoScaling']);

const { snapshot, pointInTime } = originShape.properties;

/** Names of properties that cannot be taken for plain words. */
const names = [primaryShape, instanceShape, serverlessShape, autoScalingShape, endpointShape, snapshot, pointInTime]
  .flatMap(({ properties }) => Object.keys(properties))
  .filter((name) => /[a-z][A-Z]/.test(name) && !ours.has(name));

const anyName = new RegExp(`\\b(?:${[...new Set(names)].join('|')})\\b`, 'g');

/** A sentence about a design with the property names of CloudFormation: `BackupRetentionPeriod`. */
export function inWordsOfTemplates(sentence: string): string {
  return sentence.replace(anyName, (name) => propertyName(name, ''));
}
