import type { MlParameter, MlSignature } from '../../facts/ml.ts';

/** A parameter as a signature shows it: `language_code varchar`. */
export function parameterText(parameter: MlParameter): string {
  const written = `${parameter.name} ${parameter.type}`;
  return parameter.variadic ? `VARIADIC ${written}` : written;
}

/** A signature on one line, optional parameters in square brackets. */
export function signatureText(signature: MlSignature): string {
  const parameters = signature.parameters.map((parameter, index) => {
    const separated = index === 0 ? parameterText(parameter) : `, ${parameterText(parameter)}`;
    return parameter.optional ? `[${separated}]` : separated;
  });
  return `${signature.name}(${parameters.join('')})`;
}
