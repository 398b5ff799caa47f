import { isScalar, type Node, type Pair } from 'yaml';
import { isLoop } from '../../design/readers/template/for-each.ts';
import type { Template } from '../../design/readers/template.ts';
import { anchorNames } from './anchor-names.ts';
import { databaseIdentifiers, identifierWithin } from './database-identifiers.ts';
import { LookUps } from './look-ups.ts';
import { metadataNames } from './metadata-names.ts';
import { NameIndex } from './name.ts';
import { type Locals, TemplateReferences } from './template-references.ts';
import { callOf, itemsOf, pairsOf, textOf, under, wholeOf } from './template-syntax-node.ts';
import { TemplateTable, wholeTemplate } from './template-table.ts';

/**
 * Every name of a CloudFormation template: parameters, mappings, conditions, resources and the identifiers of databases
 * that are written out, with all that refers to them. Never throws.
 */
export function templateNames({ text, syntax }: Template): NameIndex {
  const { contents } = syntax.document;
  const template = new NamesOfTemplate(text, contents);
  template.declare();
  template.refer();
  const names = [
    ...template.table.names,
    ...metadataNames(text, syntax.document, template.table),
    ...anchorNames(text, contents, wholeTemplate),
  ];
  return new NameIndex(names);
}

class NamesOfTemplate {
  readonly table: TemplateTable;
  readonly #references: TemplateReferences;
  readonly #contents: Node | null;

  constructor(text: string, contents: Node | null) {
    this.table = new TemplateTable(text);
    this.#references = new TemplateReferences(this.table);
    this.#contents = contents;
  }

  declare(): void {
    const declare = (section: string, kind: 'parameter' | 'condition' | 'mapping' | 'resource') => {
      for (const pair of this.#section(section)) if (!isLoop(textOf(pair.key) ?? '')) this.table.declare(kind, pair);
    };
    declare('Parameters', 'parameter');
    declare('Conditions', 'condition');
    declare('Mappings', 'mapping');
    declare('Resources', 'resource');
    for (const { key, value } of this.#section('Mappings')) this.#declareKeys(textOf(key) ?? '', value as Node | null);
    for (const pair of this.#section('Resources')) this.#declareIdentifiers(pair);
  }

  refer(): void {
    const references = this.#references;
    for (const { key, value } of pairsOf(this.#contents)) {
      const section = value as Node | null;
      switch (textOf(key)) {
        case 'Resources':
          references.entries(section, (pair, locals) => this.#resource(pair, locals));
          break;
        case 'Outputs':
          references.entries(section, ({ value: output }, locals) =>
            this.#withCondition(output as Node | null, locals),
          );
          break;
        case 'Metadata':
          this.#interface(under(section, 'AWS::CloudFormation::Interface'));
          references.value(section);
          break;
        default:
          references.value(section);
      }
    }
    this.#markKeysThatMayBeMeant();
  }

  #section(name: string): readonly Pair[] {
    return pairsOf(under(this.#contents, name));
  }

  #declareKeys(mapping: string, keys: Node | null): void {
    const inner = new Set<string>();
    for (const pair of pairsOf(keys)) {
      this.table.declare('mappingKey', pair, LookUps.scopeOf(mapping, 1));
      for (const below of pairsOf(pair.value as Node | null)) this.#declareInnerKey(mapping, below, inner);
    }
  }

  /** Every first key has the same second keys: they are one name. */
  #declareInnerKey(mapping: string, pair: Pair, known: Set<string>): void {
    const scope = LookUps.scopeOf(mapping, 2);
    const text = textOf(pair.key);
    if (text === undefined || !isScalar(pair.key)) return;
    const first = known.has(text) ? this.table.find(['mappingKey'], text, { scope }) : undefined;
    if (first === undefined) this.table.declare('mappingKey', pair, scope);
    else first.mentions.push({ ...this.table.mentionOf(pair.key), role: 'declaration', whole: wholeOf(pair) });
    known.add(text);
  }

  #declareIdentifiers(pair: Pair): void {
    const resource = pair.value as Node | null;
    const type = textOf(under(resource, 'Type'));
    for (const { kind, declared } of databaseIdentifiers) {
      if (declared[0] !== type) continue;
      const written = under(under(resource, 'Properties'), declared[1]);
      if (callOf(written) === undefined) this.table.declareBy(kind, written, wholeTemplate, wholeOf(pair));
    }
  }

  #resource({ key, value }: Pair, locals: Locals): void {
    const resource = value as Node | null;
    if (isScalar(key)) this.#references.value(key, locals);
    const dependsOn = under(resource, 'DependsOn');
    for (const item of isScalar(dependsOn) ? [dependsOn] : itemsOf(dependsOn)) this.table.refer(['resource'], item);
    this.#withCondition(resource, locals);
    const properties = under(resource, 'Properties');
    this.#identifiers(textOf(under(resource, 'Type')), properties);
    for (const name of ['AvailabilityZone', 'AvailabilityZones']) {
      const zones = under(properties, name);
      for (const zone of [zones, ...itemsOf(zones)]) {
        if (callOf(zone) === undefined) this.table.mention('availabilityZone', zone);
      }
    }
  }

  /** What a resource or an output holds, with the condition on which it exists. */
  #withCondition(holder: Node | null, locals: Locals): void {
    this.table.refer(['condition'], under(holder, 'Condition'));
    for (const { key, value } of pairsOf(holder)) {
      if (textOf(key) !== 'Condition') this.#references.value(value as Node | null, locals);
    }
  }

  #identifiers(type: string | undefined, properties: Node | null): void {
    for (const { kind, referred } of databaseIdentifiers) {
      for (const [of, name] of referred) {
        const written = of === type ? under(properties, name) : null;
        for (const item of [written, ...itemsOf(written)]) {
          if (!isScalar(item) || callOf(item) !== undefined) continue;
          const [, within] = identifierWithin.exec(textOf(item) ?? '') ?? [];
          if (within === undefined) this.table.refer([kind], item, { isExact: false });
          else this.table.referInPart([kind], item, within, this.table.endOf(item) - within.length, false);
        }
      }
    }
  }

  /** How the console asks for parameters. */
  #interface(metadata: Node | null): void {
    for (const group of itemsOf(under(metadata, 'ParameterGroups'))) {
      for (const parameter of itemsOf(under(group, 'Parameters'))) this.table.refer(['parameter'], parameter);
    }
    for (const { key } of pairsOf(under(metadata, 'ParameterLabels'))) {
      this.table.refer(['parameter'], key as Node | null);
    }
  }

  #markKeysThatMayBeMeant(): void {
    const { lookUps } = this.#references;
    for (const name of this.table.names) {
      const { kind, scope, text } = name;
      if (kind === 'mapping' && lookUps.meansAnyMapping) {
        name.obstacle ??= `A Fn::FindInMap works out the name of its mapping, and may mean ${text}. Rename it by hand.`;
      }
      const mapping = kind === 'mappingKey' ? LookUps.mappingOf(scope) : undefined;
      if (mapping === undefined || !lookUps.mayMean(mapping.name, mapping.level)) continue;
      name.obstacle ??= `A Fn::FindInMap works out which key of ${mapping.name} it takes, and may mean ${text}. Rename it by hand, with what gives that key.`;
    }
  }
}
