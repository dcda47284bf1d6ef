import { column, type FieldReading, type TypeReading } from '#platform/look-ahead';
import { mainMapId } from '../domain/map-version.ts';

const interval: Record<string, FieldReading> = {
  n: column('n'),
  share: column('share'),
  low: column('low'),
  high: column('high'),
};

/** `Customer.stage` and what hangs on it straight from rows: the same as the batches and the limbs say. */
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
      stageHistory: {
        kind: 'list',
        typeName: 'StagePeriod',
        from: (customer, call) => {
          const [s, h] = [call.alias('s'), call.alias('h')];
          const columns = 'stage text, "from" timestamptz, "to" timestamptz, because text';
          return {
            sql: `FROM customer_stage ${s} CROSS JOIN LATERAL json_to_recordset(${s}.history) AS ${h}(${columns})
              WHERE ${s}.customer_id = ${customer}.id`,
            alias: h,
          };
        },
      },
      tracks: {
        kind: 'list',
        typeName: 'CustomerTrack',
        from: (customer, call) => {
          const t = call.alias('t');
          return {
            sql: `FROM (SELECT ${t}.*, v.document->>'name' AS journey, coalesce(v.document->'labels'->>${t}.stage, ${t}.stage) AS label
                FROM customer_track ${t} JOIN journey_version v ON v.map_id = ${t}.map_id AND 'journey-' || v.number = ${t}.settings
               WHERE ${t}.customer_id = ${customer}.id ORDER BY ${t}.map_id) ${t}`,
            alias: t,
          };
        },
      },
    },
  },
  {
    typeName: 'CustomerTrack',
    fields: {
      journey: column('journey'),
      stage: column('label'),
      since: column('since', 'time'),
      cause: column('because'),
      confidence: column('confidence'),
      settings: column('settings'),
    },
  },
  {
    typeName: 'CustomerStage',
    fields: {
      stage: column('stage', 'enum'),
      since: column('since', 'time'),
      cause: column('because'),
      causeAt: column('because_at', 'time'),
      confidence: column('confidence'),
      lastFactAt: column('last_fact_at', 'time'),
      dormantSince: {
        kind: 'value',
        sql: (s) => `CASE WHEN ${s}.dormant_from < now() THEN ${s}.dormant_from END`,
        spelling: 'time',
      },
      settings: column('settings'),
      because: {
        kind: 'list',
        typeName: 'StageReason',
        from: (stage, call) => {
          const r = call.alias('r');
          return {
            sql: `FROM (SELECT ${stage}.customer_id, ${r}.* FROM json_to_recordset(${stage}.reasons) AS
              ${r}("factKey" text, kind text, at timestamptz, points float8)) ${r}`,
            alias: r,
          };
        },
      },
      usual: {
        kind: 'object',
        typeName: 'UsualStay',
        from: (stage, call) => {
          const f = call.alias('f');
          return {
            sql: `FROM stage_figures ${f} WHERE ${f}.map_id = '${mainMapId}' AND ${f}.stage = ${stage}.stage AND ${f}.entered > 0`,
            alias: f,
          };
        },
      },
      next: {
        kind: 'list',
        typeName: 'NextStage',
        from: (stage, call) => {
          const [f, n] = [call.alias('f'), call.alias('n')];
          return {
            sql: `FROM stage_figures ${f} CROSS JOIN LATERAL jsonb_to_recordset(${f}.next) AS
              ${n}(stage text, n integer, share float8, low float8, high float8, "medianDays" float8)
              WHERE ${f}.map_id = '${mainMapId}' AND ${f}.stage = ${stage}.stage`,
            alias: n,
          };
        },
      },
      override: {
        kind: 'object',
        typeName: 'StageOverride',
        from: (stage, call) => {
          const o = call.alias('o');
          return {
            sql: `FROM (SELECT ${o}.* FROM stage_override ${o} WHERE ${o}.customer_id = ${stage}.customer_id AND ${o}.undone_at IS NULL
                AND ${stage}.because = 'override' ORDER BY ${o}.at DESC, ${o}.id DESC LIMIT 1) ${o}`,
            alias: o,
          };
        },
      },
    },
  },
  {
    typeName: 'StageReason',
    fields: {
      kind: column('kind'),
      at: column('at', 'time'),
      points: column('points'),
      entry: {
        kind: 'object',
        typeName: 'TimelineEntry',
        from: (reason, call) => {
          const e = call.alias('e');
          return {
            sql: `FROM (SELECT ${e}.* FROM timeline_entry ${e} WHERE ${e}.customer_id = ${reason}.customer_id AND ${e}.at = ${reason}.at
                ORDER BY ${e}.entry_key = ${reason}."factKey" DESC, ${e}.id LIMIT 1) ${e}`,
            alias: e,
          };
        },
      },
    },
  },
  {
    typeName: 'UsualStay',
    fields: {
      entered: column('entered'),
      left: column('left_it'),
      medianDays: column('median_days'),
      lowDays: column('low_days'),
      highDays: column('high_days'),
      countedAt: column('counted_at', 'time'),
      curve: {
        kind: 'list',
        typeName: 'StayStep',
        from: (figures, call) => {
          const c = call.alias('c');
          return {
            sql: `FROM jsonb_to_recordset(${figures}.curve) AS ${c}(days float8, stay float8)`,
            alias: c,
          };
        },
      },
    },
  },
  { typeName: 'StayStep', fields: { days: column('days'), stay: column('stay') } },
  {
    typeName: 'NextStage',
    fields: {
      stage: column('stage', 'enum'),
      ...interval,
      medianDays: { kind: 'value', sql: (n) => `${n}."medianDays"` },
    },
  },
  {
    typeName: 'StageOverride',
    fields: {
      id: column('id', 'id'),
      stage: column('stage', 'enum'),
      saidStage: column('said_stage', 'enum'),
      reason: column('reason'),
      byName: column('by_name'),
      at: column('at', 'time'),
    },
  },
  {
    typeName: 'StagePeriod',
    fields: {
      stage: column('stage', 'enum'),
      from: { kind: 'value', sql: (h) => `${h}."from"`, spelling: 'time' },
      to: { kind: 'value', sql: (h) => `${h}."to"`, spelling: 'time' },
      cause: column('because'),
    },
  },
];
