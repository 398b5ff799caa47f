/** A cluster with properties, and resources behind it. */
export const template = (properties: string, resources = '') => `Parameters:
  InstanceClass: { Type: String, Default: db.r7g.large }
  SecurityGroups: { Type: "List<AWS::EC2::SecurityGroup::Id>" }
  Stage: { Type: String }
Mappings:
  Sizes:
    prod: { class: db.r7g.2xlarge, zones: 3 }
    test: { class: db.r7g.large, zones: 2 }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsTest: !Not [!Condition IsProd]
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "16.9"
${properties}  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: orders }
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Cluster
      DBInstanceIdentifier: orders-a
      DBInstanceClass: db.r7g.large
      Engine: aurora-postgresql
      AvailabilityZone: us-east-2b
      PromotionTier: 0
${resources}`;
/** With more of the cluster. */
export const cluster = (line: string) => template(`      ${line}\n`);
/** With a second instance. */
export const instance = (lines: string) =>
  template(
    '',
    `  B:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBClusterIdentifier: !Ref Cluster\n${lines}`,
  );
/** With another resource. */
export const resource = (type: string, lines: string) =>
  template('', `  New:\n    Type: ${type}\n    Properties:\n${lines}`);
