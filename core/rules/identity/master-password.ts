import type { Design } from '../../design/design.ts';
import { known } from '../../design/node.ts';
import * as limits from '../../facts/generated/limits.ts';
import type { DesignFix } from '../rule.ts';

const { lengths, forbidden } = limits.master_password;

/** The master password when it is written out; undefined when a reference stands in its place. */
export function literalPassword({ masterUserPassword }: Design): string | undefined {
  const password = known(masterUserPassword);
  return password === undefined || /\{\{resolve:|\$\{/.test(password) ? undefined : password;
}

/** What the engine refuses about a master password, as the end of a sentence that begins with it. */
export function passwordFault(engine: keyof typeof lengths, password: string): string | undefined {
  const [least, most] = lengths[engine];
  if (password.length < least || password.length > most) {
    return `has ${password.length} characters; ${engine} takes ${least} to ${most}`;
  }
  const strange = [...password].find((sign) => (forbidden as readonly string[]).includes(sign) || !/[ -~]/.test(sign));
  return strange === undefined ? undefined : `has the character ${JSON.stringify(strange)}, which RDS refuses`;
}

/** A reference to a secret that holds the master password of a design. */
export function secretReference({ name }: Design): string {
  return `{{resolve:secretsmanager:${known(name) ?? 'aurora'}/admin:SecretString:password}}`;
}

/** The ways to keep the password out of the design: managed by RDS, where no other Region follows, or by reference to a secret. */
export function hidePassword(design: Design): readonly DesignFix[] {
  const { path } = design.masterUserPassword;
  const reference: DesignFix = {
    title: 'Refer to a secret in Secrets Manager',
    edits: [{ kind: 'set', path, value: secretReference(design) }],
  };
  if (design.secondaries.presence !== 'absent') return [reference];
  const managed: DesignFix = {
    title: 'Let RDS manage the password in Secrets Manager',
    edits: [
      { kind: 'remove', path },
      { kind: 'set', path: design.primary.manageMasterUserPassword.path, value: true },
    ],
  };
  return [managed, reference];
}
