import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of this checkout. */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the packaged extension is written. */
export const vsix = join(checkout, 'dist', 'aurora-blueprint.vsix');
