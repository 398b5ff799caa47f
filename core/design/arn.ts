/** The parts of an Amazon Resource Name; Region and account are empty where the service has none in it. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All that follows, such as `key/1234` or `cluster:orders`. */
  readonly resource: string;
}

/**
 * Reads `arn:partition:service:region:account:resource`; undefined for anything else.
 * Source: AWS IAM User Guide, Amazon Resource Names.
 */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...rest] = text.split(':');
  if (prefix !== 'arn' || !partition || !service || region === undefined || account === undefined) return undefined;
  return rest.length === 0 ? undefined : { partition, service, region, account, resource: rest.join(':') };
}
