/** A fault that a person can choose for a design, and play. */
export interface Fault {
  /** Stable within a design: `instance:orders-a`, `az:us-east-1a`, `az+1:us-east-1a`, `segments:3`, `region:us-east-1`. */
  readonly id: string;
  readonly kind: 'instance' | 'az' | 'az+1' | 'segments' | 'region';
  /** As a person would say it: `orders-a crashes (the writer)`. */
  readonly label: string;
}
