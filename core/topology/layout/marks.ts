import type { Severity } from '../../rules/finding.ts';
import type { Picture } from '../picture/picture.ts';
import { glyph, text } from '../scene/caption.ts';
import type { GlyphName, SceneNode, Tone } from '../scene/scene.ts';
import { textWidth } from '../scene/text-width.ts';
import { thingAround } from '../scene/things.ts';

/** A finding as far as the picture shows it. */
export interface MarkedFinding {
  /** Path of the value in the design. */
  readonly path: string;
  readonly severity: Severity;
}

/** The findings that concern one thing of the picture: how many, and the worst severity. */
export interface Mark {
  readonly severity: Severity;
  readonly count: number;
}

/** Marks by the path of the thing they stand at. */
export type Marks = ReadonlyMap<string, Mark>;

const bySeverity: readonly Severity[] = ['info', 'warning', 'error'];

/** Gives each finding to the innermost thing of the picture around its path; one outside everything is left out. */
export function marksOf(picture: Picture, findings: readonly MarkedFinding[]): Marks {
  const things = new Set(thingPaths(picture));
  const marks = new Map<string, Mark>();
  for (const { path, severity } of findings) {
    const thing = thingAround(path, things);
    if (thing === undefined) continue;
    const before = marks.get(thing);
    const worst = bySeverity[Math.max(bySeverity.indexOf(severity), bySeverity.indexOf(before?.severity ?? 'info'))];
    marks.set(thing, { severity: worst ?? severity, count: (before?.count ?? 0) + 1 });
  }
  return marks;
}

function thingPaths(picture: Picture): readonly string[] {
  return picture.clusters.flatMap((cluster) => [
    cluster.path,
    ...cluster.endpoints.map(({ path }) => path),
    ...cluster.pillars.flatMap(({ path, instances }) => [path, ...instances.map((instance) => instance.path)]),
    cluster.volume.path,
    ...(cluster.scaling === undefined ? [] : [cluster.scaling.path]),
  ]);
}

const signs: Readonly<Record<Severity, { readonly name: GlyphName; readonly tone: Tone }>> = {
  error: { name: 'octagon', tone: 'stop' },
  warning: { name: 'triangle', tone: 'warn' },
  info: { name: 'circle', tone: 'ink-2' },
};

/** Width that a mark takes behind a name. */
export function markRoom(mark: Mark | undefined): number {
  if (mark === undefined) return 0;
  return 6 + 16 + (mark.count > 1 ? 2 + textWidth(String(mark.count), 'small') : 0);
}

/** The mark behind a name that ends at `x`. */
export function markAfter(mark: Mark | undefined, x: number, centre: number): readonly SceneNode[] {
  if (mark === undefined) return [];
  const { name, tone } = signs[mark.severity];
  const sign = glyph(name, x + 6 + 8, centre, tone);
  return mark.count > 1 ? [sign, text(x + 6 + 18, centre, String(mark.count), 'small', 'ink')] : [sign];
}
