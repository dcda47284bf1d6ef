import { column, type TypeReading } from '#platform/look-ahead';

/** What obstacles add to the customer, read ahead: the same as the batch functions and their limbs say. */
export const obstacleReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      hardCases: {
        kind: 'list',
        typeName: 'HardCase',
        from: (customer, call) => {
          const [r, f] = [call.alias('r'), call.alias('f')];
          return {
            sql: `FROM source_record ${r} JOIN case_friction ${f} ON ${f}.record_id = ${r}.id
              WHERE ${r}.customer_id = ${customer}.id AND ${f}.ease < 99.999 ORDER BY ${f}.opened_at DESC, ${f}.id DESC LIMIT ${call.size('first')}`,
            alias: f,
          };
        },
      },
    },
  },
  {
    typeName: 'HardCase',
    fields: {
      id: column('id', 'id'),
      title: column('title'),
      channel: column('channel'),
      openedAt: column('opened_at', 'time'),
      isSolved: column('is_solved'),
      ease: { kind: 'value', sql: (f) => `floor(${f}.ease)::int` },
      events: column('events'),
      asOf: column('as_of', 'time'),
      settings: column('settings'),
      met: {
        kind: 'list',
        typeName: 'ObstacleMet',
        from: (row, call) => {
          const [s, o] = [call.alias('s'), call.alias('o')];
          return {
            sql: `FROM (SELECT ${o}.kind, ${o}.step_from, ${o}.step_to, ${o}.state, ${s}.at, ${s}.excess_minutes, ${s}.place
               FROM obstacle_sighting ${s} JOIN obstacle ${o} ON ${o}.id = ${s}.obstacle_id AND ${o}.state <> 'dismissed'
              WHERE ${s}.case_id = ${row}.id ORDER BY ${s}.at, ${s}.place) ${s}`,
            alias: s,
          };
        },
      },
    },
  },
  {
    typeName: 'ObstacleMet',
    fields: {
      kind: column('kind', 'enum'),
      stepFrom: column('step_from'),
      stepTo: column('step_to'),
      at: column('at', 'time'),
      excessMinutes: { kind: 'value', sql: (s) => `floor(${s}.excess_minutes)::int` },
    },
  },
];
