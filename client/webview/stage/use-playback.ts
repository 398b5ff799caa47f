import type { Instant, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { advance } from '@aurora-blueprint/core/topology/lanes/playback.ts';
import { useEffect, useRef } from 'preact/hooks';

/** Moves the playhead of a run with the screen's frames while it plays. */
export function usePlayback(
  run: {
    readonly timeline: Timeline | undefined;
    readonly at: Instant;
    readonly playing: boolean;
    readonly speed: number;
  },
  onSeek: (at: Instant) => void,
  onEnd: () => void,
): void {
  const { timeline, at, playing, speed } = run;
  const now = useRef(at);
  now.current = at;
  useEffect(() => {
    if (!playing || timeline === undefined) return;
    let last: number | undefined;
    let frame = requestAnimationFrame(function step(time) {
      const next = advance(timeline, now.current, last === undefined ? 0 : time - last, speed);
      last = time;
      onSeek(next);
      if (next >= timeline.duration) onEnd();
      else frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, timeline, speed]);
}
