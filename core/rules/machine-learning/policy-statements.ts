import {
  type GraphResource,
  type GraphValue,
  itemsOf,
  type ResourceGraph,
  textOf,
  valueAt,
} from '../../design/resource-graph.ts';

/** The statements of a policy document; undefined when they are not known. */
export function statementsIn(document: GraphValue): readonly GraphValue[] | undefined {
  const statement = valueAt(document, 'Statement');
  return statement.kind === 'map' ? [statement] : listOf(statement);
}

/** The texts of a value that is one text or several; undefined when one of them is not known. */
export function textsOf(value: GraphValue): readonly string[] | undefined {
  const values = value.kind === 'scalar' ? [value] : listOf(value);
  const texts = values?.map(textOf);
  return texts?.every((text) => text !== undefined) ? texts : undefined;
}

function listOf(value: GraphValue): readonly GraphValue[] | undefined {
  return value.kind === 'list' ? value.items : undefined;
}

/**
 * The statements of all policies of a role; undefined when there are none, or when some stand elsewhere or are not
 * known.
 */
export function statementsOf(graph: ResourceGraph, role: GraphResource): readonly GraphValue[] | undefined {
  const inline = itemsOf(role.property('Policies'))?.map((policy) => valueAt(policy, 'PolicyDocument'));
  const managed = itemsOf(role.property('ManagedPolicyArns'))?.map((arn) => graph.referredTo(arn));
  const attached = attachedPolicies(graph, role);
  if (graph.isOpen || inline === undefined || managed === undefined || attached === undefined) return undefined;
  const documents = [...managed, ...attached].map((policy) => policy?.property('PolicyDocument'));
  const statements = [...inline, ...documents].map((document) => document && statementsIn(document));
  if (statements.length === 0 || statements.includes(undefined)) return undefined;
  return statements.flatMap((list) => list ?? []);
}

/** The policies of the template that name a role; undefined when one of them may. */
function attachedPolicies(graph: ResourceGraph, role: GraphResource): readonly GraphResource[] | undefined {
  const policies = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'].flatMap((type) =>
    graph.ofType(type),
  );
  const attached: GraphResource[] = [];
  for (const policy of policies) {
    const roles =
      policy.type === 'AWS::IAM::RolePolicy' ? [policy.property('RoleName')] : itemsOf(policy.property('Roles'));
    const isNamed = roles?.map((value) => namesRole(graph, value, role));
    if (isNamed === undefined || isNamed.includes(undefined)) return undefined;
    if (isNamed.includes(true)) attached.push(policy);
  }
  return attached;
}

function namesRole(graph: ResourceGraph, value: GraphValue, role: GraphResource): boolean | undefined {
  const named = graph.referredTo(value);
  if (named !== undefined) return named.logicalId === role.logicalId;
  const [name, own] = [textOf(value), role.property('RoleName')];
  if (name === undefined || own.kind === 'unknown') return undefined;
  return textOf(own) === name;
}
