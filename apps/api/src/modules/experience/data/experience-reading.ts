import type { FieldReading, ReadingCall, TypeReading } from '#platform/look-ahead';
import {
  attachmentColumns,
  experienceColumns,
  failureColumns,
  failureRows,
  ifItEnded,
  irrelevanceColumns,
  leverColumns,
  leverRows,
  livedColumns,
  momentColumns,
  momentRows,
  partColumns,
  partRows,
  type ShownColumns,
  shownExperience,
  shownLived,
} from './shown-columns.ts';
import { livedOrder } from './shown-experience.ts';

const values = (columns: ShownColumns): Record<string, FieldReading> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, { sql, spelling }]) => [
      name,
      { kind: 'value', sql, ...(spelling ? { spelling } : {}) },
    ]),
  );

/** Interactions of a customer, as `livedByKey` gives them. */
const lived = (call: ReadingCall, by: 'time' | 'memory' | 'lever', where: string, first: number) => {
  const i = call.alias('i');
  return {
    sql: `FROM ${shownLived} ${i} WHERE ${where.replaceAll('?', i)} ORDER BY ${livedOrder(by, i)} LIMIT ${first}`,
    alias: i,
  };
};

/** How many events a lever shows. */
export const leverEvents = 10;

/** `Customer.experience` as a sub-select of its customer: the same as `experienceByCustomer`, `livedByKey` and the limb say. */
export const experienceReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      experience: {
        kind: 'object',
        typeName: 'CustomerExperience',
        from: (customer, call) => {
          const x = call.alias('x');
          return { sql: `FROM (${shownExperience(`x.customer_id = ${customer}.id`)}) ${x}`, alias: x };
        },
      },
    },
  },
  {
    typeName: 'CustomerExperience',
    fields: {
      ...values(experienceColumns),
      irrelevance: { kind: 'inline', typeName: 'IrrelevanceRate', fields: values(irrelevanceColumns) },
      attachment: {
        kind: 'inline',
        typeName: 'Attachment',
        fields: {
          ...values(attachmentColumns),
          levers: {
            kind: 'list',
            typeName: 'AttachmentLever',
            from: (x) => ({ sql: `FROM ${leverRows(x)} ORDER BY l.place`, alias: 'l' }),
          },
        },
      },
      failures: {
        kind: 'list',
        typeName: 'ServiceFailure',
        from: (x, call) => {
          const f = call.alias('f');
          return { sql: `FROM ${failureRows(x, f)} ORDER BY ${f}.at, ${f}."subjectId"`, alias: f };
        },
      },
      interactions: {
        kind: 'list',
        typeName: 'LivedInteraction',
        from: (x, call) => lived(call, 'time', `?.customer_id = ${x}.customer_id`, call.size('first')),
      },
      memories: {
        kind: 'list',
        typeName: 'LivedInteraction',
        from: (x, call) => lived(call, 'memory', `?.customer_id = ${x}.customer_id AND ?.share > 0`, 3),
      },
    },
  },
  {
    typeName: 'AttachmentLever',
    fields: {
      ...values(leverColumns),
      events: {
        kind: 'list',
        typeName: 'LivedInteraction',
        from: (l, call) =>
          lived(
            call,
            'lever',
            `?.customer_id = ${l}.customer_id AND ${l}.lever = ANY(?.levers)`,
            leverEvents,
          ),
      },
    },
  },
  { typeName: 'ServiceFailure', fields: values(failureColumns) },
  {
    typeName: 'LivedInteraction',
    fields: {
      ...values(livedColumns),
      moments: {
        kind: 'list',
        typeName: 'Moment',
        from: (i, call) => {
          const m = call.alias('m');
          return { sql: `FROM ${momentRows(i, m)}`, alias: m };
        },
      },
      ifItEnded: {
        kind: 'object',
        typeName: 'WhatIf',
        from: (i, call) => {
          const check = (value: unknown) => typeof value === 'number' && value >= -1 && value <= 1;
          const x = `${call.bind('valence', { check })}::float8`;
          const [w, { remembered, customerRemembered }] = [call.alias('w'), ifItEnded(i, x)];
          return {
            sql: `FROM (SELECT ${remembered} AS remembered, ${customerRemembered} AS customer_remembered) ${w}`,
            alias: w,
          };
        },
      },
    },
  },
  {
    typeName: 'WhatIf',
    fields: {
      remembered: { kind: 'value', sql: (w) => `${w}.remembered` },
      customerRemembered: { kind: 'value', sql: (w) => `${w}.customer_remembered` },
    },
  },
  {
    typeName: 'Moment',
    fields: {
      ...values(momentColumns),
      signals: {
        kind: 'list',
        typeName: 'MomentSignal',
        from: (m, call) => {
          const p = call.alias('p');
          return { sql: `FROM ${partRows(m, p)}`, alias: p };
        },
      },
    },
  },
  { typeName: 'MomentSignal', fields: values(partColumns) },
];
