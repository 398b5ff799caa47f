import type { MlSignature } from '../../facts/ml.ts';
import type { Range } from '../../text/range.ts';

/** A parameter as far as a signature shows it. */
export interface ShownParameter {
  /** Undefined where only its type is known. */
  readonly name: string | undefined;
  readonly type: string;
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

/** A signature on one line, and where each parameter stands in it. */
export interface WrittenSignature {
  readonly text: string;
  readonly parameters: readonly Range[];
}

/** Writes a signature on one line; parameters that may be left out stand in square brackets. */
export function writeSignature(name: string, parameters: readonly ShownParameter[]): WrittenSignature {
  const places: Range[] = [];
  let text = `${name}(`;
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.optional === true) text += '[';
    if (index > 0) text += ', ';
    const start = text.length;
    text += parameterText(parameter);
    places.push({ start, end: text.length });
    if (parameter.optional === true) text += ']';
  }
  return { text: `${text})`, parameters: places };
}

/** The signature of an ML function on one line. */
export function signatureText({ name, parameters }: MlSignature): string {
  return writeSignature(name, parameters).text;
}

/** A parameter as a signature shows it: `language_code varchar`. */
function parameterText({ name, type, variadic = false }: ShownParameter): string {
  const written = name === undefined ? type : `${name} ${type}`;
  return variadic ? `VARIADIC ${written}` : written;
}
