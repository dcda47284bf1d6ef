import { column, type TypeReading } from '#platform/look-ahead';

/** `Customer.preferredChannel` as a sub-select of its customer: the same as `preferredByCustomer` says. */
export const preferredReadings: TypeReading[] = [
  {
    typeName: 'Customer',
    fields: {
      preferredChannel: {
        kind: 'object',
        typeName: 'PreferredChannel',
        from: (customer, call) => {
          const p = call.alias('p');
          return {
            sql: `FROM (SELECT coalesce(w.channel, x.preferred_channel) AS channel,
                CASE WHEN w.channel IS NULL THEN 'learned' ELSE 'told' END AS because,
                CASE WHEN w.channel IS NULL THEN x.contacts END AS contacts,
                CASE WHEN w.channel IS NULL THEN x.preferred_share END AS share,
                CASE WHEN w.channel IS NOT NULL THEN w.said_by END AS said_by,
                CASE WHEN w.channel IS NOT NULL THEN w.at END AS at
              FROM (SELECT 1) one
              LEFT JOIN LATERAL (SELECT o.channel, o.said_by, o.at FROM channel_wish o WHERE o.customer_id = ${customer}.id
                ORDER BY o.at DESC, o.id DESC LIMIT 1) w ON true
              LEFT JOIN customer_experience x ON x.customer_id = ${customer}.id
              WHERE coalesce(w.channel, x.preferred_channel) IS NOT NULL) ${p}`,
            alias: p,
          };
        },
      },
    },
  },
  {
    typeName: 'PreferredChannel',
    fields: {
      channel: column('channel'),
      because: column('because', 'enum'),
      contacts: column('contacts'),
      share: column('share'),
      saidBy: column('said_by'),
      at: column('at', 'time'),
    },
  },
];
