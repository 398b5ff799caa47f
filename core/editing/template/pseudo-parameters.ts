import type { OfferedValue } from '../values/offered-value.ts';

/** What every template can refer to. Source: CloudFormation template reference, Pseudo parameters. */
export const pseudoParameters: readonly OfferedValue[] = [
  ['AWS::Region', 'the Region of the stack'],
  ['AWS::AccountId', 'the account of the stack'],
  ['AWS::StackName', 'the name of the stack'],
  ['AWS::StackId', 'the ARN of the stack'],
  ['AWS::Partition', 'aws, aws-cn or aws-us-gov'],
  ['AWS::URLSuffix', 'amazonaws.com, or that of the partition'],
  ['AWS::NotificationARNs', 'topics for the events of the stack'],
  ['AWS::NoValue', 'as if the property were not there'],
].map(([value = '', detail = '']) => ({ value, detail }));

/** What a pseudo parameter gives, in a few words. */
export function pseudoParameter(name: string): string | undefined {
  return pseudoParameters.find(({ value }) => value === name)?.detail;
}
