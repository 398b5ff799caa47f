import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8Length } from '../text/utf8-length.ts';
import { decodeCsv } from './csv.ts';
import type { InferencePlan } from './plan.ts';
import { planRequest } from './plan-request.ts';
import type { EndpointRequest, SentimentRequest } from './request.ts';

function sentiment(
  rows: readonly (readonly [string | null, string | null])[],
  maxRowsPerBatch: number | null = null,
): SentimentRequest {
  return { service: 'Comprehend', rows: rows.map(([text, languageCode]) => ({ text, languageCode })), maxRowsPerBatch };
}

function endpoint(rows: EndpointRequest['rows'], maxRowsPerBatch: number | null = null): EndpointRequest {
  return {
    service: 'SageMaker',
    endpointName: 'fraud-detector',
    rows,
    maxRowsPerBatch,
    outputType: 'double precision',
  };
}

/** The rows of each batch. */
function cut(plan: InferencePlan): readonly (readonly number[])[] {
  return plan.batches.map((batch) => batch.rows);
}

describe('calls of Comprehend', () => {
  test('take 25 texts at most, whatever the SQL allows', () => {
    const rows = Array.from({ length: 51 }, () => ['fine', 'en'] as const);
    expect(cut(planRequest(sentiment(rows))).map((batch) => batch.length)).toEqual([25, 25, 1]);
    expect(cut(planRequest(sentiment(rows, 1000))).map((batch) => batch.length)).toEqual([25, 25, 1]);
    expect(cut(planRequest(sentiment(rows, 20))).map((batch) => batch.length)).toEqual([20, 20, 11]);
  });

  test('take one language each', () => {
    const plan = planRequest(
      sentiment([
        ['good', 'en'],
        ['gut', 'de'],
        ['bad', 'en'],
      ]),
    );
    expect(plan.batches).toEqual([
      { service: 'Comprehend', rows: [0, 2], languageCode: 'en', texts: ['good', 'bad'], bytes: 7 },
      { service: 'Comprehend', rows: [1], languageCode: 'de', texts: ['gut'], bytes: 3 },
    ]);
  });

  test('do not carry what Comprehend refuses', () => {
    const plan = planRequest(
      sentiment([
        [null, 'en'],
        ['', 'en'],
        ['é'.repeat(2501), 'en'],
        ['é'.repeat(2500), 'en'],
        ['fine', 'en-GB'],
        ['fine', null],
      ]),
    );
    expect(cut(plan)).toEqual([[3]]);
    expect(plan.withheld).toEqual([
      { row: 0, message: 'The text is NULL: there is nothing to send.' },
      { row: 1, message: 'The text is empty: Comprehend refuses it.' },
      { row: 2, message: 'The text has 5,002 bytes: Comprehend takes at most 5,000. Shorten it.' },
      { row: 4, message: expect.stringContaining('"en-GB" is no language code of Comprehend') },
      { row: 5, message: expect.stringContaining('NULL is no language code of Comprehend') },
    ]);
  });
});

describe('calls of a SageMaker endpoint', () => {
  test('carry the rows as CSV, cut by the batch size of the SQL', () => {
    const plan = planRequest(
      endpoint(
        [
          ['1', 'a'],
          ['2', null],
          ['3', 'c'],
        ],
        2,
      ),
    );
    expect(plan.batches.map(({ rows, bytes }) => ({ rows, bytes }))).toEqual([
      { rows: [0, 1], bytes: 6 },
      { rows: [2], bytes: 3 },
    ]);
    expect(plan.batches[0]).toMatchObject({ endpointName: 'fraud-detector', body: '1,a\n2,' });
  });

  test('stay within 6 MiB; a longer row is withheld', () => {
    const half = 'x'.repeat(3 * 1024 * 1024);
    const plan = planRequest(endpoint([[half], [half], [half + half], [half + half, '1']]));
    expect(cut(plan)).toEqual([[0], [1], [2]]);
    expect(plan.withheld).toEqual([
      {
        row: 3,
        message: 'The row has 6,291,458 bytes: a SageMaker request takes at most 6,291,456. Shorten its inputs.',
      },
    ]);
  });
});

const cell = fc.option(fc.string({ unit: 'grapheme', maxLength: 12 }));
const batchSize = fc.option(fc.integer({ min: -1, max: 40 }));
const anyRequest = fc.oneof(
  fc.record({
    service: fc.constant('Comprehend' as const),
    rows: fc.array(fc.record({ text: cell, languageCode: fc.option(fc.constantFrom('en', 'de', 'zh-TW', 'tlh')) }), {
      maxLength: 120,
    }),
    maxRowsPerBatch: batchSize,
  }),
  fc.record({
    service: fc.constant('SageMaker' as const),
    endpointName: fc.constant('fraud-detector'),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 60 }),
    maxRowsPerBatch: batchSize,
    outputType: fc.constant('text'),
  }),
);

test('every row stands in exactly one batch, in order, or is withheld', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      const plan = planRequest(request);
      const sent = plan.batches.flatMap((batch) => batch.rows);
      const all = [...sent, ...plan.withheld.map(({ row }) => row)].sort((a, b) => a - b);
      expect(all).toEqual(request.rows.map((_, row) => row));
      for (const language of [undefined, 'en', 'de', 'zh-TW']) {
        const batches = plan.batches.filter(
          (batch) => ('languageCode' in batch ? batch.languageCode : undefined) === language,
        );
        const rows = batches.flatMap((batch) => batch.rows);
        expect(rows).toEqual([...rows].sort((a, b) => a - b));
      }
    }),
  );
});

test('no batch is empty or over a limit, and its size is what is sent', () => {
  fc.assert(
    fc.property(anyRequest, (request) => {
      for (const batch of planRequest(request).batches) {
        expect(batch.rows.length).toBeGreaterThan(0);
        expect(batch.rows.length).toBeLessThanOrEqual(Math.max(1, request.maxRowsPerBatch ?? 60));
        if (batch.service === 'Comprehend') {
          expect(batch.texts.length).toBe(batch.rows.length);
          expect(batch.texts.length).toBeLessThanOrEqual(25);
          expect(batch.bytes).toBe(utf8Length(batch.texts.join('')));
        } else {
          expect(batch.bytes).toBe(utf8Length(batch.body));
          expect(decodeCsv(batch.body)).toHaveLength(batch.rows.length);
        }
      }
    }),
  );
});
