import type { Design } from '../../design.ts';
import { blueprintShape } from '../../format/blueprint.ts';
import type { Shape } from '../../format/shape.ts';
import type { DesignBeside } from '../../named-design.ts';
import type { NodeReader } from './node-reader.ts';

/** What one YAML document says. */
export interface ReadDocument {
  readonly design: Design;
  /** Of a scenario file: the design that it names. */
  readonly beside?: DesignBeside;
}

/** How the YAML documents of a text are read: each is a blueprint, or scenarios beside one. */
export interface DocumentFormat {
  readonly shape: Shape;
  readonly read: (reader: NodeReader) => ReadDocument;
  /** The designs that can be named in it, as it would name them. */
  readonly designNames: () => readonly string[];
}

/** Each document is one design. */
export const blueprintFormat: DocumentFormat = {
  shape: blueprintShape,
  read: (reader) => ({ design: reader.readDocument(blueprintShape) }),
  designNames: () => [],
};
