import { type GraphValue, textOf, valueAt } from '../../design/resource-graph.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { associatedRoles } from './associated-roles.ts';
import { statementsIn, textsOf } from './policy-statements.ts';

const service = ml.role_trust.value;

/** The service as it is named, also with a Region, and in China. */
const rds = /^rds\.([a-z0-9-]+\.)?amazonaws\.com(\.cn)?$/;

export const rule: TemplateRule = {
  id: 'AUR1108',
  title: 'RDS may not take the role of a cluster',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.role_trust],
  check: (graph, report) => {
    const roles = new Map(associatedRoles(graph).map(({ role }) => [role.logicalId, role]));
    for (const role of roles.values()) {
      const trust = role.property('AssumeRolePolicyDocument');
      const trusted = trustedServices(trust);
      if (trusted === undefined || trusted.some(({ names }) => names.some((name) => name === '*' || rds.test(name))))
        continue;
      const message = `The role ${role.logicalId} is given to a cluster and does not name ${service} among those that may take it: the cluster cannot use it. Add ${service} to the Principal.`;
      report(trusted[0]?.place.path ?? trust.path, message, { at: 'key', fixes: fixesOf(trusted[0]?.place) });
    }
  },
};

interface Trusted {
  readonly names: readonly string[];
  /** Where the services are named. */
  readonly place: GraphValue;
}

/** The services that may take a role, each statement by itself; undefined when they are not all known. */
function trustedServices(document: GraphValue): readonly Trusted[] | undefined {
  const statements = statementsIn(document);
  if (statements === undefined) return undefined;
  const trusted: Trusted[] = [];
  for (const statement of statements) {
    const effect = textOf(valueAt(statement, 'Effect'));
    if (effect === 'Deny') continue;
    const principal = valueAt(statement, 'Principal');
    const place = principal.kind === 'map' ? valueAt(principal, 'Service') : principal;
    const names = place.kind === 'absent' ? [] : textsOf(place);
    if (effect !== 'Allow' || names === undefined || principal.kind === 'absent') return undefined;
    if (names.length > 0) trusted.push({ names, place });
  }
  return trusted;
}

function fixesOf(place: GraphValue | undefined): readonly DesignFix[] {
  if (place === undefined) return [];
  const edit = { kind: 'insert', path: place.path, value: service } as const;
  return [{ title: `Add ${service}`, edits: [edit], replacesNothing: true }];
}

export const page: RulePage = {
  reason:
    'A cluster has a role only when RDS may take it. The association is accepted all the same, and each call or import fails later.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      AssociatedRoles:
        - { FeatureName: Bedrock, RoleArn: !GetAtt CallBedrock.Arn }
  CallBedrock:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: lambda.amazonaws.com }
#                        ^^^^^^^ AUR1108
            Action: sts:AssumeRole
`,
  good: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      AssociatedRoles:
        - { FeatureName: Bedrock, RoleArn: !GetAtt CallBedrock.Arn }
  CallBedrock:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: { Service: rds.amazonaws.com }
            Action: sts:AssumeRole
`,
};
