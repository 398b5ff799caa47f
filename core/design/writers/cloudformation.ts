import { type Content, contentOf, groupAt, isContent, textAt } from '../content/design-content.ts';
import type { Design } from '../design.ts';
import { formatPath } from '../path.ts';
import { isSecretReference } from '../secret-reference.ts';
import { addAutoScaling } from './cloudformation/auto-scaling-resources.ts';
import { addCluster } from './cloudformation/cluster-properties.ts';
import { addEndpoints } from './cloudformation/endpoint-resources.ts';
import { type ExportedCluster, exportedClusters } from './cloudformation/exported-cluster.ts';
import { addInstances } from './cloudformation/instance-resources.ts';
import { addIntegrations } from './cloudformation/integration-resources.ts';
import { metadataFor } from './cloudformation/metadata.ts';
import { addProxies } from './cloudformation/proxy-resources.ts';
import { TemplateDraft } from './cloudformation/template-draft.ts';
import { templateText } from './cloudformation/template-text.ts';
import { ref } from './cloudformation/template-value.ts';

/** The CloudFormation template of one cluster of a design. */
export interface ExportedTemplate {
  /** Such as `orders-us-east-1.yaml`; each once. */
  readonly fileName: string;
  readonly text: string;
  /** Paths of what stands in the template's Metadata because no resource says it. */
  readonly inMetadata: readonly string[];
  /** Parameters without Default: they are asked for when the stack is created. */
  readonly asksFor: readonly string[];
}

/** A design as CloudFormation templates. */
export interface CloudFormationExport {
  /** One for each cluster, the primary's first. */
  readonly templates: readonly ExportedTemplate[];
  /** What stands in none of them, a sentence each. */
  readonly leftOut: readonly string[];
}

/**
 * Writes a design as CloudFormation templates, one for each cluster: a stack lives in one Region. What no resource says
 * stands in `Metadata.AuroraBlueprint`, so that the templates read together give the same design. A password that the
 * blueprint has in plain text becomes a parameter. `taken` are file names that others have. Source: CloudFormation template reference, AWS::RDS.
 */
export function exportCloudFormation(design: Design, taken: ReadonlySet<string> = new Set()): CloudFormationExport {
  const leftOut: string[] = [];
  const content = contentOf(design, (path) => {
    leftOut.push(`${formatPath(path)} is left out: its value cannot be read.`);
    return undefined;
  });
  if (textAt(content, 'engine') === undefined) {
    return {
      templates: [],
      leftOut: [...leftOut, 'Nothing is exported: the design states no engine that can be read.'],
    };
  }
  const clusters = exportedClusters(content);
  const templates: ExportedTemplate[] = [];
  for (const exported of clusters) {
    const names = new Set([...taken, ...templates.map(({ fileName }) => fileName)]);
    templates.push({ ...exportCluster(exported, clusters), fileName: fileNameOf(exported, names) });
  }
  return { templates, leftOut: [...leftOut, ...sentencesOn(content, clusters)] };
}

function exportCluster(
  exported: ExportedCluster,
  clusters: readonly ExportedCluster[],
): Omit<ExportedTemplate, 'fileName'> {
  const { design, kind } = exported;
  const draft = new TemplateDraft();
  const cluster = addCluster(exported, draft);
  const instances = addInstances(exported, cluster, draft);
  if (kind === 'primary' && clusters.some((other) => other.kind === 'global secondary')) {
    const properties = { GlobalClusterIdentifier: textAt(design, 'name'), SourceDBClusterIdentifier: ref(cluster) };
    draft.add('GlobalCluster', { type: 'AWS::RDS::GlobalCluster', properties });
  }
  addEndpoints(exported, cluster, instances, draft);
  addAutoScaling(exported, cluster, instances, draft);
  addProxies(exported, cluster, instances, draft);
  addIntegrations(exported, cluster, instances, draft);
  addOutputs(exported, cluster, instances, draft);
  const description = descriptionOf(exported, clusters);
  const textWith = (metadata: Content) => templateText(draft, { description, metadata });
  const metadata = metadataFor(exported, textWith);
  return {
    text: textWith(metadata),
    inMetadata: pathsOf(metadata),
    asksFor: [...draft.parameters.keys()],
  };
}

/** Where the cluster answers: a secondary of a global database has no writer, and a cluster without instances nobody. */
function addOutputs(
  { kind, identifier }: ExportedCluster,
  cluster: string,
  instances: readonly string[],
  draft: TemplateDraft,
) {
  if (kind !== 'global secondary') {
    draft.output('ClusterEndpoint', `Endpoint of the writer of ${identifier}`, `${cluster}.Endpoint.Address`);
  }
  if (instances.length === 0) return;
  draft.output('ReaderEndpoint', `Endpoint of the readers of ${identifier}`, `${cluster}.ReadEndpoint.Address`);
}

function descriptionOf(
  { engine, identifier, cluster, kind }: ExportedCluster,
  clusters: readonly ExportedCluster[],
): string {
  const product = engine === 'aurora-mysql' ? 'Aurora MySQL' : 'Aurora PostgreSQL';
  const place = textAt(cluster, 'region');
  const what = `${product} cluster ${identifier}${place === undefined ? '' : ` in ${place}`}`;
  const primary = clusters[0]?.identifier ?? '';
  if (kind === 'primary') return clusters.length === 1 ? what : `${what}, the primary of ${clusters.length} clusters`;
  return `${what}, a secondary of ${primary}, whose stack comes first`;
}

/** The name of the design and the Region, and the cluster where two would share a name. */
function fileNameOf({ design, cluster, identifier }: ExportedCluster, taken: ReadonlySet<string>): string {
  const nameWith = (...parts: readonly (string | undefined)[]) => {
    const words = parts.flatMap((part) => part?.toLowerCase().replace(/[^a-z0-9]+/g, '-') ?? []);
    return `${words.join('-').replace(/^-|-$/g, '') || 'cluster'}.yaml`;
  };
  const plain = nameWith(textAt(design, 'name'), textAt(cluster, 'region'));
  if (!taken.has(plain)) return plain;
  for (let count = 2; ; count += 1) {
    const name = nameWith(identifier, textAt(cluster, 'region'), `${count}`);
    if (!taken.has(name)) return name;
  }
}

/** The groups and properties of a blueprint that metadata holds. */
function pathsOf(metadata: Content): readonly string[] {
  return Object.entries(metadata).flatMap(([key, value]) => {
    if (key === 'primary' && isContent(value)) return Object.keys(value).map((name) => `${key}.${name}`);
    const [only] = key === 'secondaries' && Array.isArray(value) ? value : [];
    return isContent(only) ? Object.keys(only) : [key];
  });
}

/** What is in no template, or otherwise than the blueprint says. */
function sentencesOn(content: Content, clusters: readonly ExportedCluster[]): readonly string[] {
  const password = textAt(content, 'masterUserPassword');
  const sentences: string[] = [];
  if (password !== undefined && !isSecretReference(password)) {
    sentences.push('masterUserPassword is left out: a password in plain text does not go into a template.');
  }
  for (const { cluster, identifier } of clusters) {
    const { s3 } = groupAt(cluster, 'origin');
    if (s3 !== undefined) {
      sentences.push(
        `CloudFormation restores nothing from Amazon S3: the template of ${identifier} makes an empty cluster. Restore it with "aws rds restore-db-cluster-from-s3" and import it into the stack.`,
      );
    }
  }
  return sentences;
}
