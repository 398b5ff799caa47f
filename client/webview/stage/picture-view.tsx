import { draw } from '@aurora-blueprint/core/topology/drawing.ts';
import type { Scene } from '@aurora-blueprint/core/topology/scene.ts';
import {
  type Direction,
  neighbour,
  type PlacedThing,
  thingAt,
  thingsOf,
} from '@aurora-blueprint/core/topology/things.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Drawn } from './drawn.tsx';

export interface PictureViewProperties {
  readonly scene: Scene;
  /** Path that is looked at. */
  readonly path: string | null;
  /** Nothing moves on its way: while scrubbing, and while the panel changes its size. */
  readonly still: boolean;
  readonly onChoose: (path: string) => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The picture: one stop of the keyboard, walked through with the arrow keys. */
export function PictureView({ scene, path, still, onChoose }: PictureViewProperties) {
  const svg = useRef<SVGSVGElement>(null);
  const things = useMemo(() => thingsOf(scene), [scene]);
  const elements = useMemo(() => draw(scene), [scene]);
  const [focusedKey, setFocusedKey] = useState<string>();
  const selected = path === null ? undefined : thingAt(things, path);
  const isSettled = useSettled();
  const focused = things.find(({ key }) => key === focusedKey) ?? selected ?? things[0];

  const elementOf = (key: string) => svg.current?.querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`);
  useEffect(() => {
    if (selected !== undefined) elementOf(selected.key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected?.key]);

  const focus = (thing: PlacedThing | undefined) => {
    if (thing === undefined) return;
    setFocusedKey(thing.key);
    elementOf(thing.key)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (focused === undefined) return;
    if (direction !== undefined) focus(neighbour(things, focused, direction));
    else if (event.key === 'Home') focus(things[0]);
    else if (event.key === 'End') focus(things.at(-1));
    else if (event.key === 'Enter' || event.key === ' ') onChoose(focused.path);
    else return;
    event.preventDefault();
  };
  const interaction = {
    focused: focused?.key,
    selected: selected?.key,
    onChoose: (key: string, chosen: string) => {
      setFocusedKey(key);
      onChoose(chosen);
    },
  };
  return (
    <section class="pan" aria-label={scene.title} aria-description={scene.description} onKeyDown={onKeyDown}>
      <svg
        ref={svg}
        class={still || !isSettled ? 'picture still' : 'picture'}
        width={scene.width}
        height={scene.height}
        role="presentation"
      >
        <Drawn elements={elements} interaction={interaction} />
      </svg>
    </section>
  );
}

/** False until the first picture has been shown: nothing moved to its place then. */
function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setIsSettled(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return isSettled;
}
