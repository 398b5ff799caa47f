import type { EditValue } from '../../design/edit.ts';
import type { PropertyChange } from '../../design/resource-change.ts';
import { type GraphValue, isAbsent, itemsOf } from '../../design/resource-graph.ts';
import type { DesignFix } from '../rule.ts';
import { sayValue } from './change-words.ts';

/** The fix that puts the earlier value back, where it is known. */
export function putBack({ property, earlier, later }: PropertyChange): readonly DesignFix[] {
  const { path } = later;
  if (isAbsent(earlier)) {
    return [{ title: `Take ${property} away`, edits: [{ kind: 'remove', path }], replacesNothing: true }];
  }
  const value = literalOf(earlier);
  if (value === undefined) return [];
  const title = isAbsent(later) ? `Write ${property} again` : `Put ${property} back to ${sayValue(earlier)}`;
  return [{ title, edits: [{ kind: 'set', path, value }], replacesNothing: true }];
}

function literalOf(value: GraphValue): EditValue | undefined {
  if (value.kind === 'scalar') return value.value;
  const items = itemsOf(value)?.map(literalOf);
  return items?.every((item) => item !== undefined) ? items : undefined;
}
