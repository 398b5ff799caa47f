import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

const scaling = (range: string, marker = '') => cluster(`  autoScaling: ${range}\n${marker && `#${marker}\n`}`);

describeRuleCases({
  AUR802: [
    ['none is the least', scaling('{ minCapacity: 0, maxCapacity: 2 }')],
    ['a range of one value', scaling('{ minCapacity: 2, maxCapacity: 2 }')],
    ['the wrong way round', scaling('{ minCapacity: 2, maxCapacity: 1 }', '                             ^ AUR802')],
    ['down to none', scaling('{ minCapacity: 2, maxCapacity: 0 }', '                             ^ AUR802')],
    [
      'a negative maximum is said alone',
      scaling('{ minCapacity: 2, maxCapacity: -1 }', '                                             ^^ AUR802'),
    ],
  ],
});
