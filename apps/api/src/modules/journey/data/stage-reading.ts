import type { TypeReading } from '#platform/look-ahead';
import { stages, stagesAfter } from '../domain/stage.ts';

const capitals = (stage: string) => stage.replaceAll('-', '_').toUpperCase();
const nextStages = stages
  .map((stage) => `WHEN '${stage}' THEN '${JSON.stringify(stagesAfter(stage).map(capitals))}'`)
  .join(' ');

/** `Customer.stage` straight from its row: the same as `stagesByCustomer` and the limb say. */
export const stageReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      stage: {
        kind: 'object',
        typeName: 'CustomerStage',
        from: (customer, call) => {
          const s = call.alias('s');
          return { sql: `FROM customer_stage ${s} WHERE ${s}.customer_id = ${customer}.id`, alias: s };
        },
      },
    },
  },
  {
    typeName: 'CustomerStage',
    fields: {
      stage: { kind: 'value', sql: (s) => `${s}.stage`, spelling: 'enum' },
      since: { kind: 'value', sql: (s) => `${s}.since`, spelling: 'time' },
      because: { kind: 'value', sql: (s) => `${s}.because` },
      becauseAt: { kind: 'value', sql: (s) => `${s}.because_at`, spelling: 'time' },
      next: { kind: 'value', sql: (s) => `(CASE ${s}.stage ${nextStages} END)::json` },
      history: {
        kind: 'list',
        typeName: 'StagePeriod',
        from: (stage, call) => {
          const h = call.alias('h');
          const columns = 'stage text, "from" timestamptz, "to" timestamptz, because text';
          return { sql: `FROM jsonb_to_recordset(${stage}.history) AS ${h}(${columns})`, alias: h };
        },
      },
    },
  },
  {
    typeName: 'StagePeriod',
    fields: {
      stage: { kind: 'value', sql: (h) => `${h}.stage`, spelling: 'enum' },
      from: { kind: 'value', sql: (h) => `${h}."from"`, spelling: 'time' },
      to: { kind: 'value', sql: (h) => `${h}."to"`, spelling: 'time' },
      because: { kind: 'value', sql: (h) => `${h}.because` },
    },
  },
];
