/** A number of instances to begin with, each in an AZ of its own. */
export interface InstanceChoice {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly count: 1 | 2 | 3;
  readonly isServerless: boolean;
}

/** What a new design can begin with, the usual first. */
export const instanceChoices: readonly InstanceChoice[] = [
  {
    id: 'three',
    label: 'A writer and two readers in three AZs',
    detail: 'one reader takes over, and one is left to answer reads',
    count: 3,
    isServerless: false,
  },
  {
    id: 'two',
    label: 'A writer and a reader in two AZs',
    detail: 'the reader takes over when the writer or its AZ fails',
    count: 2,
    isServerless: false,
  },
  {
    id: 'one',
    label: 'A writer alone',
    detail: 'for development: a writer that fails is recreated, which takes minutes',
    count: 1,
    isServerless: false,
  },
  {
    id: 'serverless-two',
    label: 'A writer and a reader in two AZs, Serverless v2',
    detail: 'capacity follows the load',
    count: 2,
    isServerless: true,
  },
  {
    id: 'serverless-one',
    label: 'A writer alone, Serverless v2',
    detail: 'for development: capacity follows the load',
    count: 1,
    isServerless: true,
  },
];
