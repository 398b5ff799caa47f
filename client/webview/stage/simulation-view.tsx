import type { Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { formatClock } from '@aurora-blueprint/core/text/quantity.ts';
import { layOutLanes } from '@aurora-blueprint/core/topology/lanes/lanes.ts';
import type { Picture } from '@aurora-blueprint/core/topology/picture/picture.ts';
import { momentIndexAt } from '@aurora-blueprint/core/topology/views/playhead.ts';
import { useMemo } from 'preact/hooks';
import { Prose } from './prose.tsx';
import { Sentence } from './sentence.tsx';
import type { StageAction, StageState } from './stage-state.ts';
import { TimelineView } from './timeline-view.tsx';
import { Transport } from './transport.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { VerdictView } from './verdict-view.tsx';

export interface SimulationViewProperties {
  readonly state: StageState;
  readonly timeline: Timeline;
  readonly picture: Picture;
  readonly width: number;
  readonly onAct: (action: StageAction) => void;
}

/** What stands below the picture while a run is shown: the sentence, the timeline, the verdict. */
export function SimulationView({ state, timeline, picture, width, onAct }: SimulationViewProperties) {
  const { at, playing, speed, window, showsAllLanes: showsAll } = state;
  const moment = timeline.moments[momentIndexAt(timeline, at)];
  const lanes = useMemo(
    () => layOutLanes(timeline, at, picture.workload, { width, showsAll, ...(window && { window }) }),
    [timeline, at, picture, width, showsAll, window],
  );
  const headline = moment?.explanation.headline ?? '';
  const announced = useAnnouncement(headline, playing);
  const onSeek = (instant: number) => onAct({ kind: 'seek', at: instant });
  const onPlay = (next: boolean) => onAct({ kind: 'play', playing: next });
  return (
    <>
      <p class="announcement" role="status">
        {announced}
      </p>
      {moment !== undefined && (
        <Sentence gutter={<b>{formatClock(moment.at)}</b>} headline={headline} detail={<Cause moment={moment} />} />
      )}
      <div class="timeline">
        <Transport
          timeline={timeline}
          at={at}
          playing={playing}
          speed={speed}
          onSeek={(instant) => {
            onPlay(false);
            onSeek(instant);
          }}
          onPlay={onPlay}
          onSpeed={(next) => onAct({ kind: 'speed', speed: next })}
        />
        <TimelineView
          timeline={timeline}
          lanes={lanes}
          at={at}
          headline={headline}
          onSeek={(instant) => {
            onPlay(false);
            onSeek(instant);
          }}
          onToggle={() => onPlay(!playing)}
          onWindow={(next) => onAct({ kind: 'window', window: next })}
        />
        {lanes.hasMore && (
          <button
            type="button"
            class="quiet more-lanes"
            aria-expanded={showsAll}
            onClick={() => onAct({ kind: 'showAllLanes', showsAllLanes: !showsAll })}
          >
            {showsAll ? 'Fewer lanes' : 'Replica lag, read capacity'}
          </button>
        )}
      </div>
      <VerdictView timeline={timeline} />
    </>
  );
}

/** Why it happened, and where that is written. */
function Cause({ moment }: { moment: Timeline['moments'][number] }) {
  const { detail, source } = moment.explanation;
  if (source === 'assumed') return <Prose text={`${detail} This is assumed.`} />;
  return (
    <>
      <Prose text={detail} /> {source.url === undefined ? source.title : <a href={source.url}>{source.title}</a>}
    </>
  );
}
