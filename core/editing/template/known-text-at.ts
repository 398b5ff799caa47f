import type { Design } from '../../design/design.ts';
import type { Path } from '../../design/path.ts';

/** The value at a path of a design as text; undefined where there is none, or it is not known. */
export function knownTextAt(design: Design, path: Path): string | undefined {
  let node: unknown = design;
  for (const step of path) {
    if (typeof node !== 'object' || node === null) return undefined;
    const holder = typeof step === 'number' && 'items' in node ? node.items : node;
    node = (holder as Readonly<Record<string | number, unknown>>)[step];
  }
  const { value } = (node ?? {}) as { readonly value?: unknown };
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}
