import type { Blueprint } from '../design/readers/blueprint.ts';
import type { Template } from '../design/readers/template.ts';
import type { SqlAnalysis } from '../sql/analyze.ts';
import { shiftRange } from '../sql/shift-finding.ts';
import type { Range } from '../text/range.ts';
import { declarationsOf, type Name, type NameIndex, type NameKind } from './names/name.ts';

/** Something that people look for over all files: a cluster, an instance, an endpoint, a scenario, a resource, a function. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'cluster' | 'instance' | 'endpoint' | 'scenario' | 'resource' | 'function';
  /** The design that holds it, the type of the resource, or what the function stands for. */
  readonly container: string;
  readonly range: Range;
}

const kinds: Readonly<Partial<Record<NameKind, WorkspaceSymbol['kind']>>> = {
  cluster: 'cluster',
  globalDatabase: 'cluster',
  instance: 'instance',
  endpoint: 'endpoint',
  sageMakerEndpoint: 'endpoint',
  scenario: 'scenario',
};

/** What a blueprint has for those who look for it by name. */
export function blueprintWorkspaceSymbols({ documents }: Blueprint, { names }: NameIndex): readonly WorkspaceSymbol[] {
  const containers = documents.map(({ design }) => (design.name.presence === 'known' ? design.name.value : ''));
  return names.flatMap((name) => symbolsOf(name, containers[Number(name.scope)] ?? ''));
}

/** What a template has: its resources of Amazon RDS, the identifiers that it writes out, and its scenarios. */
export function templateWorkspaceSymbols({ syntax }: Template, { names }: NameIndex): readonly WorkspaceSymbol[] {
  return names.flatMap((name) => {
    if (name.kind !== 'resource') return symbolsOf(name, '');
    const type = syntax.resources.get(name.text)?.type ?? '';
    return type.startsWith('AWS::RDS::') ? symbolsOf(name, type, 'resource') : [];
  });
}

/** What an SQL text has: the functions that it makes with ALIAS, and those around ML calls. */
export function sqlWorkspaceSymbols({ statements }: SqlAnalysis): readonly WorkspaceSymbol[] {
  return statements.flatMap(({ offset, declared, calls }) =>
    declared.flatMap((one): readonly WorkspaceSymbol[] => {
      if (one.kind === 'aliasFunction') {
        const { signature, alias, nameRange } = one;
        const container = `${alias.service} ${signature.target ?? ''}`.trimEnd();
        return [{ name: signature.name, kind: 'function', container, range: shiftRange(nameRange, offset) }];
      }
      const [call] = calls.filter(({ signature }) => signature !== undefined);
      if (one.kind !== 'routine' || call === undefined) return [];
      return [{ name: one.name, kind: 'function', container: call.name, range: shiftRange(one.nameRange, offset) }];
    }),
  );
}

function symbolsOf(name: Name, container: string, kind = kinds[name.kind]): readonly WorkspaceSymbol[] {
  if (kind === undefined) return [];
  return declarationsOf(name).map(({ range }) => ({ name: name.text, kind, container, range }));
}

/** Whether a name has the characters of a query in their order, as editors filter; case does not count. */
export function matchesQuery(name: string, query: string): boolean {
  let from = 0;
  const text = name.toLowerCase();
  for (const character of query.toLowerCase().replace(/\s/g, '')) {
    const at = text.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
