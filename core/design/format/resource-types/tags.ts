import * as limits from '../../../facts/generated/limits.ts';
import { text } from '../scalar.ts';
import { list, object } from '../shape.ts';

/** Tags as CloudFormation takes them: a list of keys with values. */
export const tags = list(
  object(
    { Key: text({ summary: 'The key of the tag.' }), Value: text({ summary: 'The value of the tag.' }) },
    { summary: 'A tag.' },
    ['Key', 'Value'],
  ),
  { summary: 'Tags of the resource.', limits: 'at most 50', facts: [limits.tags_max] },
);
