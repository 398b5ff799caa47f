export interface EmptyViewProperties {
  readonly sentence: string;
  readonly canCreateExample: boolean;
  readonly onCreate: () => void;
}

/** One sentence on why there is nothing to see, and a way out. */
export function EmptyView({ sentence, canCreateExample, onCreate }: EmptyViewProperties) {
  return (
    <section class="empty">
      <p>{sentence}</p>
      {canCreateExample && <vscode-button onClick={onCreate}>Create example</vscode-button>}
    </section>
  );
}
