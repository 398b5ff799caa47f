import { blueprintNames } from '@aurora-blueprint/core/editing/names/blueprint-names.ts';
import type { NameIndex } from '@aurora-blueprint/core/editing/names/name.ts';
import { sqlNames } from '@aurora-blueprint/core/editing/names/sql-names.ts';
import { templateNames } from '@aurora-blueprint/core/editing/names/template-names.ts';
import type { Analysis } from './analysis.ts';

const indices = new WeakMap<Analysis, NameIndex>();

/** The names of a document, collected once for each analysis of it. */
export function namesOf(analysis: Analysis): NameIndex {
  const known = indices.get(analysis);
  if (known !== undefined) return known;
  const index = collect(analysis);
  indices.set(analysis, index);
  return index;
}

function collect(analysis: Analysis): NameIndex {
  switch (analysis.kind) {
    case 'blueprint':
    case 'scenarios':
      return blueprintNames(analysis.blueprint);
    case 'cloudformation':
      return templateNames(analysis.template);
    case 'sql':
      return sqlNames(analysis.sql);
  }
}
