import type { Design } from './design.ts';
import type { Value } from './node.ts';

/** What the name of a design leads to: the design, or why there is none, with the names that could stand there instead. */
export type NamedDesign = FoundDesign | { readonly missing: MissingDesign; readonly names: readonly string[] };

/** The design that a name leads to. */
export interface FoundDesign {
  readonly design: Design;
  /** Which of the designs of its file it is, from 0 on. */
  readonly index: number;
  /** Whether the text of its file cannot be read in places, so that a part of the design may be hidden. */
  readonly isBroken: boolean;
}

/** No such file; a file that is no blueprint, or holds no design; no design of that name in it; or more than one. */
export type MissingDesign = 'file' | 'blueprint' | 'design' | 'name' | 'choice';

/** What a scenario file says under `design`, and where that leads; nowhere when it says nothing that can be read. */
export interface DesignBeside {
  readonly name: Value<string>;
  readonly named: NamedDesign | undefined;
}
