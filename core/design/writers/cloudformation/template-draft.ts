import { Intrinsic, ref, type TemplateMap } from './template-value.ts';

/** A resource as it is written. */
export interface ResourceDraft {
  readonly type: string;
  /** Logical ids of what is created before it. */
  readonly dependsOn?: readonly string[];
  /** Whether a snapshot is taken before the resource is deleted or replaced. */
  readonly leavesSnapshot?: boolean;
  readonly properties: TemplateMap;
}

/** A parameter as it is written. */
export interface ParameterDraft {
  readonly Type: string;
  readonly Description: string;
  readonly NoEcho?: boolean;
}

/** A template in the making. */
export class TemplateDraft {
  readonly parameters = new Map<string, ParameterDraft>();
  readonly resources = new Map<string, ResourceDraft>();
  readonly outputs = new Map<string, TemplateMap>();

  /** A reference to a parameter, which is declared with it. */
  parameter(name: string, draft: ParameterDraft): Intrinsic {
    this.parameters.set(name, draft);
    return ref(name);
  }

  /** Adds a resource. Returns its logical id: the name without what such an id cannot have, once in the template. */
  add(name: string, resource: ResourceDraft): string {
    const plain = name
      .split(/[^A-Za-z0-9]+/)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    let logicalId = plain;
    for (let count = 2; this.resources.has(logicalId) || this.parameters.has(logicalId); count += 1) {
      logicalId = `${plain}${count}`;
    }
    this.resources.set(logicalId, resource);
    return logicalId;
  }

  output(name: string, description: string, attribute: string): void {
    this.outputs.set(name, { Description: description, Value: new Intrinsic('GetAtt', attribute) });
  }
}
