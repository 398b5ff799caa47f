import type { Instant, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { neighbouringEvent, speeds } from '@aurora-blueprint/core/topology/lanes/playback.ts';
import type { ComponentChildren } from 'preact';

export interface TransportProperties {
  readonly timeline: Timeline;
  readonly at: Instant;
  readonly playing: boolean;
  readonly speed: number;
  readonly onSeek: (at: Instant) => void;
  readonly onPlay: (playing: boolean) => void;
  readonly onSpeed: (speed: number) => void;
}

/** Back to the event before, play or pause, on to the next event, and how fast. */
export function Transport({ timeline, at, playing, speed, onSeek, onPlay, onSpeed }: TransportProperties) {
  const nextSpeed = speeds.find((faster) => faster > speed) ?? speeds[0];
  return (
    <div class="transport" role="toolbar" aria-label="Playback">
      <Button label="Previous event" onClick={() => onSeek(neighbouringEvent(timeline, at, -1))}>
        <path d="M4 3V13M12.5 3 6 8 12.5 13Z" />
      </Button>
      <Button label={playing ? 'Pause' : 'Play'} isPrimary onClick={() => onPlay(!playing)}>
        {playing ? <path d="M5.5 3.5V12.5M10.5 3.5V12.5" /> : <path d="M5.5 3 12.5 8 5.5 13Z" />}
      </Button>
      <Button label="Next event" onClick={() => onSeek(neighbouringEvent(timeline, at, 1))}>
        <path d="M12 3V13M3.5 3 10 8 3.5 13Z" />
      </Button>
      <button type="button" class="quiet" title={`Speed; next ${nextSpeed}×`} onClick={() => onSpeed(nextSpeed)}>
        {speed}×
      </button>
    </div>
  );
}

interface ButtonProperties {
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

function Button({ label, isPrimary, onClick, children }: ButtonProperties) {
  return (
    <button
      type="button"
      class={isPrimary ? 'round primary' : 'round'}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <svg width="16" height="16" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
