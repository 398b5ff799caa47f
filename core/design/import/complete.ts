import { type Content, groupAt, groupsAt, isContent, textAt } from '../content/design-content.ts';
import type { EditValue } from '../edit.ts';
import { blueprintShape } from '../format/blueprint.ts';
import type { Shape } from '../format/shape.ts';
import { formatPath, type Path } from '../path.ts';
import type { Note } from '../writers/new-blueprint.ts';
import type { Imported } from './imported.ts';

/** What a person knows of an imported design that its source does not say. */
export interface Known {
  readonly region?: string;
}

/** What stands where nothing is known and a blueprint needs something; a note says so. */
const placeholders = { name: 'cluster', engine: 'aurora-postgresql', region: 'us-east-1', class: 'db.r7g.large' };

/**
 * The design with everything that a blueprint needs: what is not known gets a placeholder with a note. Groups that lack
 * a part without which they say nothing are left out, and so is what the format does not have.
 */
export function complete({ names, content, notes }: Imported, { region }: Known): Imported {
  const all: Note[] = [...notes];
  const note = (path: Path, placeholder: string, advice = '') => {
    const index = all.findIndex((other) => formatPath(other.path) === formatPath(path));
    const known = all[index]?.text.replace(/\.$/, '') ?? `${path.at(-1)}: not known here`;
    all.splice(index < 0 ? all.length : index, 1, {
      path,
      text: `${known}; ${placeholder} is a placeholder.${advice}`,
    });
    return placeholder;
  };
  const cluster = (written: Content, path: Path): Content => {
    const instances = groupsAt(written, 'instances').map((instance, index) => {
      const own = [...path, 'instances', index, 'class'];
      return { ...instance, class: textAt(instance, 'class') ?? note(own, placeholders.class) };
    });
    const known = textAt(written, 'region') ?? region;
    return {
      ...written,
      region: known ?? note([...path, 'region'], placeholders.region, ' --region decides.'),
      ...(instances.length === 0 ? {} : { instances }),
    };
  };
  const secondaries = groupsAt(content, 'secondaries').map((secondary, index) =>
    cluster(secondary, ['secondaries', index]),
  );
  const whole = {
    ...content,
    aurora: 1,
    name: textAt(content, 'name') ?? note(['name'], placeholders.name),
    engine: isEngine(content) ? content.engine : note(['engine'], placeholders.engine),
    primary: cluster(groupAt(content, 'primary'), ['primary']),
    ...(secondaries.length === 0 ? {} : { secondaries }),
  };
  const fitted = fit(blueprintShape, whole);
  return { names, content: isContent(fitted) ? fitted : {}, notes: all };
}

/** Whether a design states an engine that there is; Aurora MySQL 1 was `aurora`, and is no more. */
function isEngine(content: Content): content is Content & { readonly engine: string } {
  const { engine } = content;
  return engine === 'aurora-postgresql' || engine === 'aurora-mysql';
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
