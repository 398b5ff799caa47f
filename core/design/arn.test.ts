import { expect, test } from 'vitest';
import { parseArn } from './arn.ts';

const parts = (partition: string, service: string, region: string, account: string, resource: string) => ({
  partition,
  service,
  region,
  account,
  resource,
});

test.each([
  ['arn:aws:kms:eu-west-1:123456789012:key/1', parts('aws', 'kms', 'eu-west-1', '123456789012', 'key/1')],
  ['arn:aws-cn:rds:cn-north-1:1:cluster:orders', parts('aws-cn', 'rds', 'cn-north-1', '1', 'cluster:orders')],
  ['arn:aws:iam::123456789012:role/r', parts('aws', 'iam', '', '123456789012', 'role/r')],
  ['arn:aws:s3:::bucket', parts('aws', 's3', '', '', 'bucket')],
])('%s', (text, expected) => expect(parseArn(text)).toEqual(expected));

test.each([
  '',
  'orders',
  'arn:aws:kms:eu-west-1:1',
  'an arn:aws:kms:eu-west-1:1:key/1',
  'arn::kms:a:1:k',
  'arn:aws::a:1:k',
])('no ARN: %j', (text) => expect(parseArn(text)).toBeUndefined());
