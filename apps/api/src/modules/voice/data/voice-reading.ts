import { column, type TypeReading } from '#platform/look-ahead';

/** What voice adds to the customer, read ahead: the same as its batch functions and limbs say. */
export const voiceReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      answers: {
        kind: 'list',
        typeName: 'Answer',
        from: (customer, call) => {
          const a = call.alias('a');
          return {
            sql: `FROM survey_answer ${a} WHERE ${a}.customer_id = ${customer}.id AND ${a}.answered_at IS NOT NULL
              ORDER BY ${a}.asked_at DESC, ${a}.id DESC LIMIT ${call.size('first')}`,
            alias: a,
          };
        },
      },
      heardOf: {
        kind: 'object',
        typeName: 'HeardOf',
        from: (customer, call) => {
          const h = call.alias('h');
          return {
            sql: `FROM heard_of ${h} WHERE ${h}.customer_id = ${customer}.id ORDER BY ${h}.at, ${h}.id LIMIT 1`,
            alias: h,
          };
        },
      },
      referredBy: {
        kind: 'list',
        typeName: 'Referral',
        from: (customer, call) => {
          const [f, i] = [call.alias('f'), call.alias('i')];
          return {
            sql: `FROM source_record ${i} JOIN referral ${f} ON ${f}.invited_record_id = ${i}.id
              WHERE ${i}.customer_id = ${customer}.id AND ${f}.customer_id <> ${customer}.id
              ORDER BY ${f}.at DESC, ${f}.id DESC LIMIT ${call.size('first')}`,
            alias: f,
          };
        },
      },
      reviews: {
        kind: 'list',
        typeName: 'Review',
        from: (customer, call) => {
          const r = call.alias('r');
          return {
            sql: `FROM review ${r} WHERE ${r}.customer_id = ${customer}.id ORDER BY ${r}.at DESC, ${r}.id DESC LIMIT ${call.size('first')}`,
            alias: r,
          };
        },
      },
      referrals: {
        kind: 'list',
        typeName: 'Referral',
        from: (customer, call) => {
          const r = call.alias('r');
          return {
            sql: `FROM referral ${r} WHERE ${r}.customer_id = ${customer}.id ORDER BY ${r}.at DESC, ${r}.id DESC LIMIT ${call.size('first')}`,
            alias: r,
          };
        },
      },
    },
  },
  {
    typeName: 'Answer',
    fields: {
      id: column('id', 'id'),
      instrument: column('instrument', 'enum'),
      channel: column('channel'),
      value: column('value'),
      expected: column('expected'),
      perceived: column('perceived'),
      cause: column('cause'),
      productName: column('product_name'),
      comment: column('comment'),
      askedAt: column('asked_at', 'time'),
      answeredAt: column('answered_at', 'time'),
    },
  },
  {
    typeName: 'Review',
    fields: {
      id: column('id', 'id'),
      form: column('form'),
      site: column('site'),
      rating: column('rating'),
      title: column('title'),
      text: column('text'),
      url: column('url'),
      productName: column('product_name'),
      language: column('language'),
      authorName: column('author_name'),
      at: column('at', 'time'),
      case: {
        kind: 'object',
        typeName: 'ReviewCase',
        from: (review, call) => {
          const k = call.alias('k');
          return { sql: `FROM review_case ${k} WHERE ${k}.review_id = ${review}.id`, alias: k };
        },
      },
    },
  },
  {
    typeName: 'ReviewCase',
    fields: {
      status: column('status', 'enum'),
      reason: column('reason', 'enum'),
      receivedAt: column('received_at', 'time'),
      assigneeName: column('assignee_name'),
      reply: column('reply'),
      replyUrl: column('reply_url'),
      answeredAt: column('answered_at', 'time'),
      answeredByName: column('answered_by_name'),
      clockState: column('clock_state', 'enum'),
      dueAt: column('due_at', 'time'),
      warnAt: column('warn_at', 'time'),
      brokenAt: column('broken_at', 'time'),
      stoppedAt: column('stopped_at', 'time'),
    },
  },
  {
    typeName: 'Referral',
    fields: {
      id: column('id', 'id'),
      channel: column('channel'),
      evidence: column('evidence'),
      at: column('at', 'time'),
      convertedAt: column('converted_at', 'time'),
      customer: {
        kind: 'object',
        typeName: 'Customer',
        from: (referral, call) => {
          const c = call.alias('c');
          return { sql: `FROM customer ${c} WHERE ${c}.id = ${referral}.customer_id`, alias: c };
        },
      },
      invited: {
        kind: 'object',
        typeName: 'Customer',
        from: (referral, call) => {
          const [c, i] = [call.alias('c'), call.alias('i')];
          return {
            sql: `FROM source_record ${i} JOIN customer ${c} ON ${c}.id = ${i}.customer_id WHERE ${i}.id = ${referral}.invited_record_id`,
            alias: c,
          };
        },
      },
    },
  },
  {
    typeName: 'HeardOf',
    fields: {
      id: column('id', 'id'),
      way: column('way', 'enum'),
      words: column('words'),
      via: column('via', 'enum'),
      at: column('at', 'time'),
    },
  },
];
