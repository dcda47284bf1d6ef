import type { FieldReading, ReadingCall, TypeReading } from '#platform/look-ahead';
import { orderSql, pagesReading } from '#platform/pages';
import { dealsOf } from './shown-deals.ts';

const asked = (call: ReadingCall) => ({
  outcome: call.isGiven('outcome') ? `${call.bind('outcome')}::text` : 'NULL',
});

const listOf = (whose: keyof typeof dealsOf): FieldReading => ({
  kind: 'list',
  typeName: 'Deal',
  from: (owner, call) => {
    const d = call.alias('d');
    const { where, order } = dealsOf[whose];
    return {
      sql: `FROM (SELECT o.* FROM deal o WHERE ${where('o', `${owner}.id`, asked(call))}
         ORDER BY ${orderSql(order, 'o')} LIMIT ${call.size('first')}) ${d}`,
      alias: d,
    };
  },
});

const fieldsOf = (whose: keyof typeof dealsOf) => ({
  deals: listOf(whose),
  dealsConnection: pagesReading('Deal', dealsOf[whose], asked),
});

/** `Customer.deals`, `Company.deals` and their pages as sub-selects of whose they are: the same as the batches and the limbs say. */
export const dealReadings: TypeReading[] = [
  { typeName: 'Customer', fields: fieldsOf('customer') },
  { typeName: 'Company', fields: fieldsOf('company') },
  {
    typeName: 'Deal',
    fields: {
      id: { kind: 'value', sql: (d) => `${d}.id`, spelling: 'id' },
      name: { kind: 'value', sql: (d) => `${d}.name` },
      pipelineName: {
        kind: 'value',
        sql: (d) => `(SELECT p.name FROM pipeline p WHERE p.id = ${d}.pipeline_id)`,
      },
      stageName: {
        kind: 'value',
        sql: (d) =>
          `coalesce((SELECT g.name FROM pipeline_stage g WHERE g.id = ${d}.stage_id), ${d}.stage_name)`,
      },
      outcome: { kind: 'value', sql: (d) => `${d}.outcome`, spelling: 'enum' },
      amount: {
        kind: 'inline',
        typeName: 'Money',
        when: (d) => `${d}.amount IS NOT NULL`,
        fields: {
          amount: { kind: 'value', sql: (d) => `${d}.amount`, spelling: 'number' },
          currency: { kind: 'value', sql: (d) => `${d}.currency` },
        },
      },
      probability: { kind: 'value', sql: (d) => `${d}.probability`, spelling: 'number' },
      closeDate: { kind: 'value', sql: (d) => `${d}.close_date` },
      ownerName: { kind: 'value', sql: (d) => `${d}.owner_name` },
      openedAt: { kind: 'value', sql: (d) => `${d}.opened_at`, spelling: 'time' },
      closedAt: { kind: 'value', sql: (d) => `${d}.closed_at`, spelling: 'time' },
      sourceName: { kind: 'value', sql: (d) => `(SELECT s.name FROM source s WHERE s.id = ${d}.source_id)` },
    },
  },
];
