import type { Cluster, Design } from '../../design/design.ts';
import type { Path } from '../../design/path.ts';

/** What a value means in its cluster; `written` is the value without quotes. */
export type Meaning = (place: {
  readonly design: Design;
  readonly cluster: Cluster;
  readonly path: Path;
  readonly written: string;
}) => string | undefined;
