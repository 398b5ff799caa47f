import { type GraphValue, textOf, valueAt } from '../../design/resource-graph.ts';
import * as ml from '../../facts/generated/ml.ts';
import type { DesignFix, TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';
import { associatedRoles } from './associated-roles.ts';
import { statementsOf, textsOf } from './policy-statements.ts';

const needed: Readonly<Record<string, readonly string[]>> = {
  Comprehend: ml.comprehend_actions.value,
  SageMaker: [ml.sagemaker_action.value],
  Bedrock: [ml.bedrock_action.value],
};

export const rule: TemplateRule = {
  id: 'AUR1107',
  title: 'The role of a service does not allow to call it',
  group: 'ML and IAM',
  severity: 'warning',
  facts: [ml.comprehend_actions, ml.sagemaker_action, ml.bedrock_action],
  check: (graph, report) => {
    for (const { role, service = '' } of associatedRoles(graph)) {
      const allowed = allowedActions(statementsOf(graph, role));
      if (allowed === undefined) continue;
      const missing = (needed[service] ?? []).filter(
        (action) => !allowed.some(({ actions }) => allows(actions, action)),
      );
      const [first] = missing;
      if (first === undefined) continue;
      const nearest = allowed.find(({ actions }) => actions.some((action) => isOfService(action, first)));
      const message = `The policies of the role ${role.logicalId}, with which the SQL calls ${service}, do not allow ${missing.join(' and ')}: every such call fails. Allow it.`;
      // Of several that are missing a person may want a pattern.
      const fixes = nearest !== undefined && missing.length === 1 ? [addAction(nearest, first)] : [];
      report(nearest?.place.path ?? role.path, message, { at: 'key', fixes });
    }
  },
};

interface Allowed {
  readonly actions: readonly string[];
  /** Where the actions stand. */
  readonly place: GraphValue;
}

/** The actions that statements allow, each statement by itself; undefined when they are not all known. */
function allowedActions(statements: readonly GraphValue[] | undefined): readonly Allowed[] | undefined {
  if (statements === undefined) return undefined;
  const allowed: Allowed[] = [];
  for (const statement of statements) {
    const effect = textOf(valueAt(statement, 'Effect'));
    if (effect === 'Deny') continue;
    const place = valueAt(statement, 'Action');
    const actions = textsOf(place);
    if (effect !== 'Allow' || actions === undefined) return undefined;
    allowed.push({ actions, place });
  }
  return allowed;
}

function isOfService(action: string, other: string): boolean {
  return action.toLowerCase().split(':')[0] === other.toLowerCase().split(':')[0];
}

/** Whether one of the patterns of a policy covers an action; case does not count. */
function allows(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
}

/** Whether a pattern, in which * stands for any text and ? for one letter, is a text. */
function matches(pattern: string, text: string): boolean {
  const places = Array.from({ length: text.length + 1 }, (_, place) => place);
  let reached = [0];
  for (const sign of pattern) {
    const before = reached;
    reached =
      sign === '*'
        ? places.filter((place) => before.some((earlier) => earlier <= place))
        : before.filter((place) => sign === '?' || sign === text[place]).map((place) => place + 1);
  }
  return reached.includes(text.length);
}

/** The fix that adds an action to those of its service. */
function addAction({ place }: Allowed, action: string): DesignFix {
  const edit = { kind: 'insert', path: place.path, value: action } as const;
  return { title: `Allow ${action}`, edits: [edit], replacesNothing: true };
}

export const page: RulePage = {
  reason:
    'The cluster calls the service in the name of the role. What the role may not do fails in the middle of a query, on the first row. Comprehend needs two actions, because the planner sends rows one by one or in batches.',
  bad: `Resources:
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      Port: 5432
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      AssociatedRoles:
        - { FeatureName: Comprehend, RoleArn: !GetAtt CallComprehend.Arn }
  CallComprehend:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Principal: { Service: rds.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: comprehend
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [comprehend:DetectSentiment]
#               ^^^^^^ AUR1107 comprehend:BatchDetectSentiment
                Resource: "*"
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
        - { FeatureName: Comprehend, RoleArn: !GetAtt CallComprehend.Arn }
  CallComprehend:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - { Effect: Allow, Principal: { Service: rds.amazonaws.com }, Action: sts:AssumeRole }
      Policies:
        - PolicyName: comprehend
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [comprehend:DetectSentiment, comprehend:BatchDetectSentiment]
                Resource: "*"
`,
};
