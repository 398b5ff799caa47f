import { formatDuration } from '../../design/format/duration.ts';
import type { Instant, Timeline } from '../../simulation/timeline.ts';
import type { Words } from '../scene/caption.ts';
import { isWorstAlone, momentIndexAt } from '../views/playhead.ts';
import type { Availability } from './availability-lane.ts';
import { primaryAt, stretchAt } from './series.ts';

const plain = { style: 'body', tone: 'ink' } as const;
const news = { style: 'secondary-name', tone: 'stop', glyph: { name: 'octagon', tone: 'stop' } } as const;

/** What a lane says at an instant: what is served, or for how long it has not been. */
export function availabilityWords(stretches: readonly Availability[], at: Instant, measure: string): Words {
  const now = stretchAt(stretches, at);
  if (now?.value === undefined) return { ...plain, text: measure === '' ? 'served' : measure };
  const age = at - now.from;
  return { ...news, text: age > 0 ? `${now.value} for ${formatDuration(age)}` : now.value, short: now.value };
}

/** The copies of the worst group at an instant, and which group it is when it is alone. */
export function quorumWords(timeline: Timeline, at: Instant): Words {
  const moment = timeline.moments[momentIndexAt(timeline, at)];
  const volume = moment && primaryAt(moment)?.volume;
  if (volume === undefined) return { ...plain, text: '?' };
  const { worst, writeQuorum } = volume;
  const copies = `${worst.complete} of ${worst.segments.length}`;
  const text = isWorstAlone(volume) ? `${copies}, ${worst.id}` : copies;
  return worst.complete < writeQuorum.needs ? { ...news, text, short: copies } : { ...plain, text };
}
