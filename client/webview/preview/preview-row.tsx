import type { Cell } from '@aurora-blueprint/core/inference/request.ts';
import type { ResultRow } from '@aurora-blueprint/core/inference/result-rows.ts';
import type { PreviewCall } from '@aurora-blueprint/core/protocol/inference-requests.ts';

export interface PreviewRowProperties {
  readonly call: PreviewCall;
  readonly row: readonly Cell[];
  readonly result: ResultRow | undefined;
  readonly onRow: (row: readonly Cell[]) => void;
  readonly onRun: () => void;
}

/** One row: a field for each value that is asked for, then what comes back. */
export function PreviewRow({ call, row, result, onRow, onRun }: PreviewRowProperties) {
  const setCell = (column: number, value: string) => onRow(row.map((old, at) => (at === column ? value : old)));
  return (
    <tr>
      {call.asks.map((name, column) => (
        <td class="input">
          <input
            aria-label={name}
            placeholder={`value of ${name}`}
            value={row[column] ?? ''}
            onInput={({ currentTarget }) => setCell(column, currentTarget.value)}
            onKeyDown={({ key }) => key === 'Enter' && onRun()}
          />
        </td>
      ))}
      {result !== undefined && 'error' in result ? (
        <td class="error" colSpan={call.columns.length}>
          {result.error}
        </td>
      ) : (
        call.columns.map((_, column) => <td class="result">{resultText(result, column)}</td>)
      )}
    </tr>
  );
}

function resultText(result: Exclude<ResultRow, { error: string }> | undefined, column: number): string {
  if (result === undefined) return '';
  return result.values[column] ?? 'NULL';
}
