import { codeActions } from './code-actions.ts';
import { pullDiagnostics, pushDiagnostics } from './diagnostics.ts';
import { faults } from './faults.ts';
import type { Feature } from './feature.ts';
import { pathAt, rangeOf } from './locations.ts';
import { simulate } from './simulate.ts';
import { topology } from './topology.ts';

/** Every request the server answers, one feature each. */
export const features: readonly Feature[] = [
  pullDiagnostics,
  pushDiagnostics,
  codeActions,
  topology,
  faults,
  simulate,
  pathAt,
  rangeOf,
];
