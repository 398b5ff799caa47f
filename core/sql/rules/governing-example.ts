/** The blueprint that governs the examples of rules over SQL and its design: roles for two services, and an endpoint. */
const blueprint = `aurora: 1
name: orders
engine: aurora-postgresql
primary: { region: us-east-1, instances: [{ id: orders-a, class: db.r7g.large }] }
machineLearning:
  - { service: Comprehend, roleArn: "arn:aws:iam::123456789012:role/orders-comprehend" }
  - service: SageMaker
    roleArn: "arn:aws:iam::123456789012:role/orders-sagemaker"
    endpoints:
      - { name: fraud-detector, input: [double precision, text], output: double precision }
`;

export const governedByOrders = { bad: blueprint, good: blueprint };
