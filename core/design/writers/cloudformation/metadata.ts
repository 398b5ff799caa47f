import { type Content, contentOf, definedOnly, isContent, textAt } from '../../content/design-content.ts';
import { leaveOutDefaults } from '../../content/leave-out-defaults.ts';
import { unsaidEntries } from '../../content/unsaid.ts';
import type { EditValue } from '../../edit.ts';
import { readTemplate } from '../../readers/template.ts';
import { isSecretReference } from '../../secret-reference.ts';
import { type ExportedCluster, modelRolesOf } from './exported-cluster.ts';

/**
 * What a template has to say in its Metadata: that of the design which reading it without does not give. `textWith` is
 * the template with some metadata.
 */
export function metadataFor(exported: ExportedCluster, textWith: (metadata: Content) => string): Content {
  const wanted = leaveOutDefaults(partOf(exported));
  // The roles of Aurora MySQL do not say what they are for; the metadata tells those for machine learning.
  const { machineLearning } = wanted;
  const told = definedOnly(exported.engine === 'aurora-mysql' ? { machineLearning } : {});
  const design = readTemplate(textWith(told))?.clusters[0]?.designs[0]?.design;
  const said = design === undefined ? {} : contentOf(design);
  const metadata: Content = { ...unsaidEntries(wanted, leaveOutDefaults(said)), ...told };
  return definedOnly(Object.fromEntries(Object.keys(wanted).map((name) => [name, metadata[name]])));
}

/** What the template of a cluster is to say of the design: the primary's all but the other clusters. */
function partOf(exported: ExportedCluster): Content {
  const { design, cluster, kind, engineVersion } = exported;
  if (kind === 'primary') {
    const { aurora: _, secondaries: __, masterUserPassword: ___, ...rest } = design;
    return withoutReferences(rest);
  }
  const { engineVersion: _, ...own } = cluster;
  return withoutReferences({
    ...definedOnly({ name: textAt(design, 'name'), engine: exported.engine, engineVersion }),
    machineLearning: modelRolesOf(exported).map(({ service, roleArn }) => definedOnly({ service, roleArn })),
    secondaries: [own],
  });
}

/** The content without references to secrets and parameters: the template has them as they are, and nobody can read on. */
function withoutReferences(content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).flatMap(([key, value]) => (isReference(value) ? [] : [[key, inside(value)]])),
  );
}

function inside(value: EditValue): EditValue {
  if (Array.isArray(value)) return value.filter((item) => !isReference(item)).map(inside);
  return isContent(value) ? withoutReferences(value) : value;
}

function isReference(value: EditValue): boolean {
  return typeof value === 'string' && isSecretReference(value);
}
