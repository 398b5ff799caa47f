import { formatDuration } from '../../design/format/duration.ts';
import type { ExpectationOutcome, Timeline } from '../../simulation/timeline.ts';
import { formatCount } from '../../text/quantity.ts';
import { seriesOf } from '../lanes/series.ts';

/** One line of what a run came to. */
export interface OutcomeRow {
  /** The blueprint's own word, or what else it is called. */
  readonly name: string;
  /** What others call it. */
  readonly alias?: string;
  readonly value: string;
  readonly detail: string;
  /** What was expected, and whether it came so. */
  readonly expected?: { readonly text: string; readonly outcome: ExpectationOutcome['outcome'] };
}

interface Measured extends OutcomeRow {
  /** Name of the expectation that judges it. */
  readonly key: string;
  /** Whether it is left out while nobody expects anything of it. */
  readonly optional?: boolean;
}

/** What a run came to, line by line, each with what was expected of it; expectations of other things follow. */
export function outcomeRows(timeline: Timeline): readonly OutcomeRow[] {
  const left = new Set(timeline.expectations);
  const expectationOf = (key: string) => timeline.expectations.find(({ text }) => text.startsWith(`${key} `));
  const rows = measuredRows(timeline).flatMap(({ key, optional, ...row }): readonly OutcomeRow[] => {
    const expectation = expectationOf(key);
    if (expectation === undefined) return optional === true ? [] : [row];
    left.delete(expectation);
    const { text, outcome } = expectation;
    return [{ ...row, expected: { text: text.slice(key.length + 1), outcome } }];
  });
  const others = [...left].map(({ text, outcome, detail }): OutcomeRow => {
    const [, never] = /^never (.*)$/s.exec(text) ?? [];
    if (never === undefined) return { name: text, value: '', detail, expected: { text: '', outcome } };
    const happened = { pass: 'never', fail: 'it happened', inconclusive: 'not known' }[outcome];
    return {
      name: never,
      value: happened,
      detail: outcome === 'pass' ? '' : detail,
      expected: { text: 'never', outcome },
    };
  });
  return [...rows, ...others];
}

function measuredRows(timeline: Timeline): readonly Measured[] {
  const { verdict, summary } = timeline;
  const recovery = summary.recovery
    .map(({ part, milliseconds }) => `${part} ${formatDuration(milliseconds)}`)
    .join(', ');
  return [
    {
      key: 'writerRecovery',
      name: 'writerRecovery',
      alias: 'recovery time, RTO',
      value: seconds(verdict.writerRecoverySeconds),
      detail: verdict.writerRecoverySeconds === 0 ? lossOf(timeline) : recovery,
    },
    { key: 'promoted', name: 'promoted', value: verdict.promoted, detail: reasonOfPromotion(timeline) },
    { key: 'dataLoss', name: 'dataLoss', alias: 'RPO', value: seconds(verdict.dataLossSeconds), detail: '' },
    {
      key: 'regionRecovery',
      name: 'regionRecovery',
      value: seconds(verdict.regionRecoverySeconds),
      detail: '',
      optional: verdict.regionRecoverySeconds === 0,
    },
    {
      key: 'regionDataLoss',
      name: 'regionDataLoss',
      value: seconds(verdict.regionDataLossSeconds),
      detail: '',
      optional: verdict.regionDataLossSeconds === 0,
    },
    {
      key: 'writesUnavailable',
      name: 'writes away',
      value: seconds(verdict.writesUnavailableSeconds),
      detail: absencesOf(timeline),
    },
    {
      key: 'writeConflicts',
      name: 'writes rolled back',
      value: verdict.writeConflicts === null ? 'not known' : formatCount(verdict.writeConflicts),
      detail: 'two writers changed the same page',
      optional: verdict.writeConflicts === 0,
    },
    { key: 'readsUnavailable', name: 'reads away', value: seconds(verdict.readsUnavailableSeconds), detail: '' },
  ];
}

/** Why no time passed without a writer. */
function lossOf({ moments }: Timeline): string {
  const primary = moments[0]?.clusters.find(({ role }) => role === 'primary');
  const writers = primary?.instances.filter(({ role }) => role === 'writer') ?? [];
  return writers.length > 1 ? 'a writer ran all the time' : 'the writer was never lost';
}

function seconds(value: number | null): string {
  return value === null ? 'never' : formatDuration(Math.round(value * 1000));
}

const promotions = ['promoted', 'failure-detected', 'nobody-to-promote'];

/** What the run said when it chose whom to promote: the first event of the last promotion. */
function reasonOfPromotion({ moments }: Timeline): string {
  const last = moments.findLastIndex(({ kind }) => promotions.includes(kind));
  const detected = moments.slice(0, last + 1).findLast(({ kind }) => kind === 'failure-detected');
  return (moments[last]?.kind === 'promoted' ? detected : moments[last])?.explanation.headline ?? '';
}

/** How the time without writes divides into waiting and having no writer. */
function absencesOf(timeline: Timeline): string {
  const total = { stalled: 0, down: 0 };
  for (const { value, from, to } of seriesOf(timeline, ({ writes }) => writes))
    if (value !== 'up') total[value] += to - from;
  const parts = [
    ...(total.stalled > 0 ? [`${formatDuration(total.stalled)} stalled`] : []),
    ...(total.down > 0 ? [`${formatDuration(total.down)} without a writer`] : []),
  ];
  return parts.join(', ');
}
