/** Names that the design writes otherwise than by a small first letter. */
const renamed: Readonly<Record<string, string>> = {
  DBClusterIdentifier: 'clusterIdentifier',
  DBInstanceIdentifier: 'id',
  DBInstanceClass: 'class',
  DBSubnetGroupName: 'dbSubnetGroupName',
  DBClusterParameterGroupName: 'dbClusterParameterGroupName',
  DBParameterGroupName: 'dbParameterGroupName',
  CACertificateIdentifier: 'caCertificateIdentifier',
  EnablePerformanceInsights: 'performanceInsightsEnabled',
};

/** The name in the design of a property of CloudFormation. */
export function designName(property: string): string {
  if (Object.hasOwn(renamed, property)) return renamed[property] ?? property;
  return property.charAt(0).toLowerCase() + property.slice(1);
}

const back = new Map(Object.entries(renamed).map(([property, name]) => [name, property]));

/** The property of CloudFormation that a name in the design stands for, in a resource of the given type. */
export function propertyName(name: string, type: string): string {
  if (name === 'performanceInsightsEnabled' && type !== 'AWS::RDS::DBInstance') return 'PerformanceInsightsEnabled';
  return back.get(name) ?? name.charAt(0).toUpperCase() + name.slice(1);
}
