import type { DrawnElement } from '@aurora-blueprint/core/topology/drawing/drawn-element.ts';
import { type ComponentChild, h } from 'preact';

/** How the things of a picture answer to a person. */
export interface Interaction {
  /** Key of the thing that the keyboard reaches. */
  readonly focused: string | undefined;
  /** Key of the thing that is looked at. */
  readonly selected: string | undefined;
  readonly onChoose: (key: string, path: string) => void;
}

/** Renders drawn elements; with an interaction, its things can be chosen. */
export function Drawn({ elements, interaction }: { elements: readonly DrawnElement[]; interaction?: Interaction }) {
  return <>{elements.map((element) => render(element, interaction))}</>;
}

function render(element: DrawnElement, interaction: Interaction | undefined): ComponentChild {
  const { tag, key, attributes, children, thing } = element;
  const inside = children.map((child) => (typeof child === 'string' ? child : render(child, interaction)));
  const shown = { ...placed(attributes), ...(key !== undefined && { key }) };
  if (thing === undefined || key === undefined || interaction === undefined) return h(tag, shown, inside);
  const { path, name } = thing;
  const { radius, ...area } = thing.ring;
  const isSelected = key === interaction.selected;
  const ring = <rect class="ring" {...area} rx={radius} />;
  const [first, ...rest] = inside;
  const choose = (event: Event) => {
    event.stopPropagation();
    interaction.onChoose(key, path);
  };
  return h(
    tag,
    {
      ...shown,
      class: isSelected ? 'thing selected' : 'thing',
      role: 'button',
      tabindex: key === interaction.focused ? 0 : -1,
      'aria-label': name,
      'aria-current': isSelected ? 'true' : undefined,
      'data-key': key,
      'data-path': path,
      onClick: choose,
    },
    [first, ring, ...rest],
  );
}

/** A group is placed by a style, so that it can move from one place to the next. */
function placed(attributes: DrawnElement['attributes']): Record<string, unknown> {
  const { transform, ...rest } = attributes;
  if (typeof transform !== 'string') return rest;
  return { ...rest, style: { transform: transform.replace(/translate\((-?\d+) (-?\d+)\)/, 'translate($1px, $2px)') } };
}
