import type { Range } from '../../../text/range.ts';
import type { Design } from '../../design.ts';
import { blueprintShape } from '../../format/blueprint.ts';
import type { ListShape, ObjectShape, Properties, RecordShape, ScalarShape, Shape } from '../../format/shape.ts';
import { formatPath, type Path } from '../../path.ts';
import { absentNode } from '../blueprint/absent-node.ts';
import { Locator } from '../locator.ts';
import { partsOf } from './group.ts';
import { lazyGroup } from './lazy-group.ts';
import type { GroupPart, Part, Parts, ValuePart } from './part.ts';
import { designName } from './property-name.ts';
import type { Reliance } from './reliance.ts';
import type { ResolvedScalar } from './resolved.ts';

/** Where a value of the design comes from in the template. */
export interface Origin {
  /** Path in the template. */
  readonly path: Path;
  /** Parameters whose Default is part of the value. */
  readonly defaults: readonly string[];
}

/**
 * Reads the parts of a design against the format: the design, where everything stands, and where it comes from. A
 * property is read when it is first looked at, so that it is known on which conditions each of them rests.
 */
export class DesignReader {
  readonly locator = new Locator();
  readonly origins = new Map<string, Origin>();
  readonly #reliance: Reliance;

  constructor(reliance: Reliance) {
    this.#reliance = reliance;
  }

  readDesign(root: GroupPart): Design {
    return this.#read(blueprintShape, root, []) as Design;
  }

  #read(shape: Shape, part: Part, path: Path): unknown {
    this.#register(part, path);
    if (part.kind === 'value') return this.#readValue(shape, part, path);
    if (part.kind === 'group' && shape.kind === 'object') return this.#readGroup(shape, part.parts, part.isOpen, path);
    if (part.kind === 'group' && shape.kind === 'record') return this.#readRecord(shape, part.parts, path);
    if (part.kind === 'list' && shape.kind === 'list') return this.#readList(shape, part.items, path);
    return absentNode(shape, path, 'unknown');
  }

  #readValue(shape: Shape, part: ValuePart, path: Path): unknown {
    const { value } = part;
    if (shape.kind === 'scalar' && value.kind === 'scalar') return this.#readScalar(shape, value, path);
    if (shape.kind === 'list' && value.kind === 'list') {
      const items = value.items.map(
        (item, index): Part => ({ kind: 'value', path: [...part.path, index], value: item }),
      );
      return this.#readList(shape, items, path);
    }
    if (value.kind === 'map' && shape.kind === 'record' && !value.isOpen) {
      return this.#readRecord(
        shape,
        partsOf(part, value.entries, (name) => name),
        path,
      );
    }
    if (value.kind === 'map' && shape.kind === 'object') {
      return this.#readGroup(shape, partsOf(part, value.entries, designName), value.isOpen, path);
    }
    const identity = value.kind === 'unknown' ? value.identity : '';
    if (shape.kind === 'scalar' && identity !== '') return { presence: 'unknown', path, identity };
    if (shape.kind === 'list' && value.kind === 'unknown' && value.isElsewhere === true) {
      return { presence: 'unknown', path, items: [], isElsewhere: true };
    }
    return absentNode(shape, path, value.kind === 'absent' ? 'absent' : 'unknown');
  }

  #readScalar(shape: ScalarShape<unknown>, scalar: ResolvedScalar, path: Path): unknown {
    const value = parseScalar(shape, scalar);
    return value === undefined ? { presence: 'unknown', path } : { presence: 'known', path, value };
  }

  #readList(shape: ListShape<Shape>, items: readonly Part[], path: Path): unknown {
    return {
      presence: 'known',
      path,
      items: items.map((item, index) => this.#read(shape.item, item, [...path, index])),
    };
  }

  #readRecord(shape: RecordShape<Shape>, parts: Parts, path: Path): unknown {
    const entries = [...parts].flatMap(([key, partOf]) => {
      const part = partOf();
      return part === undefined ? [] : [{ key, node: this.#read(shape.item, part, [...path, key]) }];
    });
    return { presence: 'known', path, entries };
  }

  #readGroup({ properties }: ObjectShape<Properties>, parts: Parts, isOpen: boolean, path: Path): unknown {
    const nodes = new Map<string, () => unknown>();
    return lazyGroup(properties, path, (name) => {
      const known = nodes.get(name);
      if (known !== undefined) return known();
      const place = [...path, name];
      const shape = properties[name] as Shape;
      const missing = () => absentNode(shape, place, isOpen ? 'unknown' : 'absent');
      const partOf = parts.get(name);
      if (partOf === undefined) {
        const absent = missing();
        nodes.set(name, () => absent);
        return absent;
      }
      const node = this.#reliance.memo(() => {
        const part = partOf();
        return part === undefined ? missing() : this.#read(shape, part, place);
      });
      nodes.set(name, node);
      return node();
    });
  }

  #register(part: Part, path: Path): void {
    const { key } = part;
    const value = part.kind === 'value' ? part.value.range : key;
    const defaults = part.kind === 'value' && part.value.kind === 'scalar' ? part.value.defaults : [];
    this.origins.set(formatPath(path), { path: part.path, defaults });
    if (value === undefined) return;
    this.locator.add({ path, ...(key === undefined ? {} : { key }), value, whole: wholeOf(key, value), shared: false });
  }
}

function wholeOf(key: Range | undefined, value: Range): Range {
  return key === undefined || value.end < key.end ? value : { start: key.start, end: value.end };
}

/** CloudFormation takes numbers and truth values as text too, and text as either. */
function parseScalar(shape: ScalarShape<unknown>, { value, text }: ResolvedScalar): unknown {
  const read = shape.parse({ value, text });
  if (read !== undefined) return read;
  if (shape.schemaType === 'string') return shape.parse({ value: text, text });
  const word = text.trim().toLowerCase();
  if (shape.schemaType === 'boolean')
    return word === 'true' || word === 'false' ? shape.parse({ value: word === 'true', text }) : undefined;
  return /^-?\d+(\.\d+)?$/.test(word) ? shape.parse({ value: Number(word), text }) : undefined;
}
