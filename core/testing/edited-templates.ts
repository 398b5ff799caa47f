/** Templates as people write them while they edit: every resource type of a cluster, functions, conditions, loops. */
export const editedTemplates: readonly string[] = [
  `AWSTemplateFormatVersion: "2010-09-09"
Description: orders
Parameters:
  InstanceClass:
    Type: String
    Default: db.r7g.large
    AllowedValues: [db.r7g.large, db.r7g.xlarge]
  Stage: { Type: String, Default: test }
Mappings:
  Sizes:
    prod: { class: db.r7g.2xlarge }
    test: { class: db.r7g.large }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsTest: !Not [!Condition IsProd]
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      Engine: aurora-postgresql
      EngineVersion: "16.9"
      DBClusterIdentifier: orders
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders:SecretString:password}}"
      AvailabilityZones: [us-east-1a, us-east-1b, us-east-1c]
      BackupRetentionPeriod: !If [IsProd, 14, 1]
      PreferredBackupWindow: 03:00-03:30
      PreferredMaintenanceWindow: sun:05:00-sun:05:30
      EnableCloudwatchLogsExports:
        - postgresql
      ServerlessV2ScalingConfiguration:
        MinCapacity: 0.5
        MaxCapacity: 16
      DBClusterParameterGroupName: !Ref Parameters
      DBSubnetGroupName: !Ref Subnets
      AssociatedRoles:
        - { FeatureName: s3Import, RoleArn: !GetAtt Role.Arn }
      Tags:
        - { Key: stage, Value: !Ref Stage }
  Writer:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref Cluster
      DBInstanceIdentifier: orders-a
      DBInstanceClass: !FindInMap [Sizes, !Ref Stage, class]
      Engine: aurora-postgresql
      AvailabilityZone: us-east-1a
      PromotionTier: 0
  Reader:
    Type: AWS::RDS::DBInstance
    Condition: IsProd
    DependsOn: [Writer]
    Properties:
      DBClusterIdentifier: !Ref Cluster
      DBInstanceIdentifier: !Sub "\${Cluster}-reader"
      DBInstanceClass: !If [IsProd, db.r7g.xlarge, !Ref InstanceClass]
      Engine: aurora-postgresql
      PromotionTier: 1
      CACertificateIdentifier: rds-ca-rsa2048-g1
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Family: aurora-postgresql16
      Description: orders
      Parameters:
        timezone: UTC
  Subnets:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupDescription: orders
      SubnetIds: [subnet-1, subnet-2]
  Role:
    Type: AWS::IAM::Role
    Properties: { AssumeRolePolicyDocument: {} }
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    DependsOn: [Writer, Reader]
    Properties:
      ServiceNamespace: rds
      ScalableDimension: rds:cluster:ReadReplicaCount
      ResourceId: !Sub "cluster:\${Cluster}"
      MinCapacity: 1
      MaxCapacity: 4
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: readers
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        PredefinedMetricSpecification:
          PredefinedMetricType: RDSReaderAverageCPUUtilization
        TargetValue: 60
  Reports:
    Type: AWS::RDS::DBClusterEndpoint
    Properties:
      DBClusterIdentifier: !Ref Cluster
      DBClusterEndpointIdentifier: orders-reports
      CustomEndpointType: READER
      StaticMembers: [!Ref Reader]
Outputs:
  Address:
    Value: !GetAtt Cluster.Endpoint.Address
  Url:
    Condition: IsProd
    Value: !Sub "jdbc:postgresql://\${Cluster.Endpoint.Address}:\${Cluster.Endpoint.Port}/orders"
`,
  `Transform: AWS::LanguageExtensions
Metadata:
  AuroraBlueprint:
    objectives: { writerRecovery: 60s }
Resources:
  Global:
    Type: AWS::RDS::GlobalCluster
    Properties:
      GlobalClusterIdentifier: orders-global
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.10.1
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      EngineVersion: 8.0.mysql_aurora.3.10.1
      GlobalClusterIdentifier: !Ref Global
      MasterUsername: app_admin
      MasterUserPassword: "{{resolve:secretsmanager:orders:SecretString:password}}"
      VpcSecurityGroupIds:
        - !GetAtt Access.GroupId
      BacktrackWindow: 3600
  Fn::ForEach::Instances:
    - Name
    - [A, B]
    - Instance\${Name}:
        Type: AWS::RDS::DBInstance
        Properties:
          DBClusterIdentifier: !Ref Cluster
          DBInstanceClass: db.r7g.large
          Engine: aurora-mysql
          MonitoringInterval: 60
          MonitoringRoleArn: arn:aws:iam::123456789012:role/monitoring
  Access:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: orders }
`,
];
