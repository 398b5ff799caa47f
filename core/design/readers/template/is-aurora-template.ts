/**
 * Whether a text may be a CloudFormation template with something of Aurora: a cheap test before it is parsed. DocumentDB
 * and Neptune have types of their own; a DB instance is one of RDS unless an engine of Aurora is named.
 */
export function isAuroraTemplate(text: string): boolean {
  const hasCluster = /\bAWS::RDS::(?:DBCluster|DBClusterEndpoint|GlobalCluster)(?![A-Za-z])/.test(text);
  const hasInstance = /\bAWS::RDS::DBInstance\b/.test(text) && /\baurora-(mysql|postgresql)\b/.test(text);
  return (hasCluster || hasInstance) && /\bResources\b/.test(text);
}

/** Whether a text that may have nothing of Aurora yet is a CloudFormation template: it has resources, or says so. */
export function isTemplateText(text: string): boolean {
  return /\bResources\b/.test(text) && /\bAWSTemplateFormatVersion\b|\bType["']?\s*:\s*["']?AWS::/.test(text);
}
