import type { Cluster, Design } from '../design.ts';
import type { EditValue } from '../edit.ts';
import { blueprintShape } from '../format/blueprint.ts';
import type { Shape } from '../format/shape.ts';
import { shapeAt } from '../format/shape-at.ts';
import type { Presence } from '../node.ts';
import type { Path } from '../path.ts';

/** What a design says, as plain data in the words of the blueprint and in the order in which people write them. */
export interface Content {
  readonly [key: string]: EditValue;
}

/** Asked about what is unknown, by its path: the value to take instead, or undefined to leave it out. */
export type OnUnknown = (path: Path) => EditValue | undefined;

/** The known values of a design. What is unknown is left out, unless `onUnknown` gives a value for it. */
export function contentOf(design: Design, onUnknown: OnUnknown = () => undefined): Content {
  const content = contentIn(blueprintShape, design, onUnknown);
  return isContent(content) ? content : {};
}

/** The known values of one cluster of a design. */
export function contentOfCluster(cluster: Cluster): Content {
  const shape = shapeAt(blueprintShape, cluster.path);
  const content = shape === undefined ? undefined : contentIn(shape, cluster, () => undefined);
  return isContent(content) ? content : {};
}

/** Whether a value is a mapping. */
export function isContent(value: EditValue | undefined): value is Content {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The mapping under a key; empty where there is none. */
export function groupAt(content: Content, key: string): Content {
  const value = content[key];
  return isContent(value) ? value : {};
}

/** The list under a key; empty where there is none. */
export function listAt(content: Content, key: string): readonly EditValue[] {
  const value = content[key];
  return Array.isArray(value) ? value : [];
}

/** The mappings in the list under a key. */
export function groupsAt(content: Content, key: string): readonly Content[] {
  return listAt(content, key).filter(isContent);
}

/** The text under a key. */
export function textAt(content: Content, key: string): string | undefined {
  const value = content[key];
  return typeof value === 'string' ? value : undefined;
}

/** A mapping without the entries that are undefined. */
export function definedOnly(entries: Readonly<Record<string, EditValue | undefined>>): Content {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

interface AnyNode {
  readonly presence: Presence;
  readonly path: Path;
  readonly value?: unknown;
  readonly items?: readonly object[];
  readonly entries?: readonly { readonly key: string; readonly node: object }[];
}

function contentIn(shape: Shape, node: object, onUnknown: OnUnknown): EditValue | undefined {
  const { presence, path, value, items = [], entries = [] } = node as AnyNode;
  if (presence !== 'known') return presence === 'unknown' ? onUnknown(path) : undefined;
  switch (shape.kind) {
    case 'scalar':
      return (shape.write === undefined ? value : shape.write(value)) as EditValue;
    case 'list':
      return items.map((item) => contentIn(shape.item, item, onUnknown)).filter((item) => item !== undefined);
    case 'record':
      return definedOnly(
        Object.fromEntries(entries.map((entry) => [entry.key, contentIn(shape.item, entry.node, onUnknown)])),
      );
    case 'object': {
      const group = node as Readonly<Record<string, object>>;
      const properties = Object.entries(shape.properties).map(([key, property]) => {
        const child = group[key];
        return [key, child === undefined ? undefined : contentIn(property, child, onUnknown)] as const;
      });
      return definedOnly(Object.fromEntries(properties));
    }
  }
}
