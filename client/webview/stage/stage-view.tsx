import type { MessageFromPanel } from '@aurora-blueprint/core/protocol/panel-messages.ts';
import type { Topology } from '@aurora-blueprint/core/protocol/topology-request.ts';
import { frameOf } from '@aurora-blueprint/core/topology/layout/frame.ts';
import { layOut } from '@aurora-blueprint/core/topology/layout/layout.ts';
import { useMemo } from 'preact/hooks';
import { DesignPicker } from './design-picker.tsx';
import { EmptyView } from './empty-view.tsx';
import { FindingSentence } from './finding-sentence.tsx';
import { PictureView } from './picture-view.tsx';
import { Prose } from './prose.tsx';
import { RunPicker } from './run-picker.tsx';
import { RunSuggestions } from './run-suggestions.tsx';
import { SimulationView } from './simulation-view.tsx';
import type { Chosen, StageAction, StageState } from './stage-state.ts';
import { Tabs } from './tabs.tsx';
import { usePlayback } from './use-playback.ts';
import { useWidth } from './use-width.ts';

export interface StageViewProperties {
  readonly state: StageState;
  readonly onAct: (action: StageAction) => void;
  readonly onAsk: (message: MessageFromPanel) => void;
}

/** The panel: two tabs, one picture. */
export function StageView({ state, onAct, onAsk }: StageViewProperties) {
  const { width, isChanging } = useWidth();
  const { tab, topologies, design, timeline, at, path } = state;
  const topology = topologies[design];
  const shown = tab === 'simulation' ? timeline : undefined;
  usePlayback(
    { timeline: shown, at, playing: state.playing, speed: state.speed },
    (instant) => onAct({ kind: 'seek', at: instant }),
    () => onAct({ kind: 'play', playing: false }),
  );
  const scene = useMemo(() => {
    if (topology === undefined) return undefined;
    const { picture, findings } = topology;
    return layOut(picture, { width, findings, ...(shown && { playhead: { timeline: shown, at } }) });
  }, [topology, width, shown, at]);
  const onChoose = (chosen: string) => {
    onAct({ kind: 'look', path: chosen });
    onAsk({ kind: 'select', path: chosen });
  };
  const onRun = (chosen: Chosen) => {
    onAct({ kind: 'choose', chosen });
    onAsk({ kind: 'simulate', ...chosen });
  };
  const { padding, gutter } = frameOf(width);
  return (
    <main
      style={{ '--padding': `${padding}px`, '--gutter': `${gutter}px` }}
      class={gutter === 0 ? 'stacked' : undefined}
    >
      <header>
        <Tabs tab={tab} onTab={(next) => onAct({ kind: 'tab', tab: next })} />
        {topologies.length > 1 && (
          <DesignPicker
            topologies={topologies}
            design={design}
            onChoose={(index) => onAsk({ kind: 'showDesign', design: index })}
          />
        )}
        {tab === 'simulation' && topology !== undefined && (
          <RunPicker
            faults={state.faults}
            scenarios={state.scenarios}
            chosen={state.chosen}
            played={state.timeline?.scenario}
            onChoose={onRun}
          />
        )}
      </header>
      <div role="tabpanel" aria-label={tab === 'topology' ? 'Topology' : 'Simulation'}>
        {state.empty !== undefined && <EmptyView {...state.empty} onCreate={() => onAsk({ kind: 'createExample' })} />}
        {state.stale !== undefined && (
          <p class="notice">
            <Prose
              text={`Line ${state.stale.line + 1} cannot be read: ${state.stale.message} This is the picture from before it.`}
            />
          </p>
        )}
        {topology !== undefined && topology.conditions.length > 0 && (
          <p class="notice">This is how it is where {conditionsInWords(topology)}.</p>
        )}
        {scene !== undefined && (
          <PictureView
            scene={scene}
            path={path}
            still={isChanging || (shown !== undefined && !state.playing)}
            onChoose={onChoose}
            onMenu={(at) => onAsk({ kind: 'menu', path: at })}
            menu={tab === 'topology' ? state.menu : undefined}
            onEdit={(at, title) => onAsk({ kind: 'applyEdit', path: at, title })}
            onCloseMenu={() => onAct({ kind: 'closeMenu' })}
          />
        )}
        {tab === 'topology' && topology !== undefined && state.stale === undefined && (
          <FindingSentence
            findings={topology.findings}
            path={path}
            onChoose={onChoose}
            onFix={({ path: at }, title) => onAsk({ kind: 'applyEdit', path: at, title })}
          />
        )}
        {tab === 'simulation' && state.problem !== undefined && <p class="notice">{state.problem}</p>}
        {tab === 'simulation' && topology !== undefined && state.chosen === undefined && (
          <RunSuggestions faults={state.faults} onChoose={onRun} />
        )}
        {shown !== undefined && topology !== undefined && (
          <SimulationView state={state} timeline={shown} picture={topology.picture} width={width} onAct={onAct} />
        )}
      </div>
    </main>
  );
}

function conditionsInWords({ conditions }: Topology): string {
  return conditions.map(({ condition, holds }) => `${condition} is ${holds}`).join(', ');
}
