import type { Path } from '../../path.ts';
import type { GraphValue } from '../../resource-graph.ts';
import type { Resolved } from './resolved.ts';

/** What rules see of a resolved value that stands at a path. */
export function graphValue(resolved: Resolved, path: Path): GraphValue {
  switch (resolved.kind) {
    case 'absent':
      return { kind: 'absent', path };
    case 'scalar':
      return { kind: 'scalar', path, text: resolved.text, value: resolved.value, isPlain: resolved.isPlain === true };
    case 'list':
      return { kind: 'list', path, items: resolved.items.map((item, index) => graphValue(item, [...path, index])) };
    case 'map': {
      const entries = [...resolved.entries].map(
        ([name, { value }]) => [name, graphValue(value, [...path, name])] as const,
      );
      return { kind: 'map', path, entries: new Map(entries), isOpen: resolved.isOpen };
    }
    case 'unknown': {
      const { identity, resource, isEmpty } = resolved;
      return {
        kind: 'unknown',
        path,
        identity,
        ...(resource === undefined ? {} : { resource }),
        ...(isEmpty === undefined ? {} : { isEmpty }),
      };
    }
  }
}
