import type { ComponentChildren } from 'preact';
import { Prose } from './prose.tsx';

export interface SentenceProperties {
  /** What stands in the gutter: a time, or which finding it is. */
  readonly gutter: ComponentChildren;
  readonly headline: string;
  readonly detail: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** The one place that talks: bold what it means, then why. */
export function Sentence({ gutter, headline, detail, children }: SentenceProperties) {
  return (
    <section class="row sentence" aria-label="What this means">
      <div class="gutter">{gutter}</div>
      <div>
        <p class="headline">
          <Prose text={headline} />
        </p>
        <p class="detail">{detail}</p>
        {children}
      </div>
    </section>
  );
}
