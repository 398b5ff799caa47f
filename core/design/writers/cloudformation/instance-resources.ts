import { type Content, groupsAt, textAt } from '../../content/design-content.ts';
import { propertyName } from '../../readers/template/property-name.ts';
import type { ExportedCluster } from './exported-cluster.ts';
import type { TemplateDraft } from './template-draft.ts';
import { ref, type TemplateValue } from './template-value.ts';

const type = 'AWS::RDS::DBInstance';

/** Adds the instances of a cluster. Returns their logical ids, in the order of the blueprint. */
export function addInstances(exported: ExportedCluster, cluster: string, draft: TemplateDraft): readonly string[] {
  const instances = groupsAt(exported.cluster, 'instances').filter(
    (instance) => textAt(instance, 'class') !== undefined,
  );
  const writer = writerOf(exported, instances);
  const ids = new Map<Content, string>();
  const add = (instance: Content, dependsOn: readonly string[]) => {
    const { role: _, ...written } = instance;
    const plain = Object.entries(written).map(
      ([name, value]) => [propertyName(name, type), value as TemplateValue] as const,
    );
    const engine = textAt(instance, 'engine') ?? exported.engine;
    const properties = { ...Object.fromEntries(plain), DBClusterIdentifier: ref(cluster), Engine: engine };
    ids.set(instance, draft.add(`Instance ${textAt(instance, 'id') ?? ''}`, { type, dependsOn, properties }));
  };
  if (writer !== undefined) add(writer, []);
  const first = writer === undefined ? [] : [...ids.values()];
  for (const instance of instances) if (instance !== writer) add(instance, first);
  return instances.flatMap((instance) => ids.get(instance) ?? []);
}

/** Who is created first, and so becomes the writer; a secondary of a global database has readers only. */
function writerOf({ kind }: ExportedCluster, instances: readonly Content[]): Content | undefined {
  if (kind === 'global secondary') return undefined;
  return instances.find(({ role }) => role === 'writer') ?? instances[0];
}
