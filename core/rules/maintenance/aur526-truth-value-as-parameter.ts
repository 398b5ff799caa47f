import { type GraphResource, plainTextOf, type ResourceGraph, textOf, valueAt } from '../../design/resource-graph.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { TemplateRule } from '../rule.ts';
import type { RulePage } from '../rule-page.ts';

/** Words that YAML 1.1 takes for truth values, apart from true and false. */
const truths: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['yes', true],
  ['off', false],
  ['no', false],
]);

export const rule: TemplateRule = {
  id: 'AUR526',
  title: 'A word without quotes arrives as a truth value',
  group: 'Maintenance and lifecycle',
  severity: 'warning',
  facts: [limits.yaml_on_off],
  check: (graph, report) => {
    for (const group of auroraGroups(graph)) {
      const parameters = group.property('Parameters');
      for (const name of parameters.kind === 'map' ? parameters.entries.keys() : []) {
        const value = valueAt(parameters, name);
        const text = plainTextOf(value) ?? '';
        const truth = truths.get(text.toLowerCase());
        if (truth === undefined) continue;
        const message = `${name} is ${text} without quotes: CloudFormation reads YAML 1.1 and passes ${truth} on, which the parameter hardly takes. Write "${text}".`;
        const edit = { kind: 'set', path: value.path, value: text } as const;
        report(value.path, message, { fixes: [{ title: `Write "${text}"`, edits: [edit], isSafe: true }] });
      }
    }
  },
};

/** The parameter groups of Aurora: by their family, or because an Aurora cluster or instance refers to them. */
function auroraGroups(graph: ResourceGraph): readonly GraphResource[] {
  const used = [
    ...graph.clusters.map((cluster) => graph.referredTo(cluster.property('DBClusterParameterGroupName'))),
    ...graph.instances.map((instance) => graph.referredTo(instance.property('DBParameterGroupName'))),
  ].map((group) => group?.logicalId);
  return ['AWS::RDS::DBClusterParameterGroup', 'AWS::RDS::DBParameterGroup']
    .flatMap((type) => graph.ofType(type))
    .filter((group) => textOf(group.property('Family'))?.startsWith('aurora') ?? used.includes(group.logicalId));
}

export const page: RulePage = {
  reason:
    'In the YAML that most tools read today ON is a word; in the older one of CloudFormation it is true. The parameter group is refused, or the parameter gets a value that nobody wrote.',
  bad: `Resources:
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Description: Parameters of orders
      Family: aurora-mysql8.0
      Parameters:
        event_scheduler: ON
#                        ^^ AUR526 passes true on
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      DBClusterParameterGroupName: !Ref Parameters
`,
  good: `Resources:
  Parameters:
    Type: AWS::RDS::DBClusterParameterGroup
    Properties:
      Description: Parameters of orders
      Family: aurora-mysql8.0
      Parameters:
        event_scheduler: "ON"
  Orders:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-mysql
      MasterUsername: app_admin
      ManageMasterUserPassword: true
      DBClusterParameterGroupName: !Ref Parameters
`,
};
