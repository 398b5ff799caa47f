import type { Design } from '../design/design.ts';
import { known, type List, type Value } from '../design/node.ts';

/** A SageMaker endpoint as a design declares it. */
export interface DeclaredEndpoint {
  readonly name: string;
  /** The SQL types of its inputs, in order, each undefined where it is not known; undefined where nothing says them. */
  readonly input: readonly (string | undefined)[] | undefined;
  /** The SQL type of its result. */
  readonly output: string | undefined;
}

/** The SageMaker endpoints that a design declares. */
export interface DeclaredEndpoints {
  readonly endpoints: readonly DeclaredEndpoint[];
  /** Whether these are all: a role whose endpoints are left out may call others. */
  readonly areAll: boolean;
}

/** What a design says of the SageMaker endpoints that its SQL may call. */
export function endpointsOf({ machineLearning }: Design): DeclaredEndpoints {
  const roles = machineLearning.items.filter(({ service }) => known(service) === 'SageMaker');
  const items = roles.flatMap(({ endpoints }) => endpoints.items);
  const endpoints = items.flatMap(({ name, input, output }): readonly DeclaredEndpoint[] => {
    const text = known(name);
    return text === undefined ? [] : [{ name: text, input: typesIn(input), output: known(output) }];
  });
  const areListed = roles.length > 0 && roles.every(({ endpoints: { presence } }) => presence === 'known');
  return { endpoints, areAll: areListed && endpoints.length === items.length };
}

function typesIn({ presence, items }: List<Value<string>>): DeclaredEndpoint['input'] {
  return presence === 'known' && items.length > 0 ? items.map(known) : undefined;
}
