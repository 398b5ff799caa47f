import { cluster } from '../../testing/blueprint-texts.ts';
import { describeRuleCases } from '../../testing/rule-cases.ts';

/** A scenario of these events that expects something. */
const playing = (events: string, expected = '{ dataLoss: 0s }') =>
  cluster(`scenarios:\n  - name: x\n    expect: ${expected}\n    events:\n${events}`);

describeRuleCases({
  SIM019: [
    [
      'a snapshot that may be complete by then, depending on the run',
      playing('      - { at: 1m, snapshot: before }\n      - { at: 3m, restore: { snapshot: before } }\n'),
    ],
    [
      'a snapshot that cannot be complete by then',
      playing(
        '      - { at: 1m, snapshot: before }\n      - { at: 90s, restore: { snapshot: before } }\n#                                       ^^^^^^ SIM019 Restore it at 6m\n',
      ),
    ],
    [
      'one of two snapshots of that name',
      playing(
        '      - { at: 1m, snapshot: before }\n      - { at: 9m, restore: { snapshot: before } }\n      - { at: 12m, snapshot: before }\n',
      ),
    ],
    [
      'a snapshot of the design, of which the run takes another one later',
      playing('      - { at: 9m, restore: { snapshot: weekly } }\n      - { at: 12m, snapshot: weekly }\n').replace(
        'scenarios:',
        '  snapshots: [{ id: weekly }]\nscenarios:',
      ),
    ],
    [
      'figures of the scenario',
      playing('      - { at: 1m, snapshot: before }\n      - { at: 90s, restore: { snapshot: before } }\n').replace(
        '    events:',
        '    assumptions: { snapshot: 20s }\n    events:',
      ),
    ],
  ],
  SIM022: [
    [
      'every event that needs a target',
      playing(
        [
          '      - { at: 1s, fail: instance }\n#                 ^^^^ SIM022 Which instance\n',
          '      - { at: 2s, fail: segment }\n#                 ^^^^ SIM022 Which segment\n',
          '      - { at: 3s, fail: region }\n#                 ^^^^ SIM022 Which Region\n',
          '      - { at: 4s, corrupt: segment }\n#                 ^^^^^^^ SIM022 Which segment\n',
          '      - { at: 5s, switchover: region }\n#                 ^^^^^^^^^^ SIM022 Which Region\n',
          '      - { at: 6s, failover: region }\n#                 ^^^^^^^^ SIM022 Which Region\n',
          '      - { at: 7s, add: region }\n#                 ^^^ SIM022 Which Region\n',
        ].join(''),
      ),
    ],
    [
      'events that can do without',
      playing(
        '      - { at: 1s, failover: cluster }\n      - { at: 2s, add: reader }\n      - { at: 3s, load: { writesPerSecond: 5 } }\n',
      ),
    ],
    [
      'two things in one',
      playing(
        '      - { at: 1s, crash: writer, drop: 1 GiB }\n#                                ^^^^ SIM022 one thing\n',
      ),
    ],
    ['nothing', playing('      - { at: 1s }\n#       ^^^^^^^^^^ SIM022 Nothing happens here\n')],
  ],
  SIM021: [
    [
      'a cluster without a window, for which AWS chooses one',
      playing(
        '      - { at: 1m, patch: engine, applyImmediately: false }\n#                                                  ^^^^^ SIM021 AWS chooses one\n',
      ).replace('    events:', '    startsAt: sun:04:50\n    events:'),
    ],
    [
      'a window after the end of the run',
      playing(
        '      - { at: 2m, patch: engine, applyImmediately: false }\n#                                                  ^^^^^ SIM021 opens at 10 h of a run that ends at 30 min\n',
      )
        .replace('    events:', '    startsAt: sat:19:00\n    events:')
        .replace('scenarios:', '  preferredMaintenanceWindow: sun:05:00-sun:05:30\nscenarios:'),
    ],
    [
      'a window in the run',
      playing('      - { at: 2m, patch: engine, applyImmediately: false }\n')
        .replace('    events:', '    startsAt: sun:04:40\n    events:')
        .replace('scenarios:', '  preferredMaintenanceWindow: sun:05:00-sun:05:30\nscenarios:'),
    ],
    ['a patch that does not wait', playing('      - { at: 2m, patch: engine, applyImmediately: true }\n')],
  ],
  SIM020: [
    ['the latest instant that can be restored', playing('      - { at: 15m, restore: { toTime: 10m } }\n')],
    [
      'an instant that lies ahead, soon after the start',
      playing(
        '      - { at: 2m, restore: { toTime: 10m } }\n#                                    ^^^ SIM020 at 15m or later\n',
      ),
    ],
    [
      'an instant of which the backups are gone',
      playing(
        '      - { at: 40h, restore: { toTime: 15h } }\n#                                     ^^^ SIM020 earliest instant is 16h\n',
      ).replace('    events:', '    duration: 50h\n    events:'),
    ],
    [
      'the same with a longer retention',
      playing('      - { at: 40h, restore: { toTime: 15h } }\n')
        .replace('    events:', '    duration: 50h\n    events:')
        .replace('scenarios:', '  backupRetentionPeriod: 2\nscenarios:'),
    ],
    [
      'neither an instant nor a snapshot, and both',
      playing(
        '      - { at: 15m, restore: {} }\n#                  ^^^^^^^ SIM020 Add toTime\n      - { at: 15m, restore: { toTime: 5m, snapshot: before } }\n#                  ^^^^^^^ SIM020 not both\n      - { at: 1m, snapshot: before }\n',
      ),
    ],
    [
      'a figure of the scenario',
      playing('      - { at: 11m, restore: { toTime: 10m } }\n').replace(
        '    events:',
        '    assumptions: { latestRestorable: 1m }\n    events:',
      ),
    ],
  ],
});
