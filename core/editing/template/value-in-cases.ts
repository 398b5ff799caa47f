import type { Path } from '../../design/path.ts';
import type { CaseGraph } from '../../design/readers/template/case-graph.ts';
import { distinctCases } from '../../design/readers/template/distinct-cases.ts';
import type { Template } from '../../design/readers/template.ts';
import { type GraphValue, valueAt } from '../../design/resource-graph.ts';
import { escapeMarkdown } from '../markdown.ts';
import { sayInCases } from './say-in-cases.ts';

/**
 * What a property of a resource comes to, in each case of the conditions of its template, and why where that cannot be
 * told; as Markdown. Undefined when the resource is not among those that are looked at.
 */
export function valueInCases(template: Template, logicalId: string, property: Path): string | undefined {
  const found = distinctCases(template.graphs, (one) => lookAt(one, template, logicalId, property));
  return sayInCases(
    found.map(({ value, cases }) => ({ value, outcomes: cases.map(({ outcomes }) => outcomes) })),
    (said) => said,
  );
}

function lookAt(one: CaseGraph, template: Template, logicalId: string, property: Path) {
  const resource = template.syntax.resources.get(logicalId);
  return one.look((graph) => {
    const seen = graph.ofType(resource?.type ?? '').find((other) => other.logicalId === logicalId);
    const [name, ...deeper] = property;
    if (seen === undefined || typeof name !== 'string') return undefined;
    const value = deeper.reduce<GraphValue>(step, seen.property(name));
    return describe(value, template, one);
  });
}

function step(value: GraphValue, key: string | number): GraphValue {
  if (typeof key === 'string') return valueAt(value, key);
  const path = [...value.path, key];
  return (value.kind === 'list' ? value.items[key] : undefined) ?? { kind: 'unknown', path, identity: '' };
}

function describe(value: GraphValue, template: Template, one: CaseGraph): string {
  if (value.kind === 'absent') return 'Here: nothing, as if the property were not there.';
  if (value.kind === 'scalar') {
    const defaults = one.defaultsOf(value.path);
    const from = defaults.length === 0 ? '' : `, from the Default of ${defaults.map(escapeMarkdown).join(' and ')}`;
    return `Here: \`${value.text}\`${from}.`;
  }
  if (value.kind === 'unknown') return `Not known before it is deployed: ${whyUnknown(value, template)}.`;
  const parts = value.kind === 'list' ? value.items : [...value.entries.values()];
  const known = parts.filter(({ kind }) => kind === 'scalar').map((part) => (part.kind === 'scalar' ? part.text : ''));
  if (known.length < parts.length) return `Here: ${parts.length} values, not all of them known before it is deployed.`;
  return `Here: ${known.map((text) => `\`${text}\``).join(', ')}.`;
}

/** Why a value cannot be told from the template. */
function whyUnknown(value: Extract<GraphValue, { kind: 'unknown' }>, { syntax }: Template): string {
  const { identity, resource } = value;
  const [, name = ''] = /^Ref (.+)$/.exec(identity) ?? [];
  const parameter = syntax.parameters.get(name);
  if (resource !== undefined) return `AWS gives it when ${escapeMarkdown(resource)} is created`;
  if (parameter?.type.startsWith('AWS::SSM::') === true) return `${name} is read from Parameter Store`;
  if (parameter !== undefined && value.isEmpty === true) return `${name} is empty`;
  if (parameter !== undefined) return `the parameter ${name} has no Default that counts here`;
  if (name.startsWith('AWS::')) return `${name} is that of the stack`;
  if (identity.includes('{{resolve:')) return 'a secret or a parameter of another service is filled in';
  if (identity.startsWith('Fn::ImportValue')) return 'another stack exports it';
  if (identity.startsWith('Fn::If')) return 'a condition decides that cannot be told';
  const [, called] = /^(Fn::\w+)/.exec(identity) ?? [];
  return called === undefined ? 'the template does not say it' : `${called} works it out`;
}
