import type { Range } from '../../text/range.ts';
import type { Callable, CallableParameter } from './callable.ts';

/** A signature on one line, and where each parameter stands in it. */
export interface CallableText {
  readonly label: string;
  readonly parameters: readonly Range[];
}

/** Writes a signature; parameters that may be left out stand in square brackets. */
export function callableText({ name, parameters, returns }: Callable): CallableText {
  const places: Range[] = [];
  let label = `${name}(`;
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.optional) label += '[';
    if (index > 0) label += ', ';
    const start = label.length;
    label += parameterText(parameter);
    places.push({ start, end: label.length });
    if (parameter.optional) label += ']';
  }
  label += returns === '' ? ')' : `) → ${returns}`;
  return { label, parameters: places };
}

function parameterText({ name, type, variadic }: CallableParameter): string {
  const written = name === undefined ? type : `${name} ${type}`;
  return variadic ? `VARIADIC ${written}` : written;
}
