import type { NameKind } from './name.ts';

/** A name while it is being collected; `M` is what is known of a place at which it stands. */
export interface CollectedName<M> {
  readonly kind: NameKind;
  readonly text: string;
  readonly scope: string;
  readonly mentions: M[];
  obstacle?: string;
}

/** Names while they are collected. A reference means the first name of its text in the first scope that has one. */
export class NameTable<M> {
  readonly names: CollectedName<M>[] = [];
  readonly #declared = new Map<string, CollectedName<M>[]>();
  readonly #named = new Map<string, CollectedName<M>>();

  /** The scopes are those in which references find it; in the first of them it has to be the only one of its kind. */
  declare(kind: NameKind, text: string, scopes: readonly string[], mention: M): CollectedName<M> {
    const name: CollectedName<M> = { kind, text, scope: scopes[0] ?? '', mentions: [mention] };
    this.names.push(name);
    for (const scope of scopes) {
      const key = keyOf(kind, scope, text);
      const others = this.#declared.get(key);
      if (others === undefined) this.#declared.set(key, [name]);
      else others.push(name);
    }
    return name;
  }

  /** The declared name that a text means; case counts where `isExact`. */
  find(
    kind: NameKind,
    text: string,
    scopes: readonly string[],
    { isExact }: { readonly isExact: boolean },
  ): CollectedName<M> | undefined {
    for (const scope of scopes) {
      const candidates = this.#declared.get(keyOf(kind, scope, text)) ?? [];
      const found = candidates.find((name) => !isExact || name.text === text);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Notes a place of a name that nothing has to declare. */
  mention(kind: NameKind, text: string, scope: string, mention: M): void {
    const key = keyOf(kind, scope, text);
    const known = this.#named.get(key);
    if (known !== undefined) {
      known.mentions.push(mention);
      return;
    }
    const name: CollectedName<M> = { kind, text, scope, mentions: [mention] };
    this.#named.set(key, name);
    this.names.push(name);
  }
}

function keyOf(kind: NameKind, scope: string, text: string): string {
  return `${kind} ${scope} ${text.toLowerCase()}`;
}
