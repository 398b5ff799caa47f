import type { Path } from '../../design/path.ts';
import { type Kept, keptOn, updateBehavior } from '../../facts/update-behavior.ts';
import { factAsMarkdown } from '../markdown.ts';

const words: Readonly<Record<Exclude<Kept, 'in_place'>, string>> = {
  never: 'A change **replaces** the resource.',
  unchanged: 'A change replaces nothing, and changes nothing: CloudFormation does not send it.',
  removed: 'A change **replaces** the resource, unless the property is taken away.',
  added: 'A change **replaces** the resource, unless the property was not there before.',
  upgrade: 'A change **replaces** the resource, except from aurora to aurora-mysql.',
};

/** What an update of the stack does to a resource of a type when one of its properties changes; as Markdown. */
export function replacementAsMarkdown(type: string, [property]: Path): string | undefined {
  const behavior = updateBehavior(type);
  if (behavior === undefined || typeof property !== 'string') return undefined;
  const kept = keptOn(behavior, property);
  if (kept === 'in_place') return 'A change is made in place.';
  return `${words[kept]} ${factAsMarkdown(behavior)}`;
}
