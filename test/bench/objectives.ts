import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { unmetByPairs, unmetObjectives } from '@aurora-blueprint/core/simulation/objectives/unmet-objectives.ts';

/** Judges the objectives of a blueprint by every single and double fault; returns what is not met. */
export function judgeObjectivesOf(text: string): () => number {
  const design = readBlueprint(text).documents[0]?.design;
  if (design === undefined) throw new Error('The text holds no design.');
  return () => unmetObjectives(design).length + unmetByPairs(design).length;
}
