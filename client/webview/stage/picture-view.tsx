import { draw } from '@aurora-blueprint/core/topology/drawing/drawing.ts';
import type { Scene } from '@aurora-blueprint/core/topology/scene/scene.ts';
import {
  type Direction,
  neighbour,
  type PlacedThing,
  thingAt,
  thingsOf,
} from '@aurora-blueprint/core/topology/scene/things.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Drawn } from './drawn.tsx';
import { ThingMenu } from './thing-menu.tsx';

export interface PictureViewProperties {
  readonly scene: Scene;
  /** Path that is looked at. */
  readonly path: string | null;
  /** Nothing moves on its way: while scrubbing, and while the panel changes its size. */
  readonly still: boolean;
  readonly onChoose: (path: string) => void;
  /** Asks what can be done with a thing. */
  readonly onMenu: (path: string) => void;
  /** The answer: the menu is open while there is one. */
  readonly menu: { readonly path: string; readonly titles: readonly string[] } | undefined;
  readonly onEdit: (path: string, title: string) => void;
  readonly onCloseMenu: () => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The picture: one stop of the keyboard, walked through with the arrow keys. */
export function PictureView(properties: PictureViewProperties) {
  const { scene, path, still, onChoose, onMenu, menu, onEdit, onCloseMenu } = properties;
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
  const openMenu = (thing: PlacedThing) => {
    setFocusedKey(thing.key);
    onMenu(thing.path);
  };
  const thingOf = ({ target }: Event) => {
    const element = target instanceof Element ? target.closest('[data-key]') : null;
    return things.find(({ key }) => key === element?.getAttribute('data-key'));
  };
  const onFocusIn = (event: FocusEvent) => {
    const thing = thingOf(event);
    if (thing !== undefined) setFocusedKey(thing.key);
  };
  const onContextMenu = (event: MouseEvent) => {
    const thing = thingOf(event);
    if (thing === undefined) return;
    event.preventDefault();
    openMenu(thing);
  };
  const opened = menu === undefined ? undefined : focused?.path === menu.path ? focused : thingAt(things, menu.path);
  const closeMenu = (stays: boolean) => {
    if (!stays && opened !== undefined) elementOf(opened.key)?.focus();
    onCloseMenu();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    if (focused === undefined) return;
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu(focused);
      return;
    }
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
    <section
      class="pan"
      aria-label={scene.title}
      aria-description={scene.description}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      onFocusIn={onFocusIn}
    >
      <svg
        ref={svg}
        class={still || !isSettled ? 'picture still' : 'picture'}
        width={scene.width}
        height={scene.height}
        role="presentation"
      >
        <Drawn elements={elements} interaction={interaction} />
      </svg>
      {menu !== undefined && opened !== undefined && (
        <ThingMenu
          key={menu.path}
          titles={menu.titles}
          x={isRight(opened, scene) ? opened.x + opened.width : opened.x}
          y={opened.y + Math.min(opened.height, 36)}
          toLeft={isRight(opened, scene)}
          onChoose={(title) => {
            closeMenu(false);
            onEdit(menu.path, title);
          }}
          onClose={closeMenu}
        />
      )}
    </section>
  );
}

/** Whether a thing stands in the right half of the picture. */
function isRight({ x, width }: PlacedThing, scene: Scene): boolean {
  return x + width / 2 > scene.width / 2;
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
