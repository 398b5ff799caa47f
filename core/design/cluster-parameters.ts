import type { Cluster } from './design.ts';
import { known, type Value } from './node.ts';

/** The value that a design gives to a parameter of the cluster's group; undefined where it says nothing of it. */
export function clusterParameter({ parameters }: Cluster, name: string): Value<string> | undefined {
  return parameters.entries.find(({ key }) => key === name)?.node;
}

/** The same where it is a switch that is certainly on. */
export function switchedOn(cluster: Cluster, name: string): Value<string> | undefined {
  const parameter = clusterParameter(cluster, name);
  return isOn(parameter) ? parameter : undefined;
}

/** Whether a parameter that is a switch is certainly on: 1, on, true or yes, in any case. */
export function isOn(parameter: Value<string> | undefined): boolean {
  return parameter !== undefined && /^(?:1|on|true|yes)$/i.test(known(parameter) ?? '');
}
