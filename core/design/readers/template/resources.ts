import type { Path } from '../../path.ts';
import { entryOf, type MapEntry } from './expression.ts';
import { groupOf } from './group.ts';
import type { GroupPart, Part, Parts, ValuePart } from './part.ts';
import { designName } from './property-name.ts';
import type { Resolver } from './resolver.ts';
import type { Resource } from './template-syntax.ts';

/** A resource in one case, with its properties resolved. */
export interface ResolvedResource {
  readonly logicalId: string;
  /** Undefined when it cannot be told. */
  readonly exists: boolean | undefined;
  readonly dependsOn: readonly string[];
  readonly properties: GroupPart;
}

/** The resources of a template in one case of its conditions. */
export class Resources {
  readonly #resolver: Resolver;
  readonly #resolved = new Map<string, () => ResolvedResource>();
  readonly #ofType = new Map<string, () => readonly ResolvedResource[]>();

  constructor(resolver: Resolver) {
    this.#resolver = resolver;
  }

  /** Whether there may be others than those that are seen. */
  get isOpen(): boolean {
    return this.#resolver.template.isOpen;
  }

  /** What stands under a key of the template's own Metadata. */
  metadata(key: string): ValuePart | undefined {
    const entry = entryOf(entryOf(this.#resolver.template.root, 'Metadata')?.value, key);
    if (entry === undefined) return undefined;
    return { kind: 'value', path: ['Metadata', key], key: entry.key, value: this.#resolver.resolve(entry.value) };
  }

  /** Those of a type that exist, or may exist. */
  ofType(type: string): readonly ResolvedResource[] {
    const known = this.#ofType.get(type);
    if (known !== undefined) return known();
    const { reliance, template } = this.#resolver;
    const resources = reliance.memo(() =>
      [...template.resources.values()]
        .filter((resource) => resource.type === type)
        .map((resource) => this.resolve(resource))
        .filter(({ exists }) => exists !== false),
    );
    this.#ofType.set(type, resources);
    return resources();
  }

  /** The resource of a type that a value refers to by Ref or GetAtt. */
  referredTo(part: Part | undefined, type: string): ResolvedResource | undefined {
    const logicalId = part?.kind === 'value' && part.value.kind === 'unknown' ? part.value.resource : undefined;
    const resource = this.#resolver.template.resources.get(logicalId ?? '');
    return resource?.type === type ? this.resolve(resource) : undefined;
  }

  /** A resource in this case. */
  resolve(resource: Resource): ResolvedResource {
    const { logicalId, condition, dependsOn } = resource;
    const known = this.#resolved.get(logicalId);
    if (known !== undefined) return known();
    const { reliance } = this.#resolver;
    const resolved = reliance.memo(() => ({
      logicalId,
      exists: condition === undefined ? true : this.#resolver.condition(condition),
      dependsOn,
      properties: this.#properties(resource),
    }));
    this.#resolved.set(logicalId, resolved);
    return resolved();
  }

  #properties({ logicalId, key, properties }: Resource): GroupPart {
    const place = { path: ['Resources', logicalId, 'Properties'], key };
    if (properties?.kind === 'map') {
      const parts = new Map<string, () => Part | undefined>();
      for (const [name, entry] of properties.entries)
        parts.set(designName(name), this.#lazily(place.path, name, entry));
      return { ...place, kind: 'group', parts, isOpen: this.isOpen || properties.isOpen };
    }
    const nothing = { ...place, kind: 'group', parts: new Map() as Parts } as const;
    if (properties === undefined || properties.kind === 'nothing') return { ...nothing, isOpen: this.isOpen };
    return groupOf(place, this.#resolver.resolve(properties), this.isOpen) ?? { ...nothing, isOpen: true };
  }

  #lazily(above: Path, name: string, entry: MapEntry): () => Part | undefined {
    return this.#resolver.reliance.memo(() => {
      const value = this.#resolver.resolve(entry.value);
      return value.kind === 'absent' ? undefined : { kind: 'value', path: [...above, name], key: entry.key, value };
    });
  }
}
