/**
 * Whether a text may be a CloudFormation template with an Aurora cluster: a cheap test before it is parsed.
 * Only DBCluster and GlobalCluster are looked for; DocumentDB and Neptune have types of their own.
 */
export function isAuroraTemplate(text: string): boolean {
  return /\bAWS::RDS::(?:DBCluster|GlobalCluster)(?![A-Za-z])/.test(text) && /\bResources\b/.test(text);
}
