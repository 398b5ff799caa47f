import { type WrittenSignature, writeSignature } from '../../sql/calls/signature-text.ts';
import type { Callable } from './callable.ts';

/** The signature of something that is called, with what it gives. */
export function callableText({ name, parameters, returns }: Callable): WrittenSignature {
  const written = writeSignature(name, parameters);
  return returns === '' ? written : { ...written, text: `${written.text} → ${returns}` };
}
