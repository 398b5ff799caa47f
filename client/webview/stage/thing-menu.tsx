import { useEffect, useRef } from 'preact/hooks';

export interface ThingMenuProperties {
  /** What can be done, in a few words each. */
  readonly titles: readonly string[];
  /** Where it opens, in pixels from the corner of the picture. */
  readonly x: number;
  readonly y: number;
  /** Whether it extends to the left of there. */
  readonly toLeft: boolean;
  readonly onChoose: (title: string) => void;
  /** A person is done with it; `stays` says whether the focus has gone elsewhere already. */
  readonly onClose: (stays: boolean) => void;
}

/** The menu of a thing: opened with the keyboard or the second mouse button, closed by whatever happens outside of it. */
export function ThingMenu({ titles, x, y, toLeft, onChoose, onClose }: ThingMenuProperties) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  useEffect(() => {
    const menu = list.current;
    if (menu === null) return;
    (menu.querySelector('button') ?? menu).focus();
    menu.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const index = all.findIndex((item) => item.matches(':focus'));
    if (event.key === 'Escape' || event.key === 'Tab') onClose(false);
    else if (event.key === 'ArrowDown') all[(index + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all.at((index - 1) % all.length)?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else {
      event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && list.current?.contains(relatedTarget)) return;
    // The menu may be going just now, in the middle of being drawn anew.
    queueMicrotask(() => onClose(true));
  };
  return (
    <div
      ref={list}
      class={toLeft ? 'thing-menu to-left' : 'thing-menu'}
      role="menu"
      tabIndex={-1}
      style={{ left: `${x}px`, top: `${y}px` }}
      onKeyDown={onKeyDown}
      onFocusOut={onFocusOut}
    >
      {titles.length === 0 && <span class="nothing">Nothing to change here</span>}
      {titles.map((title) => (
        <button key={title} type="button" role="menuitem" onClick={() => onChoose(title)}>
          {title}
        </button>
      ))}
    </div>
  );
}
