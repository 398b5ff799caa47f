import { regionByCode, regionOfAvailabilityZone } from '../../facts/regions.ts';
import type { Name, NameIndex, NameKind } from '../names/name.ts';
import type { SemanticToken, TokenType } from './semantic-token.ts';

/** How a name is shown; undefined for what a grammar shows already, or nothing refers to. */
const types: Readonly<Record<NameKind, TokenType | undefined>> = {
  instance: 'variable',
  cluster: 'class',
  globalDatabase: 'class',
  endpoint: 'interface',
  scenario: undefined,
  sageMakerEndpoint: 'interface',
  sqlFunction: 'function',
  snapshot: 'variable',
  region: 'enumMember',
  availabilityZone: 'enumMember',
  anchor: undefined,
  parameter: 'parameter',
  resource: 'class',
  condition: 'variable',
  mapping: 'struct',
  mappingKey: 'property',
  substitution: 'variable',
  loopVariable: 'parameter',
  parameterGroup: 'class',
  subnetGroup: 'class',
};

/**
 * The names of a text where they are declared and where something refers to them. What refers to nothing is left as
 * it is, and so is the code of no Region.
 */
export function nameTokens({ names }: NameIndex): readonly SemanticToken[] {
  return names.flatMap((name) => {
    const type = types[name.kind];
    const isAws = type === 'enumMember';
    if (type === undefined || (isAws ? !isPlace(name) : !isDeclared(name))) return [];
    return name.mentions.flatMap(({ range, role, writing }): readonly SemanticToken[] => {
      if (writing === 'alias') return [];
      if (isAws) return [{ range, type, modifiers: ['defaultLibrary'] }];
      return [{ range, type, modifiers: role === 'declaration' ? ['declaration'] : [] }];
    });
  });
}

function isPlace({ kind, text }: Name): boolean {
  const region = kind === 'region' ? text : regionOfAvailabilityZone(text);
  return region !== undefined && regionByCode(region) !== undefined;
}

function isDeclared({ mentions, isDeclaredBeside }: Name): boolean {
  return isDeclaredBeside === true || mentions.some(({ role }) => role === 'declaration');
}
