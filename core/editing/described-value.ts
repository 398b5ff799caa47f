import type { Design } from '../design/design.ts';
import type { ScalarShape } from '../design/format/shape.ts';
import { known } from '../design/node.ts';
import type { Path } from '../design/path.ts';
import { regionByCode } from '../facts/regions.ts';
import {
  availabilityZoneAsMarkdown,
  engineVersionAsMarkdown,
  instanceClassAsMarkdown,
  regionAsMarkdown,
} from './catalogue-documentation.ts';
import { offeredValues } from './values/offered-values.ts';

/** What a value of a catalogue, or of the design, stands for; as Markdown. `path` is its place in the design. */
export function describeValue(
  shape: ScalarShape<unknown>,
  design: Design,
  path: Path,
  written: string,
): string | undefined {
  const region = shape.vocabulary === 'region' ? regionByCode(written) : undefined;
  if (region !== undefined) return regionAsMarkdown(region);
  if (shape.vocabulary === 'availabilityZone') return availabilityZoneAsMarkdown(written);
  if (shape.vocabulary === 'instanceClass') return instanceClassAsMarkdown(written);
  const engine = known(design.engine);
  if (shape.vocabulary === 'engineVersion') return engine && engineVersionAsMarkdown(engine, written);
  const offered = offeredValues(shape, design, path).find(({ value }) => value === written);
  return offered?.documentation ?? (offered?.detail === undefined ? undefined : `**${written}**: ${offered.detail}`);
}
