/** How the command line ends. */
export const ExitStatus = {
  clean: 0,
  /** A finding above the limit, or an expectation that does not hold. */
  findings: 1,
  /** The call or its input cannot be used. */
  usage: 2,
} as const;

/** The call or its input cannot be used; the message says why and what to do. */
export class UsageError extends Error {}
