import type { Instant, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { formatClock } from '@aurora-blueprint/core/text/quantity.ts';
import { draw } from '@aurora-blueprint/core/topology/drawing/drawing.ts';
import type { LanesScene } from '@aurora-blueprint/core/topology/lanes/lanes.ts';
import { neighbouringEvent } from '@aurora-blueprint/core/topology/lanes/playback.ts';
import {
  draggedWindow,
  type Grip,
  gripAt,
  instantAt,
  type TimeAxis,
  type TimeWindow,
  wholeRun,
} from '@aurora-blueprint/core/topology/lanes/time-axis.ts';
import { useMemo, useRef, useState } from 'preact/hooks';
import { Drawn } from './drawn.tsx';

export interface TimelineViewProperties {
  readonly timeline: Timeline;
  readonly lanes: LanesScene;
  readonly at: Instant;
  /** What has happened last, for those who listen. */
  readonly headline: string;
  readonly onSeek: (at: Instant) => void;
  readonly onToggle: () => void;
  /** A stretch of the run to look at; nothing means what lies around the playhead. */
  readonly onWindow: (window: TimeWindow | undefined) => void;
}

/** A pointer that is down: it moves the playhead, or the window on the strip of the whole run. */
type Drag =
  | { readonly kind: 'playhead'; readonly axis: TimeAxis }
  | { readonly kind: 'window'; readonly grip: Grip; readonly window: TimeWindow; readonly fromX: number };

/**
 * The lanes: dragged with the pointer, or with ← → by a second (Shift: ten) and `,` `.` by event; Space plays, `0` shows
 * the whole run and again what lies around the playhead. The frame on the strip above them is dragged to look elsewhere.
 */
export function TimelineView(properties: TimelineViewProperties) {
  const { timeline, lanes, at, headline, onSeek, onToggle, onWindow } = properties;
  const elements = useMemo(() => draw(lanes), [lanes]);
  const dragged = useRef<Drag | undefined>(undefined);
  const [grip, setGrip] = useState<Grip>();
  const placeOf = (event: PointerEvent & { currentTarget: Element }) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const gripUnder = ({ x, y }: { readonly x: number; readonly y: number }) =>
    y < lanes.axisTop ? gripAt(lanes.overview, lanes.axis, x) : undefined;
  const onPointerDown = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const place = placeOf(event);
    const held = gripUnder(place);
    event.currentTarget.setPointerCapture(event.pointerId);
    if (held !== undefined) {
      const { from, to } = lanes.axis;
      dragged.current = { kind: 'window', grip: held, window: { from, to }, fromX: place.x };
      return;
    }
    const axis = place.y < lanes.axisTop ? lanes.overview : lanes.axis;
    dragged.current = { kind: 'playhead', axis };
    onSeek(instantAt(axis, place.x));
  };
  const onPointerMove = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const place = placeOf(event);
    const drag = dragged.current;
    if (drag === undefined) setGrip(gripUnder(place));
    else if (drag.kind === 'playhead') onSeek(instantAt(drag.axis, place.x));
    else onWindow(draggedWindow(lanes.overview, drag.window, drag.grip, place.x - drag.fromX));
  };
  /** A click into the frame, without moving it, leads to its instant as everywhere else on the strip. */
  const onPointerUp = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const { x } = placeOf(event);
    const drag = dragged.current;
    dragged.current = undefined;
    if (drag?.kind === 'window' && Math.abs(x - drag.fromX) < 3) onSeek(instantAt(lanes.overview, x));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 10_000 : 1000;
    const whole = wholeRun(timeline);
    const isWhole = lanes.axis.from === whole.from && lanes.axis.to === whole.to;
    if (event.key === 'ArrowLeft') onSeek(at - step);
    else if (event.key === 'ArrowRight') onSeek(at + step);
    else if (event.key === ',') onSeek(neighbouringEvent(timeline, at, -1));
    else if (event.key === '.') onSeek(neighbouringEvent(timeline, at, 1));
    else if (event.key === 'Home') onSeek(0);
    else if (event.key === 'End') onSeek(timeline.duration);
    else if (event.key === ' ') onToggle();
    else if (event.key === '0') onWindow(isWhole ? undefined : whole);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class={grip === undefined ? 'lanes' : `lanes grip-${grip}`}
      role="slider"
      tabIndex={0}
      aria-label={lanes.title}
      aria-valuemin={0}
      aria-valuemax={timeline.duration / 1000}
      aria-valuenow={at / 1000}
      aria-valuetext={`${formatClock(at)}: ${headline}`}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    >
      <svg width={lanes.width} height={lanes.height} aria-hidden="true">
        <Drawn elements={elements} />
      </svg>
    </div>
  );
}
