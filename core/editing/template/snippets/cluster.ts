import { defaultPorts } from '../../../design/content/leave-out-defaults.ts';
import { compareEngineVersions, parseEngineVersion } from '../../../design/engine-version.ts';
import type { TemplateSyntax } from '../../../design/readers/template/template-syntax.ts';
import { ref } from '../../../design/writers/cloudformation/template-value.ts';
import { choosableVersions, type Engine, engineName } from '../../../facts/engine-versions.ts';
import { type SnippetMap, TabStop } from '../template-snippet.ts';
import { freeLogicalId, type ResourceSnippet } from './resource-snippet.ts';

const engines: readonly Engine[] = ['aurora-postgresql', 'aurora-mysql'];

const logs: Readonly<Record<Engine, readonly string[]>> = {
  'aurora-mysql': ['error', 'slowquery'],
  'aurora-postgresql': ['postgresql'],
};

/** A whole cluster with a writer and a reader, for each engine. */
export function clusterSnippets(syntax: TemplateSyntax): readonly ResourceSnippet[] {
  const prefix = freeLogicalId(syntax, 'Cluster');
  const writer = freeLogicalId(syntax, `${prefix === 'Cluster' ? '' : prefix}Writer`);
  const reader = freeLogicalId(syntax, `${prefix === 'Cluster' ? '' : prefix}Reader`);
  return engines.map((engine) => ({
    label: `${engineName(engine)} cluster`,
    detail: 'with a writer and a reader',
    resources: {
      [prefix]: clusterOf(engine),
      [writer]: instanceOf(engine, prefix, undefined),
      [reader]: instanceOf(engine, prefix, writer),
    },
  }));
}

function clusterOf(engine: Engine): SnippetMap {
  return {
    Type: 'AWS::RDS::DBCluster',
    DeletionPolicy: 'Snapshot',
    UpdateReplacePolicy: 'Snapshot',
    Properties: {
      Engine: engine,
      EngineVersion: new TabStop(newestVersion(engine), true),
      DatabaseName: new TabStop('orders', true),
      MasterUsername: new TabStop('app_admin', true),
      ManageMasterUserPassword: true,
      Port: defaultPorts[engine],
      StorageEncrypted: true,
      BackupRetentionPeriod: new TabStop('7', false),
      DeletionProtection: true,
      CopyTagsToSnapshot: true,
      EnableCloudwatchLogsExports: logs[engine],
    },
  };
}

function instanceOf(engine: Engine, cluster: string, writer: string | undefined): SnippetMap {
  return {
    Type: 'AWS::RDS::DBInstance',
    // The instance that is created first becomes the writer.
    DependsOn: writer,
    Properties: {
      DBClusterIdentifier: ref(cluster),
      Engine: engine,
      DBInstanceClass: new TabStop('db.r7g.large', true),
      PromotionTier: writer === undefined ? 0 : 1,
      PubliclyAccessible: false,
    },
  };
}

function newestVersion(engine: Engine): string {
  const parsed = choosableVersions(engine).flatMap((text) => {
    const version = parseEngineVersion(engine, text);
    return version === undefined || version.limitless ? [] : [{ text, version }];
  });
  return parsed.toSorted((a, b) => compareEngineVersions(b.version, a.version))[0]?.text ?? '';
}
