import { type Content, contentOf, groupAt, groupsAt, isContent, textAt } from '../content/design-content.ts';
import type { EditValue } from '../edit.ts';
import { formatPath, type Path } from '../path.ts';
import { type Expression, entryOf } from '../readers/template/expression.ts';
import { designName } from '../readers/template/property-name.ts';
import type { TemplateDesign } from '../readers/template/template-design.ts';
import type { TemplateSyntax } from '../readers/template/template-syntax.ts';
import { type ClusterInCase, readTemplateCase } from '../readers/template-case.ts';
import { isSecretReference } from '../secret-reference.ts';
import type { Note } from '../writers/new-blueprint.ts';
import type { Imported } from './imported.ts';

/** Longest expression that a note quotes whole. */
const longestQuote = 70;

/** Groups whose being there can rest on a condition. */
const dependent = new Set(['instances', 'autoScaling', 'origin']);

/**
 * The Aurora clusters of a template with these values for its parameters, the Default of the others, each as a design
 * of its own. What stays unknown is left out and noted. Undefined when the text holds no Aurora cluster.
 */
export function importTemplate(text: string, parameters: ReadonlyMap<string, string>): readonly Imported[] | undefined {
  const template = readTemplateCase(text, parameters);
  return template?.clusters.map((cluster) => importCluster(text, template.syntax, cluster, template.openConditions));
}

function importCluster(
  text: string,
  syntax: TemplateSyntax,
  { logicalId, mayBeMissing, design }: ClusterInCase,
  openConditions: readonly string[],
): Imported {
  const notes = new Map<string, Note>();
  const isMember = (path: Path) => path[0] === 'secondaries' || path[0] === 'primary';
  const note = (path: Path, words: string) => notes.set(formatPath(path), { path, text: words });
  const onUnknown = (path: Path): EditValue | undefined => {
    const written = expressionAt(syntax.root, design.originOf(path).path);
    if (written?.kind === 'scalar' && isSecretReference(written.text)) return written.text;
    const place = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
    const origin = design.originOf(place).path;
    const quoted = namesSame(place, origin) ? expressionAt(syntax.root, origin) : undefined;
    if (quoted !== undefined && isGroupOfTemplate(quoted, syntax)) return undefined;
    if (place[0] === 'masterUserPassword') {
      // What is written there can hold a part of the password.
      note(place, 'masterUserPassword: not known here. Refer to a secret.');
    } else if (quoted !== undefined) {
      note(place, `${labelOf(place)}: ${quote(text, syntax.root, origin)}, not known here.`);
    } else if (dependent.has(String(place.at(-1))) && isMember(place)) {
      note(place, `${labelOf(place)}: not known here; ${reasonOf(syntax, openConditions)}`);
    }
    return undefined;
  };
  const content = contentOf(design.design, onUnknown);
  if (mayBeMissing)
    note([], `Whether the cluster ${logicalId} exists is not known here; ${reasonOf(syntax, openConditions)}`);
  const named = withIds(withoutPassword(content, note), design, logicalId);
  const name = textAt(content, 'name');
  return { names: name === undefined ? [] : [name], content: named, notes: [...notes.values()] };
}

function reasonOf({ isOpen }: TemplateSyntax, openConditions: readonly string[]): string {
  if (openConditions.length > 0) return `it depends on ${openConditions.join(', ')}. --parameters decides.`;
  return isOpen ? 'a macro, a module or markup can add to the template.' : 'the template does not say.';
}

/** A password never stands in a blueprint that we write; a reference to a secret does. */
function withoutPassword(content: Content, note: (path: Path, words: string) => void): Content {
  const password = textAt(content, 'masterUserPassword');
  if (password === undefined || isSecretReference(password)) return content;
  const { masterUserPassword: _, ...rest } = content;
  note(['masterUserPassword'], 'masterUserPassword: in plain text in the template. Refer to a secret instead.');
  return rest;
}

/** Identifiers where AWS makes them up: those of the cluster and its instances follow the logical ids. */
function withIds(content: Content, design: TemplateDesign, logicalId: string): Content {
  const { primary } = content;
  const inCluster = (cluster: Content, path: Path): Content => {
    const instances = groupsAt(cluster, 'instances').map((instance, index) => {
      const [, id] = design.originOf([...path, 'instances', index]).path;
      return { id: asIdentifier(String(id)), ...instance };
    });
    return instances.length === 0 ? cluster : { ...cluster, instances };
  };
  const secondaries = groupsAt(content, 'secondaries').map((cluster, index) =>
    inCluster(cluster, ['secondaries', index]),
  );
  const name = textAt(groupAt(content, 'primary'), 'clusterIdentifier') ?? asIdentifier(logicalId);
  return {
    ...(isContent(primary) ? { name, ...content, primary: inCluster(primary, ['primary']) } : content),
    ...(secondaries.length === 0 ? {} : { secondaries }),
  };
}

/** A logical id as an identifier of RDS: `OrdersCluster` is `orders-cluster`. */
function asIdentifier(logicalId: string): string {
  return logicalId
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** Whether what stands at a path of the design is the property at a path of the template. */
function namesSame(path: Path, origin: Path): boolean {
  const [name, property] = [path.at(-1), origin.at(-1)];
  return typeof property === 'string' && designName(property) === name;
}

/** Whether a name is that of a group in the same template: what it holds is read, and AWS makes up the name. */
function isGroupOfTemplate(expression: Expression, { resources }: TemplateSyntax): boolean {
  if (expression.kind !== 'call' || expression.name !== 'Ref' || expression.argument.kind !== 'scalar') return false;
  const type = resources.get(expression.argument.text)?.type ?? '';
  return /^AWS::RDS::DB(Subnet|ClusterParameter|Parameter)Group$/.test(type);
}

function expressionAt(root: Expression, path: Path): Expression | undefined {
  let expression: Expression | undefined = root;
  for (const step of path) {
    if (expression?.kind === 'list' && typeof step === 'number') expression = expression.items[step];
    else expression = entryOf(expression, String(step))?.value;
  }
  return expression;
}

/** What is written behind the key at a path, on one line. */
function quote(text: string, root: Expression, path: Path): string {
  const entry = entryOf(expressionAt(root, path.slice(0, -1)), String(path.at(-1)));
  const written = entry === undefined ? '' : text.slice(entry.key.end, entry.whole.end);
  const line = written
    .replace(/^["']?\s*:/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)} …` : line;
}

/** A path as it is read beside its place: from the cluster on, and inside an instance. */
function labelOf(path: Path): string {
  const instance = path.indexOf('instances') + 1;
  if (instance > 0 && path.length > instance + 1) return formatPath(path.slice(instance + 1));
  if (path[0] === 'primary') return formatPath(path.slice(1));
  return formatPath(path[0] === 'secondaries' ? path.slice(2) : path);
}
