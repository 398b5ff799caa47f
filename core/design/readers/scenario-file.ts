import type { Design } from '../design.ts';
import { blueprintShape } from '../format/blueprint.ts';
import { scenarioFileShape } from '../format/scenario-file.ts';
import type { NamedDesign } from '../named-design.ts';
import { known } from '../node.ts';
import { groupOf } from './blueprint/absent-node.ts';
import type { DocumentFormat } from './blueprint/document-format.ts';
import { type Blueprint, readDocuments } from './blueprint.ts';

/** Finds the designs that a scenario file can name. */
export interface DesignLookUp {
  readonly named: (name: string) => NamedDesign;
  /** The names of those that lie near, as the file would write them. */
  readonly names: () => readonly string[];
}

/**
 * Reads the text of a scenario file as a blueprint of which only the scenarios stand here: each of its documents is the
 * design that it names, with these scenarios in place of its own. Places are those in this text. Where no design is
 * found, all but the scenarios is unknown. `before` is as for `readBlueprint`. Never throws.
 */
export function readScenarioFile(text: string, designs: DesignLookUp, before?: Pick<Blueprint, 'blocks'>): Blueprint {
  return readDocuments(text, scenarioFormat(designs), before);
}

/** A design of which nothing is known but its scenarios. */
export function scenariosAlone({ scenarios }: Pick<Design, 'scenarios'>): Design {
  return groupOf(blueprintShape.properties, [], 'unknown', { scenarios }) as Design;
}

/** A design with other scenarios than its own. */
export function withScenarios(design: Design, { scenarios }: Pick<Design, 'scenarios'>): Design {
  return groupOf(blueprintShape.properties, design.path, design.presence, { ...design, scenarios }) as Design;
}

function scenarioFormat({ named, names }: DesignLookUp): DocumentFormat {
  return {
    shape: scenarioFileShape,
    read: (reader) => {
      const { design: name, scenarios } = reader.readDocument(scenarioFileShape);
      const text = known(name);
      const beside = { name, named: text === undefined ? undefined : named(text) };
      if (beside.named === undefined || 'missing' in beside.named)
        return { design: scenariosAlone({ scenarios }), beside };
      return { design: withScenarios(beside.named.design, { scenarios }), beside };
    },
    designNames: names,
  };
}
