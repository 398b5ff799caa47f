/** Today in UTC, as `YYYY-MM-DD`: core has no clock and is told. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
