import type { GroupPart, Part, Parts, Place, ValuePart } from './part.ts';
import { designName } from './property-name.ts';
import type { Resolved } from './resolved.ts';

/** A mapping as a group with the names of the design; undefined when it is none. */
export function groupOf(place: Place, value: Resolved, isOpen: boolean): GroupPart | undefined {
  if (value.kind !== 'map') return undefined;
  return { ...place, kind: 'group', parts: partsOf(place, value.entries, designName), isOpen: isOpen || value.isOpen };
}

/** The entries of a mapping as parts, under the names that `rename` gives them. */
export function partsOf(
  { path }: Place,
  entries: Extract<Resolved, { kind: 'map' }>['entries'],
  rename: (name: string) => string,
): Parts {
  const parts = [...entries].map(([name, { key, value }]) => {
    const part: Part = { kind: 'value', path: [...path, name], key, value };
    return [rename(name), () => part] as const;
  });
  return new Map(parts);
}

/** A part of a group; undefined when it is not there. */
export function partIn(group: GroupPart, name: string): Part | undefined {
  return group.parts.get(name)?.();
}

/** The property of a group that is a value. */
export function valueIn(group: GroupPart, name: string): ValuePart | undefined {
  const part = partIn(group, name);
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

/** The items of a list; undefined when it is none, or not known. */
export function itemsOf(part: Part | undefined): readonly Part[] | undefined {
  if (part?.kind === 'list') return part.items;
  if (part?.kind !== 'value' || part.value.kind !== 'list') return undefined;
  return part.value.items.map((value, index) => ({ kind: 'value', path: [...part.path, index], value }));
}

/** The items of a property that is a list; undefined when it is none, or not known. */
export function itemsIn(group: GroupPart, name: string): readonly ValuePart[] | undefined {
  const part = valueIn(group, name);
  if (part?.value.kind !== 'list') return undefined;
  return part.value.items.map((value, index) => ({ kind: 'value', path: [...part.path, index], value }));
}

/** A group of some of the properties of another, under other names. */
export function pick(group: GroupPart, names: Readonly<Record<string, string>>): GroupPart {
  const parts = Object.entries(names).map(([name, property]) => [name, () => partIn(group, property)] as const);
  return { ...group, parts: new Map(parts) };
}

/** A group with parts beside or in place of its own. */
export function extend(group: GroupPart, parts: Readonly<Record<string, () => Part | undefined>>): GroupPart {
  const all = new Map(group.parts);
  for (const [name, part] of Object.entries(parts)) all.set(name, part);
  return { ...group, parts: all };
}
