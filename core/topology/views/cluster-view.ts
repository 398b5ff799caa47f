import { instanceClassByName } from '../../facts/instance-classes.ts';
import type { InstanceMoment, InstanceState } from '../../simulation/timeline.ts';
import type { ClusterPicture, EndpointPicture, InstancePicture, PillarPicture } from '../picture/cluster-picture.ts';
import type { ClusterState } from './playhead.ts';

/** An instance as it is now. */
export interface InstanceView {
  readonly picture: InstancePicture;
  readonly role: 'writer' | 'reader';
  readonly state: InstanceState;
  /** Milliseconds for which it has been in this state. */
  readonly age: number;
  /** How busy it is, its capacity and how far it is behind, as far as a run knows. */
  readonly figures?: Pick<InstanceMoment, 'load' | 'capacity' | 'lag'>;
}

/** Whether an instance answers nobody, so that its card and glyph are dashed. */
export function isAway({ state }: InstanceView): boolean {
  return state !== 'running' && state !== 'promoting';
}

/** A pillar as it is now. */
export interface PillarView {
  readonly picture: PillarPicture;
  readonly instances: readonly InstanceView[];
  /** Milliseconds for which nobody has reached the AZ; absent while it is lit. */
  readonly darkFor?: number;
  /** Why nobody reaches it: it is dark, or a partition cuts it off. */
  readonly away?: 'dark' | 'cut off';
}

/** A row of endpoints that the same instances answer. */
export interface EndpointRow {
  readonly key: string;
  readonly path: string;
  readonly kind: 'custom' | 'reader' | 'cluster';
  readonly label: string;
  /** Paths of the instances that answer now; null when the members are unknown. */
  readonly answers: readonly string[] | null;
  /** Paths of the instances that answer while nothing has failed. */
  readonly members: readonly string[];
  /** Why nobody answers. */
  readonly reason?: string;
  /** Whether it is a failure that nobody answers. */
  readonly failed: boolean;
}

/** A cluster as it is now: the picture of the design, and what a run has made of it. */
export interface ClusterView {
  readonly picture: ClusterPicture;
  readonly role: 'primary' | 'secondary';
  readonly pillars: readonly PillarView[];
  /** From top to bottom: custom endpoints, reader, cluster. */
  readonly rows: readonly EndpointRow[];
  readonly state?: ClusterState;
  /** Milliseconds for which the Region has been dark; absent while it is lit. */
  readonly darkFor?: number;
}

/** Lays the state of a run over the picture of a cluster; without a state, nothing has failed. */
export function clusterView(picture: ClusterPicture, state?: ClusterState): ClusterView {
  const moment = state?.moment;
  const regionDark = state === undefined ? undefined : ageOf(state, moment?.darkSince);
  const added = state === undefined ? [] : addedInstances(picture, state);
  const pillars = picture.pillars.map((pillar, index) => pillarView(pillar, index, added, state));
  return {
    picture,
    role: moment?.role ?? picture.role,
    pillars,
    rows: endpointRows(picture, pillars, state),
    ...(state && { state }),
    ...(regionDark !== undefined && { darkFor: regionDark }),
  };
}

function ageOf(state: ClusterState, since: number | undefined): number | undefined {
  return since === undefined ? undefined : Math.max(0, state.now - since);
}

/** What a run calls an instance of the design: its id, or its path where that is not known. */
function nameInRun({ id, path }: InstancePicture): string {
  return id ?? path;
}

/** An instance that the run has added, with the AZ in which it stands. */
interface AddedInstance {
  readonly zone: string;
  readonly view: InstanceView;
}

/** Instances of a run that the design does not have. Their path leads to the instances of the cluster. */
function addedInstances(picture: ClusterPicture, state: ClusterState): readonly AddedInstance[] {
  const designed = new Set(picture.pillars.flatMap(({ instances }) => instances.map(nameInRun)));
  return state.moment.instances
    .filter(({ id }) => !designed.has(id))
    .map((figures) => {
      const { id, role, zone, class: name, promotionTier, state: now, since } = figures;
      const size = name === undefined ? undefined : instanceClassByName(name);
      const instance: InstancePicture = {
        path: `${picture.path}.instances.${id}`,
        id,
        role,
        tier: promotionTier,
        class: name ?? null,
        vcpu: size?.vcpu ?? null,
        memoryGib: size?.memoryGib ?? null,
        nextWriter: false,
      };
      return { zone, view: { picture: instance, role, state: now, age: ageOf(state, since) ?? 0, figures } };
    });
}

