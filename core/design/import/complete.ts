import { type Content, groupAt, groupsAt, isContent, textAt } from '../content/design-content.ts';
import type { EditValue } from '../edit.ts';
import { blueprintShape } from '../format/blueprint.ts';
import type { Shape } from '../format/shape.ts';
import type { Path } from '../path.ts';
import type { Note } from '../writers/new-blueprint.ts';
import type { Imported } from './imported.ts';

/** What a person knows of an imported design that its source does not say. */
export interface Known {
  readonly region?: string;
}

/** What stands where nothing is known and a blueprint needs something; a note says so. */
const placeholders = { engine: 'aurora-postgresql', region: 'us-east-1', class: 'db.r7g.large' };

/**
 * The design with everything that a blueprint needs: what is not known gets a placeholder with a note. Groups that lack
 * a part without which they say nothing are left out, and so is what the format does not have.
 */
export function complete({ names, content, notes }: Imported, { region }: Known): Imported {
  const added: Note[] = [];
  const noted = new Set(notes.map(({ path }) => path.join('.')));
  const note = (path: Path, text: string) => {
    if (!noted.has(path.join('.'))) added.push({ path, text });
  };
  const cluster = (written: Content, path: Path): Content => {
    if (textAt(written, 'region') === undefined && region === undefined) {
      note([...path, 'region'], `region: not known here; ${placeholders.region} is a placeholder. --region decides.`);
    }
    const instances = groupsAt(written, 'instances').map((instance, index) => {
      const name = textAt(instance, 'class');
      if (name === undefined)
        note([...path, 'instances', index, 'class'], `class: ${placeholders.class} is a placeholder.`);
      return { ...instance, class: name ?? placeholders.class };
    });
    return { region: region ?? placeholders.region, ...written, ...(instances.length === 0 ? {} : { instances }) };
  };
  if (textAt(content, 'engine') === undefined) note(['engine'], `engine: ${placeholders.engine} is a placeholder.`);
  const secondaries = groupsAt(content, 'secondaries').map((secondary, index) =>
    cluster(secondary, ['secondaries', index]),
  );
  const whole = {
    engine: placeholders.engine,
    ...content,
    aurora: 1,
    primary: cluster(groupAt(content, 'primary'), ['primary']),
    ...(secondaries.length === 0 ? {} : { secondaries }),
  };
  const fitted = fit(blueprintShape, whole);
  return { names, content: isContent(fitted) ? fitted : {}, notes: [...notes, ...added] };
}

/** A value with what a shape has, in its order; undefined when it does not fit the shape, or lacks what is required. */
function fit(shape: Shape, value: EditValue): EditValue | undefined {
  if (shape.kind === 'scalar') {
    if (typeof value === 'object') return undefined;
    return shape.parse({ value, text: `${value}` }) === undefined ? undefined : value;
  }
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) return undefined;
    return value.map((item) => fit(shape.item, item)).filter((item) => item !== undefined);
  }
  if (!isContent(value)) return undefined;
  const names = shape.kind === 'record' ? Object.keys(value) : Object.keys(shape.properties);
  const entries = names.flatMap((name) => {
    const [inner, own] = [shape.kind === 'record' ? shape.item : shape.properties[name], value[name]];
    const fitted = inner === undefined || own === undefined ? undefined : fit(inner, own);
    return fitted === undefined ? [] : [[name, fitted] as const];
  });
  const fitted = Object.fromEntries(entries);
  const isWhole = shape.kind === 'record' || shape.required.every((name) => fitted[name] !== undefined);
  return isWhole ? fitted : undefined;
}
