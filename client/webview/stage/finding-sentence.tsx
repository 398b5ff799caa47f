import type { PictureFinding } from '@aurora-blueprint/core/protocol/topology-request.ts';
import { findingAt } from '@aurora-blueprint/core/topology/layout/finding-at.ts';
import { Glyph } from './glyph.tsx';
import { Sentence } from './sentence.tsx';

export interface FindingSentenceProperties {
  readonly findings: readonly PictureFinding[];
  /** Path that is looked at. */
  readonly path: string | null;
  readonly onChoose: (path: string) => void;
  readonly onFix: (finding: PictureFinding, title: string) => void;
}

const signs = {
  error: { name: 'octagon', tone: 'stop' },
  warning: { name: 'triangle', tone: 'warn' },
  info: { name: 'circle', tone: 'ink-2' },
} as const;

/** The finding at what is looked at, with its fixes; the gutter leads to the next one. */
export function FindingSentence({ findings, path, onChoose, onFix }: FindingSentenceProperties) {
  const index = findingAt(findings, path);
  const finding = index === undefined ? undefined : findings[index];
  if (finding === undefined || index === undefined) {
    return (
      <Sentence
        gutter={<Glyph name="check" tone="ink" />}
        headline="The rules find nothing wrong with this design."
        detail="What could still fail is played under Simulation."
      />
    );
  }
  const next = findings[(index + 1) % findings.length];
  const count = `${index + 1} of ${findings.length}`;
  const gutter = (
    <>
      <Glyph {...signs[finding.severity]} />
      {findings.length > 1 && next !== undefined ? (
        <button type="button" class="quiet" title="Show the next finding" onClick={() => onChoose(next.path)}>
          {count}
        </button>
      ) : (
        <span>{count}</span>
      )}
    </>
  );
  return (
    <Sentence gutter={gutter} headline={finding.message} detail={`${finding.rule}, ${finding.severity}`}>
      {finding.fixes.length > 0 && (
        <p class="actions">
          {finding.fixes.map((title, fix) => (
            <vscode-button key={title} secondary={fix > 0} onClick={() => onFix(finding, title)}>
              {title}
            </vscode-button>
          ))}
        </p>
      )}
    </Sentence>
  );
}
