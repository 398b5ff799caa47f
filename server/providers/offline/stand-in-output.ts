import { encodeCsv } from '@aurora-blueprint/core/inference/csv.ts';
import type { Cell } from '@aurora-blueprint/core/inference/request.ts';
import { typeFamilyOf } from '@aurora-blueprint/core/inference/sql-cast.ts';

/**
 * What stands in for the output of a model: a value of the declared type, the same for the same endpoint and inputs
 * and another for others. It is no prediction. What it shows is the shape of the answer: that the call is complete,
 * how many rows come back, and that the query around it takes a value of this type.
 */
export function standInOutput(endpointName: string, record: readonly Cell[], outputType: string): string {
  const hash = hashOf(`${endpointName}\n${encodeCsv([record])}`);
  switch (typeFamilyOf(outputType)) {
    case 'float':
      return (hash / 0x1_0000_0000).toFixed(4);
    case 'decimal':
      return (hash / 0x1_0000_0000).toFixed(2);
    case 'integer':
      return String(hash % 100);
    case 'boolean':
      return hash % 2 === 0 ? 'true' : 'false';
    case 'text':
      return `stand-in-${hash.toString(16).padStart(8, '0')}`;
  }
}

/** FNV-1a of 32 bits, with the finalizer of MurmurHash3 so that close inputs give distant outputs. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
