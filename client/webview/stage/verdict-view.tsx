import type { ExpectationOutcome, Timeline } from '@aurora-blueprint/core/simulation/timeline.ts';
import { formatClock } from '@aurora-blueprint/core/text/quantity.ts';
import { type OutcomeRow, outcomeRows } from '@aurora-blueprint/core/topology/verdict/outcome-rows.ts';
import { useMemo } from 'preact/hooks';
import { Assumptions } from './assumptions.tsx';
import { Glyph } from './glyph.tsx';
import { Prose } from './prose.tsx';

const marks = {
  pass: { sign: <Glyph name="check" tone="ink" />, word: 'holds' },
  fail: { sign: <Glyph name="cross" tone="stop" />, word: 'fails' },
  inconclusive: { sign: <span aria-hidden="true">–</span>, word: 'is inconclusive' },
};

/** What the run came to: the verdict in a sentence, outcomes beside what was expected, and what it rests on. */
export function VerdictView({ timeline }: { timeline: Timeline }) {
  const rows = useMemo(() => outcomeRows(timeline), [timeline]);
  const { summary, expectations, violations, notSimulated, assumptions } = timeline;
  return (
    <section class="verdict" aria-label="Verdict">
      <div class="row">
        <h2 class="gutter">verdict</h2>
        <div>
          <Judgement expectations={expectations} />
          <p class="verdict-headline">
            <Prose text={summary.headline} />
          </p>
          <p>
            <Prose text={summary.detail} />
          </p>
          {violations.map(({ invariant, at, detail }) => (
            <p key={invariant} class="wrong">
              <Glyph name="octagon" tone="stop" /> <Prose text={`${invariant} at ${formatClock(at)}: ${detail}`} />
            </p>
          ))}
          {notSimulated.map(({ at, event, reason }) => (
            <p key={`${at} ${event}`}>
              <Prose text={`${event} at ${formatClock(at)} was not played: ${reason}`} />
            </p>
          ))}
        </div>
      </div>
      <table class="outcomes">
        <thead>
          <tr>
            <th scope="col">outcome</th>
            <td />
            <td />
            <th scope="col" class="expected">
              {expectations.length > 0 && 'expected'}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Outcome key={row.name} row={row} />
          ))}
        </tbody>
      </table>
      <Assumptions assumptions={assumptions} />
    </section>
  );
}

function Judgement({ expectations }: { expectations: readonly ExpectationOutcome[] }) {
  if (expectations.length === 0) return null;
  const count = (outcome: ExpectationOutcome['outcome']) =>
    expectations.filter((one) => one.outcome === outcome).length;
  const [failed, open] = [count('fail'), count('inconclusive')];
  const total = expectations.length;
  if (failed > 0) {
    return (
      <p class="judgement wrong">
        {marks.fail.sign} {failed} of {total} expectations fail
      </p>
    );
  }
  return (
    <p class="judgement">
      {open > 0 ? marks.inconclusive.sign : marks.pass.sign}{' '}
      {open > 0 ? `${open} of ${total} expectations are inconclusive` : `all ${total} expectations hold`}
    </p>
  );
}

function Outcome({ row: { name, alias, value, detail, expected } }: { row: OutcomeRow }) {
  const isWrong = expected?.outcome === 'fail';
  return (
    <tr class={isWrong ? 'wrong' : undefined}>
      <th scope="row">
        {name}
        {alias !== undefined && <span class="alias">{alias}</span>}
      </th>
      <td class="value">{value}</td>
      <td class="secondary">
        <Prose text={detail} />
      </td>
      <td class="expected">
        {expected !== undefined && (
          <>
            <span title={marks[expected.outcome].word}>{marks[expected.outcome].sign}</span> {expected.text}
          </>
        )}
      </td>
    </tr>
  );
}
