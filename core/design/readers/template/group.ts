import type { GroupPart, Part, Place, ValuePart } from './part.ts';
import { designName } from './property-name.ts';
import type { Resolved } from './resolved.ts';

/** A mapping as a group with the names of the design; undefined when it is none. */
export function groupOf(place: Place, value: Resolved, isOpen: boolean): GroupPart | undefined {
  if (value.kind !== 'map') return undefined;
  const parts = [...value.entries].map(([name, entry]): readonly [string, Part] => [
    designName(name),
    { kind: 'value', path: [...place.path, name], key: entry.key, value: entry.value },
  ]);
  return { ...place, kind: 'group', parts: new Map(parts), isOpen: isOpen || value.isOpen };
}

/** The property of a group that is a value. */
export function valueIn(group: GroupPart, name: string): ValuePart | undefined {
  const part = group.parts.get(name);
  return part?.kind === 'value' ? part : undefined;
}

/** A property that is itself a mapping, as a group. */
export function groupIn(group: GroupPart, name: string): GroupPart | undefined {
  const part = valueIn(group, name);
  return part === undefined ? undefined : groupOf(part, part.value, group.isOpen);
}

/** The known text of a property. */
export function textIn(group: GroupPart, name: string): string | undefined {
  const part = valueIn(group, name);
  return part?.value.kind === 'scalar' ? part.value.text : undefined;
}

/** The items of a property that is a list; undefined when it is none, or not known. */
export function itemsIn(group: GroupPart, name: string): readonly ValuePart[] | undefined {
  const part = valueIn(group, name);
  if (part?.value.kind !== 'list') return undefined;
  return part.value.items.map((value, index) => ({ kind: 'value', path: [...part.path, index], value }));
}

/** A group of some of the properties of another, under other names. */
export function pick(group: GroupPart, names: Readonly<Record<string, string>>): GroupPart {
  const parts = Object.entries(names).flatMap(([name, property]) => {
    const part = group.parts.get(property);
    return part === undefined ? [] : [[name, part] as const];
  });
  return { ...group, parts: new Map(parts) };
}