function pillarView(
  picture: PillarPicture,
  index: number,
  added: readonly AddedInstance[],
  state?: ClusterState,
): PillarView {
  const zones = state?.moment.zones ?? [];
  const zone = picture.kind === 'volume' ? zones[index] : zones.find(({ name }) => name === picture.zone);
  const darkSince = zone?.darkSince ?? state?.moment.darkSince;
  const awaySince = darkSince ?? zone?.cutOffSince;
  const darkFor = state === undefined ? undefined : ageOf(state, awaySince);
  return {
    picture,
    instances: [
      ...picture.instances.flatMap((instance) => designedInstance(instance, state)),
      ...added.filter((one) => one.zone === (zone?.name ?? picture.zone)).map(({ view }) => view),
    ],
    ...(darkFor !== undefined && { darkFor, away: darkSince === undefined ? 'cut off' : 'dark' }),
  };
}

/** An instance of the design as it is now; nothing when the run has removed it. */
function designedInstance(picture: InstancePicture, state: ClusterState | undefined): readonly InstanceView[] {
  const now = state?.moment.instances.find(({ id }) => id === nameInRun(picture));
  if (state !== undefined && now === undefined) return [];
  const age = (state && ageOf(state, now?.since)) ?? 0;
  const role = now?.role ?? picture.role;
  return [{ picture, role, state: now?.state ?? 'running', age, ...(now && { figures: now }) }];
}

function endpointRows(
  picture: ClusterPicture,
  pillars: readonly PillarView[],
  state?: ClusterState,
): readonly EndpointRow[] {
  const custom = picture.endpoints.filter(({ kind }) => kind === 'custom');
  const rows = custom.map((endpoint) => endpointRow(picture, pillars, 'custom', [endpoint], state));
  for (const kind of ['reader', 'cluster'] as const) {
    const names: readonly string[] = kind === 'reader' ? ['reader'] : ['cluster', 'global'];
    const designed = picture.endpoints.filter((endpoint) => names.includes(endpoint.kind));
    const played = (state?.moment.endpoints ?? []).filter(({ name }) => names.includes(name));
    const missing = played.filter(({ name }) => !designed.some((endpoint) => endpoint.kind === name));
    const added = missing.map(({ name }): EndpointPicture => ({ path: picture.path, kind, name, answers: [] }));
    if (designed.length + added.length > 0)
      rows.push(endpointRow(picture, pillars, kind, [...designed, ...added], state));
  }
  return rows;
}

function endpointRow(
  picture: ClusterPicture,
  pillars: readonly PillarView[],
  kind: EndpointRow['kind'],
  endpoints: readonly EndpointPicture[],
  state?: ClusterState,
): EndpointRow {
  const first = endpoints[0];
  const members = first?.answers ?? [];
  const row = {
    key: `${picture.path}/${kind === 'custom' ? (first?.path ?? kind) : kind}`,
    path: first?.path ?? picture.path,
    kind,
    label: endpoints.map(({ name }) => name ?? '?').join(', '),
    members,
  };
  const answersByDesign = first?.answers ?? null;
  if (state === undefined || answersByDesign === null) {
    const reason = answersByDesign?.length === 0 && { reason: 'no instance answers' };
    return { ...row, answers: answersByDesign, failed: false, ...reason };
  }
  const now = state.moment.endpoints.find(({ name }) => name === first?.name);
  if (now === undefined) return { ...row, answers: [], failed: false, reason: 'answers nobody in this role' };
  const answers = pillars
    .flatMap(({ instances }) => instances.map((instance) => instance.picture))
    .filter((instance) => now.answers.includes(nameInRun(instance)))
    .map(({ path }) => path);
  const reason = `nobody answers${now.reason === undefined ? '' : `: ${now.reason}`}`;
  const failed = answers.length === 0 && (members.length > 0 || kind === 'cluster');
  return { ...row, answers, failed, ...(answers.length === 0 && { reason }) };
}
