import { formatDuration } from '../../design/format/duration.ts';
import type { Words } from '../scene/caption.ts';
import type { InstanceView } from './cluster-view.ts';

const news = { style: 'secondary-name', tone: 'stop' } as const;
const remark = { style: 'secondary', tone: 'ink' } as const;

/**
 * The state of an instance in words; undefined while it simply runs. `commitsWaitFor`: milliseconds for which commits
 * have waited, undefined while they do not.
 */
export function stateInWords(view: InstanceView, commitsWaitFor: number | undefined): Words | undefined {
  switch (view.state) {
    case 'running': {
      if (commitsWaitFor === undefined || view.role !== 'writer') return undefined;
      const text = lasting('commits wait', commitsWaitFor);
      return { ...news, text, short: 'waits', glyph: { name: 'octagon', tone: 'stop' } };
    }
    case 'failed':
      return { ...news, text: 'failed', glyph: { name: 'cross', tone: 'stop' } };
    case 'unreachable':
      return { ...remark, text: 'unreachable', short: 'away' };
    default: {
      const text = lasting(view.state, view.age);
      return { ...remark, text, short: view.state, glyph: { name: 'circular-arrow', tone: 'ink' } };
    }
  }
}

function lasting(state: string, milliseconds: number): string {
  return milliseconds > 0 ? `${state}, ${formatDuration(milliseconds)}` : state;
}
