import type { Instant, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { formatClock } from '@aurora-blueprint/core/text/quantity.ts';
import { draw } from '@aurora-blueprint/core/topology/drawing.ts';
import type { LanesScene } from '@aurora-blueprint/core/topology/lanes/lanes.ts';
import { neighbouringEvent } from '@aurora-blueprint/core/topology/lanes/playback.ts';
import { instantAt, type TimeAxis } from '@aurora-blueprint/core/topology/lanes/time-axis.ts';
import { useMemo, useRef } from 'preact/hooks';
import { Drawn } from './drawn.tsx';

export interface TimelineViewProperties {
  readonly timeline: Timeline;
  readonly lanes: LanesScene;
  readonly at: Instant;
  /** What has happened last, for those who listen. */
  readonly headline: string;
  readonly onSeek: (at: Instant) => void;
  readonly onToggle: () => void;
}

/** The lanes: dragged with the pointer, or with ← → by a second (Shift: ten) and `,` `.` by event; Space plays. */
export function TimelineView({ timeline, lanes, at, headline, onSeek, onToggle }: TimelineViewProperties) {
  const elements = useMemo(() => draw(lanes), [lanes]);
  const dragged = useRef<TimeAxis | undefined>(undefined);
  const seekTo = (axis: TimeAxis, event: PointerEvent & { currentTarget: Element }) => {
    onSeek(instantAt(axis, event.clientX - event.currentTarget.getBoundingClientRect().left));
  };
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    dragged.current = y < lanes.axisTop ? lanes.overview : lanes.axis;
    event.currentTarget.setPointerCapture(event.pointerId);
    seekTo(dragged.current, event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 10_000 : 1000;
    if (event.key === 'ArrowLeft') onSeek(at - step);
    else if (event.key === 'ArrowRight') onSeek(at + step);
    else if (event.key === ',') onSeek(neighbouringEvent(timeline, at, -1));
    else if (event.key === '.') onSeek(neighbouringEvent(timeline, at, 1));
    else if (event.key === 'Home') onSeek(0);
    else if (event.key === 'End') onSeek(timeline.duration);
    else if (event.key === ' ') onToggle();
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="lanes"
      role="slider"
      tabIndex={0}
      aria-label={lanes.title}
      aria-valuemin={0}
      aria-valuemax={timeline.duration / 1000}
      aria-valuenow={at / 1000}
      aria-valuetext={`${formatClock(at)}: ${headline}`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => dragged.current !== undefined && seekTo(dragged.current, event)}
      onPointerUp={() => {
        dragged.current = undefined;
      }}
    >
      <svg width={lanes.width} height={lanes.height} aria-hidden="true">
        <Drawn elements={elements} />
      </svg>
    </div>
  );
}
