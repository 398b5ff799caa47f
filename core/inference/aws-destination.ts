import type { Design } from '../design/design.ts';
import { known } from '../design/node.ts';

/** Where the `aws` provider sends to, and as whom. */
export interface AwsDestination {
  readonly region: string;
  /** Named profile of the AWS configuration files; undefined for the default chain of credentials. */
  readonly profile: string | undefined;
  /** Address that is called instead of AWS's own. */
  readonly endpointUrl: string | undefined;
}

/** What people set; empty strings stand for what they leave to AWS. */
export interface AwsSettings {
  readonly awsProfile: string;
  readonly endpointUrl: string;
}

/**
 * The destination of calls for a design: the Region of its primary cluster, since Aurora calls the services in the
 * cluster's own Region (User Guide, Aurora machine learning). Undefined when no design says the Region.
 */
export function awsDestination(design: Design | undefined, settings: AwsSettings): AwsDestination | undefined {
  const region = design === undefined ? undefined : known(design.primary.region);
  if (region === undefined) return undefined;
  return {
    region,
    profile: settings.awsProfile === '' ? undefined : settings.awsProfile,
    endpointUrl: settings.endpointUrl === '' ? undefined : settings.endpointUrl,
  };
}
