import { isAfter } from '../../design/calendar-date.ts';
import { clustersOf, type Design } from '../../design/design.ts';
import { lifecycleOf } from '../../design/engine-lifecycle.ts';
import { parseEngineVersion, versionStatements } from '../../design/engine-version.ts';
import { blueprintShape } from '../../design/format/blueprint.ts';
import { shapeAt } from '../../design/format/shape-at.ts';
import { known, type Value } from '../../design/node.ts';
import type { Locator } from '../../design/readers/locator.ts';
import { type Engine, versionState } from '../../facts/engine-versions.ts';
import { instanceClassByName, instanceClassSupport, isRetired } from '../../facts/instance-classes.ts';
import type { Range } from '../../text/range.ts';
import type { SemanticToken } from './semantic-token.ts';

/** A design, and where it stands in its text. */
export interface PlacedDesign {
  readonly text: string;
  readonly design: Design;
  readonly locator: Locator;
}

/**
 * The engine, its versions and the instance classes of a design, where the text writes them out and the catalogue has
 * them: what can no longer be chosen, or is out of standard support on the day `asOf`, as deprecated.
 */
export function catalogueTokens(placed: PlacedDesign, asOf: string): readonly SemanticToken[] {
  const { design } = placed;
  const engine = known(design.engine);
  const tokens = engine === undefined ? [] : tokenOf(placed, design.engine, false);
  for (const { version } of versionStatements(design)) {
    const state = engine === undefined ? undefined : stateOfVersion(engine, known(version) ?? '', asOf);
    if (state !== undefined) tokens.push(...tokenOf(placed, version, state === 'deprecated'));
  }
  for (const instance of clustersOf(design).flatMap(({ instances }) => instances.items)) {
    const name = known(instance.class) ?? '';
    const support = instanceClassSupport(name);
    const isRetiredClass = support !== undefined && isRetired(support);
    if (instanceClassByName(name) !== undefined || isRetiredClass) {
      tokens.push(...tokenOf(placed, instance.class, isRetiredClass));
    }
  }
  return tokens;
}

/** The words of a blueprint that are of a closed list, such as `role: writer`: what is none of them stays as it is. */
export function choiceTokens({ text, locator }: PlacedDesign): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const { path, value } of locator.places()) {
    const shape = shapeAt(blueprintShape, path);
    if (shape?.kind !== 'scalar' || shape.schemaType !== 'string' || shape.choices === undefined) continue;
    const range = withoutQuotes(text, value);
    if (!shape.choices.includes(text.slice(range.start, range.end))) continue;
    tokens.push({ range, type: 'enumMember', modifiers: ['defaultLibrary'] });
  }
  return tokens;
}

function stateOfVersion(engine: Engine, text: string, asOf: string): 'current' | 'deprecated' | undefined {
  const version = parseEngineVersion(engine, text);
  if (version === undefined) return undefined;
  const end = lifecycleOf(engine, version)?.standardSupportEnd;
  const state = versionState(engine, text);
  if (state === 'noLongerChoosable' || (end !== undefined && isAfter(asOf, end))) return 'deprecated';
  return state === 'unknown' ? undefined : 'current';
}

/** Nothing where the text writes something else in place of the value: a function of CloudFormation, an alias. */
function tokenOf({ text, locator }: PlacedDesign, value: Value<string>, isDeprecated: boolean): SemanticToken[] {
  const place = locator.placeOf(value.path);
  if (place === undefined) return [];
  const range = withoutQuotes(text, place.value);
  if (text.slice(range.start, range.end) !== known(value)) return [];
  return [
    { range, type: 'enumMember', modifiers: isDeprecated ? ['defaultLibrary', 'deprecated'] : ['defaultLibrary'] },
  ];
}

function withoutQuotes(text: string, { start, end }: Range): Range {
  const isQuoted =
    end - start >= 2 && '"\''.includes(text.charAt(start)) && text.charAt(start) === text.charAt(end - 1);
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
