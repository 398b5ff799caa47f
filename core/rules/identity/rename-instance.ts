import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import type { Path } from '../../design/path.ts';
import { instanceReferences } from '../../design/references.ts';
import type { DesignFix } from '../rule.ts';

/** The fix that gives the instance whose identifier stands at `path` another one, together with everything that names it. */
export function renameInstance(design: Design, path: Path, identifier: string, value: string): DesignFix {
  const named = instanceReferences(design).filter((reference) => known(reference) === identifier);
  const paths = [path, ...named.map((reference) => reference.path)];
  return { title: `Rename to ${value}`, edits: paths.map((place) => ({ kind: 'set', path: place, value })) };
}
