import type { OfferedKey } from './template-items.ts';
import { TabStop } from './template-snippet.ts';

/** The sections of a template. Source: CloudFormation user guide, Template anatomy. */
const sections: Readonly<Record<string, string>> = {
  AWSTemplateFormatVersion: 'the version of the format: 2010-09-09',
  Description: 'what the stack is for',
  Metadata: 'what tools are to know; AuroraBlueprint says what no resource has a property for',
  Parameters: 'values that are given when the stack is deployed',
  Rules: 'checks of the parameters',
  Mappings: 'values by two keys',
  Conditions: 'what decides whether resources exist',
  Transform: 'macros that change the template',
  Resources: 'what the stack is made of',
  Outputs: 'what the stack gives back',
};

/** The sections that a template does not have yet, in the order of AWS's documentation. */
export function sectionKeys(present: readonly string[]): readonly OfferedKey[] {
  return Object.entries(sections)
    .filter(([key]) => !present.includes(key))
    .map(([key, detail]) => ({ key, detail, documentation: detail, value: contentOf(key) }));
}

function contentOf(section: string): OfferedKey['value'] {
  if (section === 'AWSTemplateFormatVersion') return '2010-09-09';
  return section === 'Description' || section === 'Transform' ? new TabStop('', true) : {};
}
