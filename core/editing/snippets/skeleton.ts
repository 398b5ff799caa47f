/** A whole blueprint to begin with, as a snippet: a writer and a reader in two AZs. */
export const skeletonSnippet = `aurora: 1
name: \${1:orders}
engine: \${2|aurora-postgresql,aurora-mysql|}

primary:
  region: \${3:us-east-1}
  instances:
    - { id: \${1:orders}-a, class: \${4:db.r7g.large}, availabilityZone: \${3:us-east-1}a }
    - { id: \${1:orders}-b, class: \${4:db.r7g.large}, availabilityZone: \${3:us-east-1}b }
$0`;
