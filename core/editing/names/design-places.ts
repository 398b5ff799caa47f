import type { Scalar } from 'yaml';
import type { Path } from '../../design/path.ts';
import { rangeOfNode } from '../../design/readers/blueprint/node-range.ts';
import type { BlueprintDocument } from '../../design/readers/blueprint.ts';
import type { Range } from '../../text/range.ts';
import type { DesignMention } from './design-names.ts';
import type { Mention } from './name.ts';
import { type WrittenName, writtenScalar } from './written-name.ts';
import { type WrittenValue, WrittenValues } from './written-values.ts';

/** Where the values of one document stand. */
export class DesignPlaces {
  readonly #text: string;
  readonly #document: BlueprintDocument;
  readonly #values: WrittenValues;
  #uses: ReadonlyMap<Scalar, readonly Path[]> | undefined;

  constructor(text: string, document: BlueprintDocument) {
    this.#text = text;
    this.#document = document;
    this.#values = new WrittenValues(document.source);
  }

  /** The characters of a name, and the alias that leads to them, if one does. */
  mentionsOf({ path, at, role, whole, part }: DesignMention): readonly Mention[] {
    const written = this.#written(path, at);
    if (written === undefined) return [];
    const { scalar, alias, isFlow } = written;
    if (scalar.tag?.startsWith('!') === true) return [];
    const value = rangeOfNode(scalar);
    const isHere = role === 'declaration' && alias === undefined;
    const mention: Mention = {
      ...this.#charactersOf(part, writtenScalar(this.#text, scalar, isFlow)),
      role,
      whole: isHere ? this.#wholeOf(whole, value) : value,
    };
    if (alias === undefined) return [mention];
    const place = rangeOfNode(alias);
    return [mention, { range: place, writing: 'alias', role: 'reference', whole: place }];
  }

  /** The characters of the name in those of its value. */
  #charactersOf(part: string | undefined, value: WrittenName): WrittenName {
    if (part === undefined) return value;
    const offset = this.#text.slice(value.range.start, value.range.end).lastIndexOf(part);
    if (offset < 0) return { ...value, writing: 'fixed' };
    const start = value.range.start + offset;
    return { range: { start, end: start + part.length }, writing: 'part' };
  }

  /** Whether one text may give several values. */
  get hasAliases(): boolean {
    return this.#document.source.aliasTargets.size > 0;
  }

  /** Paths of the values that are given by the characters of a mention. */
  usesOf({ path, at }: DesignMention): readonly Path[] {
    const written = this.#written(path, at);
    this.#uses ??= this.#usesOfScalars();
    return (written && this.#uses.get(written.scalar)) ?? [];
  }

  #written(path: Path, at: 'key' | 'value'): WrittenValue | undefined {
    return at === 'key' ? this.#values.keyAt(path) : this.#values.valueAt(path);
  }

  /** What is declared, from its first character to its last; the value alone where it came through an alias. */
  #wholeOf(path: Path, scalar: Range): Range {
    const place = path.length === 0 ? undefined : this.#document.locator.placeOf(path);
    if (place === undefined || place.shared) return scalar;
    const { start, end } = place.whole;
    return start <= scalar.start && scalar.end <= end ? { start, end } : scalar;
  }

  #usesOfScalars(): ReadonlyMap<Scalar, readonly Path[]> {
    const uses = new Map<Scalar, Path[]>();
    for (const { path } of this.#document.locator.places()) {
      const written = this.#values.valueAt(path);
      if (written === undefined) continue;
      const known = uses.get(written.scalar);
      if (known === undefined) uses.set(written.scalar, [path]);
      else known.push(path);
    }
    return uses;
  }
}
