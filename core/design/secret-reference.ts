/** Whether a text refers to a secret or a parameter of the account instead of saying it: a CloudFormation dynamic reference. */
export function isSecretReference(text: string): boolean {
  return /^\{\{resolve:(secretsmanager|ssm-secure|ssm):[^{}]+\}\}$/.test(text);
}
