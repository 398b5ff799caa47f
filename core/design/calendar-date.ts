/** The day `months` months after a day (`YYYY-MM-DD`); the day of the month stays, so that it serves comparison alone. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const pad = (part: number, length: number) => `${part}`.padStart(length, '0');
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}${day.slice(7)}`;
}

/** Whether a day lies after a date; a date that names a month alone (`2026-12`) is over with the month. */
export function isAfter(day: string, date: string): boolean {
  return day > (date.length === 7 ? `${date}-31` : date);
}
