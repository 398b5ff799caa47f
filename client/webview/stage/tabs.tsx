import type { PanelTab } from '@aurora-blueprint/core/protocol/panel-messages.ts';

const tabs: readonly { readonly tab: PanelTab; readonly label: string }[] = [
  { tab: 'topology', label: 'Topology' },
  { tab: 'simulation', label: 'Simulation' },
];

/** The tabs of the panel, one stop of the keyboard. */
export function Tabs({ tab, onTab }: { tab: PanelTab; onTab: (tab: PanelTab) => void }) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tabs.find((one) => one.tab !== tab);
    if (other === undefined) return;
    onTab(other.tab);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${other.tab}"]`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Stage" onKeyDown={onKeyDown}>
      {tabs.map(({ tab: one, label }) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-tab={one}
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
