/**
 * A CloudFormation template as a platform team has it, of at least so many lines: parameters, mappings, conditions, and
 * as many Aurora clusters with what belongs to them as the length asks for.
 *
 * @param {number} lines
 * @returns {string}
 */
export function longTemplate(lines) {
  const written = [...head];
  for (let index = 0; written.length < lines; index++) written.push(...cluster(`Cluster${index}`));
  return `${written.join('\n')}\n`;
}

const head = `AWSTemplateFormatVersion: "2010-09-09"
Description: Databases of the shop
Parameters:
  Environment:
    Type: String
    Default: dev
    AllowedValues: [dev, test, prod]
  EngineVersion:
    Type: String
    Default: "16.9"
  VpcId:
    Type: AWS::EC2::VPC::Id
  SubnetIds:
    Type: List<AWS::EC2::Subnet::Id>
  BackupRetention:
    Type: Number
    Default: 14
  KmsKey:
    Type: String
    Default: ""
Mappings:
  Sizes:
    dev: { Class: db.r7g.large, Retention: 7 }
    test: { Class: db.r7g.large, Retention: 7 }
    prod: { Class: db.r7g.2xlarge, Retention: 14 }
Conditions:
  IsProduction: !Equals [!Ref Environment, prod]
  IsDevelopment: !Equals [!Ref Environment, dev]
  HasKey: !Not [!Equals [!Ref KmsKey, ""]]
Resources:`.split('\n');

/** @param {string} name */
function cluster(name) {
  return `  # Everything that ${name} needs.
  ${name}SubnetGroup:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupDescription: !Sub Subnets of \${AWS::StackName}
      SubnetIds: !Ref SubnetIds
  ${name}SecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Access to the database
      VpcId: !Ref VpcId
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 5432
          ToPort: 5432
          CidrIp: 10.0.0.0/8
  ${name}Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Description: Parameters
      Family: aurora-postgresql16
      Parameters:
        rds.force_ssl: "1"
        log_statement: ddl
  ${name}Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      GenerateSecretString:
        SecretStringTemplate: '{"username": "appadmin"}'
        GenerateStringKey: password
        PasswordLength: 32
        ExcludeCharacters: '"@/\\'
  ${name}:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      Engine: aurora-postgresql
      EngineVersion: !Ref EngineVersion
      DatabaseName: orders
      MasterUsername: !Sub "{{resolve:secretsmanager:\${${name}Secret}::username}}"
      MasterUserPassword: !Sub "{{resolve:secretsmanager:\${${name}Secret}::password}}"
      DBSubnetGroupName: !Ref ${name}SubnetGroup
      DBClusterParameterGroupName: !Ref ${name}Parameters
      VpcSecurityGroupIds:
        - !GetAtt ${name}SecurityGroup.GroupId
      StorageEncrypted: true
      KmsKeyId: !If [HasKey, !Ref KmsKey, !Ref AWS::NoValue]
      BackupRetentionPeriod: !FindInMap [Sizes, !Ref Environment, Retention]
      PreferredBackupWindow: 03:00-03:30
      PreferredMaintenanceWindow: sun:05:00-sun:05:30
      DeletionProtection: !If [IsProduction, true, false]
      EnableIAMDatabaseAuthentication: true
      EnableCloudwatchLogsExports: [postgresql]
      Tags:
        - Key: Name
          Value: !Sub \${AWS::StackName}-${name}
        - Key: Environment
          Value: !Ref Environment
  ${name}Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: aurora-postgresql
      DBClusterIdentifier: !Ref ${name}
      DBInstanceClass: !FindInMap [Sizes, !Ref Environment, Class]
      PromotionTier: 0
      MonitoringInterval: 60
      MonitoringRoleArn: !Sub arn:aws:iam::\${AWS::AccountId}:role/rds-monitoring
  ${name}Reader:
    Type: AWS::RDS::DBInstance
    Condition: IsProduction
    Properties:
      Engine: aurora-postgresql
      DBClusterIdentifier: !Ref ${name}
      DBInstanceClass: !FindInMap [Sizes, !Ref Environment, Class]
      PromotionTier: 1
  ${name}Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Condition: IsProduction
    Properties:
      ServiceNamespace: rds
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: !Sub cluster:\${${name}}
      MinCapacity: 1
      MaxCapacity: 4
  ${name}Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Condition: IsProduction
    Properties:
      PolicyName: readers
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref ${name}Target
      TargetTrackingScalingPolicyConfiguration:
        PredefinedMetricSpecification:
          PredefinedMetricType: RDSReaderAverageCPUUtilization
        TargetValue: 60
  ${name}Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      MetricName: CPUUtilization
      Namespace: AWS/RDS
      Statistic: Average
      Period: 60
      EvaluationPeriods: 5
      Threshold: 80
      ComparisonOperator: GreaterThanThreshold
      Dimensions:
        - Name: DBClusterIdentifier
          Value: !Ref ${name}`.split('\n');
}
