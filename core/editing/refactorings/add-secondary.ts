import { formatPath } from '../../design/path.ts';
import { writeBlueprint } from '../../design/writers/blueprint.ts';
import type { Region } from '../../facts/regions.ts';
import { regionsForSecondary, secondaryContent } from '../snippets/secondary.ts';
import type { BlueprintSelection, Refactoring } from './refactoring.ts';

/** Regions that are offered: more would be a list to search through. */
const mostRegions = 3;

/** Places of a blueprint that are about the whole global database. */
const places = new Set(['name', 'primary', 'primary.region', 'secondaries']);

/** Adds a cluster in another Region, with readers that can take over or headless: the design becomes a global database. */
export function addSecondary(selection: BlueprintSelection): readonly Refactoring[] {
  const { document, range, wrongPaths } = selection;
  if (!places.has(formatPath(document.locator.pathAt(range.start) ?? []))) return [];
  if (wrongPaths().some(([part]) => part !== 'scenarios')) return [];
  const regions = regionsForSecondary(document.design).slice(0, mostRegions);
  return [false, true].flatMap((isHeadless) => regions.flatMap((region) => addIn(selection, region, isHeadless)));
}

function addIn({ text, document }: BlueprintSelection, region: Region, isHeadless: boolean): readonly Refactoring[] {
  const { design } = document;
  const value = secondaryContent(design, region, { isHeadless });
  const edit = value && ({ kind: 'insert', path: ['secondaries'], value } as const);
  const edits = edit && writeBlueprint(text, document, [edit]);
  if (edits === undefined) return [];
  const place = `in ${region.code} (${region.name})`;
  const what = isHeadless ? 'headless secondary' : 'secondary';
  const isFirst = design.secondaries.items.length === 0;
  const title = isFirst ? `Make it a global database: add a ${what} ${place}` : `Add a ${what} ${place}`;
  return [{ title, kind: 'refactor.rewrite', edits: () => edits }];
}
