import { readBlueprint } from '@aurora-blueprint/core/design/readers/blueprint.ts';
import { readTemplate } from '@aurora-blueprint/core/design/readers/template.ts';
import { checkBlueprint } from '@aurora-blueprint/core/rules/check-blueprint.ts';
import { checkTemplate } from '@aurora-blueprint/core/rules/check-template.ts';

/** Reads and checks a blueprint as if it had never been seen. */
export function checkWholeBlueprint(text: string): void {
  checkBlueprint(readBlueprint(text));
}

/** The same for a template that has an Aurora cluster. */
export function checkWholeTemplate(text: string): void {
  const template = readTemplate(text);
  if (template === undefined) throw new Error('The text is no template with an Aurora cluster.');
  checkTemplate(template);
}
