/** Which keys of the mappings of a template are looked up by what only the deployment knows, such as a parameter. */
export class LookUps {
  readonly #open: { readonly mapping: string | undefined; readonly level: number }[] = [];

  /** Scope of the keys of a mapping, on its first or second level. */
  static scopeOf(mapping: string, level: number): string {
    return `keys ${level} of ${mapping}`;
  }

  /** The mapping and the level of a scope; undefined for any other scope. */
  static mappingOf(scope: string): { readonly name: string; readonly level: number } | undefined {
    const match = /^keys (\d) of (.*)$/s.exec(scope);
    return match === null ? undefined : { name: match[2] ?? '', level: Number(match[1]) };
  }

  /** Notes a look-up by an unknown key; of any mapping when its name is not written out either. */
  add(mapping: string | undefined, level: number): void {
    this.#open.push({ mapping, level });
  }

  /** Whether a key may be meant by something that does not write it out. */
  mayMean(mapping: string, level: number): boolean {
    return this.#open.some((one) => (one.mapping ?? mapping) === mapping && one.level === level);
  }

  /** Whether a mapping may be meant by something that does not write its name out. */
  get meansAnyMapping(): boolean {
    return this.#open.some(({ mapping }) => mapping === undefined);
  }
}
