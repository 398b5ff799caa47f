import { describe, expect, test } from 'vitest';
import { instance, template } from '../../../testing/template-texts.ts';
import { contentOf } from '../../content/design-content.ts';
import { readTemplate } from '../template.ts';

const metadata = (lines: string) => `Metadata:\n  AuroraBlueprint:\n${lines}`;

function contentsOf(text: string) {
  const designs = readTemplate(text)?.clusters.flatMap((cluster) => cluster.designs) ?? [];
  return designs.map(({ design }) => contentOf(design));
}

describe('Metadata.AuroraBlueprint', () => {
  test('adds to the design what no resource says', () => {
    const sections = metadata(
      '    name: orders\n    primary: { region: eu-west-1, endpoints: [{ id: reports }] }\n    objectives: { writerRecovery: 60s }\n',
    );
    expect(contentsOf(template('      Port: 3306\n', { sections }))).toMatchObject([
      {
        name: 'orders',
        primary: { region: 'eu-west-1', port: 3306, endpoints: [{ id: 'reports' }] },
        objectives: { writerRecovery: '60s' },
      },
    ]);
  });

  test('does not say otherwise than the resources', () => {
    const sections = metadata('    engine: aurora-postgresql\n    primary: { port: 5432 }\n');
    expect(contentsOf(template('      Port: 3306\n', { sections }))).toMatchObject([
      { engine: 'aurora-mysql', primary: { port: 3306 } },
    ]);
  });

  test('adds to items by their keys, and makes up no instance', () => {
    const sections = metadata('    primary: { instances: [{ id: b }, { id: a, role: writer }, { id: gone }] }\n');
    const resources = ['a', 'b'].map((id) => instance(id, `      DBInstanceIdentifier: ${id}\n`)).join('');
    expect(contentsOf(template('', { sections, resources }))).toMatchObject([
      { primary: { instances: [{ id: 'b' }, { id: 'a', role: 'writer' }] } },
    ]);
  });

  test('tells the roles for machine learning of Aurora MySQL from the others', () => {
    const sections = metadata('    machineLearning: [{ service: Comprehend, roleArn: c }]\n');
    const roles = '      AssociatedRoles: [{ RoleArn: c }, { RoleArn: s3 }]\n';
    expect(contentsOf(template(roles, { sections }))).toMatchObject([
      { machineLearning: [{ service: 'Comprehend', roleArn: 'c' }], primary: { associatedRoles: [{ roleArn: 's3' }] } },
    ]);
  });

  test('says of a cluster that it is a secondary', () => {
    const sections = metadata('    secondaries: [{ region: eu-west-1 }]\n');
    const [content] = contentsOf(template('', { sections }));
    expect(content).toMatchObject({ secondaries: [{ region: 'eu-west-1' }] });
    expect(content).not.toHaveProperty('primary');
  });

  test('is where its values come from, under their own names', () => {
    const sections = metadata('    primary: { endpoints: [{ id: reports }] }\n');
    const design = readTemplate(template('', { sections }))?.clusters[0]?.designs[0];
    const origins = ['id', 'type'].map((name) => design?.originOf(['primary', 'endpoints', 0, name]).path.join('.'));
    expect(origins).toEqual(['id', 'type'].map((name) => `Metadata.AuroraBlueprint.primary.endpoints.0.${name}`));
  });

  test('is about one cluster; with several nothing is read from it', () => {
    const sections = metadata('    primary: { region: eu-west-1 }\n');
    const second = '  Second:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql }\n';
    for (const content of contentsOf(template('', { sections, resources: second }))) {
      expect(content).not.toHaveProperty('primary.region');
    }
  });
});

test('a secondary has its roles for its own Region', () => {
  const properties = `      GlobalClusterIdentifier: shop
      AvailabilityZones: [eu-west-1a]
      AssociatedRoles: [{ FeatureName: Comprehend, RoleArn: r }]
`;
  expect(contentsOf(template(properties, { credentials: '' }))).toMatchObject([
    { name: 'shop', machineLearning: [{ service: 'Comprehend', roleArn: 'r', regions: ['eu-west-1'] }] },
  ]);
});
