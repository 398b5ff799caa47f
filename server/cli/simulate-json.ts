import type { Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';

/** The runs as JSON: what each came to, and whether what was expected holds. */
export function timelinesAsJson(timelines: readonly Timeline[]): string {
  const runs = timelines.map(
    ({ scenario, seed, version, traceHash, verdict, expectations, violations, notSimulated }) => ({
      scenario,
      seed,
      version,
      traceHash,
      verdict,
      expectations,
      violations,
      notSimulated,
    }),
  );
  return `${JSON.stringify({ runs }, null, 2)}\n`;
}
