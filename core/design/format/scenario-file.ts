import { text } from './scalar.ts';
import { scenariosShape } from './scenario.ts';
import { object } from './shape.ts';

/** A scenario file: the whole of a `*.scenario.yaml` document. Its scenarios have the paths that they have in a blueprint. */
export const scenarioFileShape = object(
  {
    design: text(
      {
        summary:
          'The blueprint on which the scenarios are played, as a path from this file; behind # the name of one of several designs.',
        example: './orders.aurora.yaml',
      },
      'designFile',
    ),
    scenarios: scenariosShape,
  },
  { summary: 'Scenarios for a design that stands in a file of its own.', file: 'scenario file' },
  ['design', 'scenarios'],
);
