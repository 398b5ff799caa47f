import type { Assumption } from '@aurora-blueprint/core/simulation/timeline.ts';
import { useState } from 'preact/hooks';

const fewest = 4;

/** The figures that a run rests on, each with how well it is founded; the first of them, and all on demand. */
export function Assumptions({ assumptions }: { assumptions: readonly Assumption[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? assumptions : assumptions.slice(0, fewest);
  return (
    <div class="row">
      <h2 class="gutter">assumptions</h2>
      <div>
        <ul class="assumptions">
          {shown.map(({ name, meaning, value, basis, source }) => (
            <li key={name}>
              <p>
                <b>{value}</b> {meaning}
              </p>
              <p class="secondary">{source === basis ? basis : `${basis}: ${source}`}</p>
            </li>
          ))}
        </ul>
        {!showsAll && assumptions.length > fewest && (
          <button type="button" class="link" onClick={() => setShowsAll(true)}>
            All {assumptions.length} assumptions
          </button>
        )}
      </div>
    </div>
  );
}
