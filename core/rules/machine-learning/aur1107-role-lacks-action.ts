import { type GraphValue, isAbsent, textOf, valueAt } from '../../design/resource-graph.ts';
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
      const missing = needed[service]?.filter((action) => !allowed?.some(({ actions }) => allows(actions, action)));
      if (allowed === undefined || missing === undefined || missing.length === 0) continue;
      const nearest = allowed.find(({ actions }) => actions.some((action) => isOfService(action, missing[0] ?? '')));
      const message = `The policies of the role ${role.logicalId}, with which the SQL calls ${service}, do not allow ${missing.join(' and ')}: every such call fails. Allow it.`;
      report(nearest?.place.path ?? role.path, message, { at: 'key', fixes: fixesOf(nearest?.place, missing) });
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
  const allowed: Allowed[] = [];
  for (const statement of statements ?? []) {
    const effect = valueAt(statement, 'Effect');
    if (textOf(effect) === 'Deny') continue;
    const place = valueAt(statement, 'Action');
    const actions = textsOf(place);
    if (textOf(effect) !== 'Allow' || actions === undefined) return undefined;
    allowed.push({ actions, place });
  }
  return statements === undefined ? undefined : allowed;
}

function isOfService(action: string, other: string): boolean {
  return action.toLowerCase().split(':')[0] === other.toLowerCase().split(':')[0];
}

/** Whether one of the patterns of a policy covers an action; case does not count. */
function allows(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase()));
}

/** Whether a pattern, in which * stands for any text and ? for one letter, is a text; in time of both lengths at most. */
function matches(pattern: string, text: string): boolean {
  let star = -1;
  let resume = 0;
  let at = 0;
  for (let index = 0; index < text.length; ) {
    if (pattern[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === text[index]) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      resume += 1;
      index = resume;
      at = star + 1;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}

/** The fix that allows the only action that is missing, where others of the service are. */
function fixesOf(place: GraphValue | undefined, missing: readonly string[]): readonly DesignFix[] {
  const [only, ...others] = missing;
  if (place === undefined || only === undefined || others.length > 0 || isAbsent(place)) return [];
  const edit = { kind: 'insert', path: place.path, value: only } as const;
  return [{ title: `Allow ${only}`, edits: [edit], replacesNothing: true }];
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
