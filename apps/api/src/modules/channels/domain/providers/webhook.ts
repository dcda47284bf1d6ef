import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import { type Arrival, phoneOf } from '../arrival.ts';

/** Whether this was signed as Standard Webhooks says (id, time and body; at most five minutes old) with the channel's secret. */
export function isWebhookSigned(
  secret: string,
  headers: { id?: string | undefined; timestamp?: string | undefined; signature?: string | undefined },
  body: Buffer,
): boolean {
  const { id, timestamp, signature } = headers;
  if (!id || !timestamp || !signature || id.length > 240) return false;
  try {
    const signed = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
    new Webhook(secret).verify(body.toString('utf8'), signed, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}

/** What a system of one's own posts: see `docs/channels.md`. */
const event = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('message'),
    id: z.string().min(1).max(200),
    at: z.iso.datetime({ offset: true }).optional(),
    from: z
      .strictObject({
        phone: z.string().max(40).optional(),
        email: z.email().max(254).optional(),
        handle: z.string().max(200).optional(),
        name: z.string().max(200).optional(),
      })
      .refine(
        ({ phone, email, handle }) => phone ?? email ?? handle,
        'must have a phone, an email or a handle',
      ),
    /** Messages with the same one belong together; without it they do by sender and time. */
    conversation: z.string().min(1).max(200).optional(),
    /** How it came, for people: `telegram`, `viber`. */
    channel: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/)
      .optional(),
    text: z.string().min(1).max(100_000),
  }),
  z.strictObject({
    type: z.literal('receipt'),
    letterId: z.string().min(1).max(200),
    state: z.enum(['sent', 'delivered', 'read', 'failed']),
    reason: z.string().max(500).optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  }),
  z.strictObject({
    type: z.literal('mention'),
    id: z.string().min(1).max(200),
    at: z.iso.datetime({ offset: true }).optional(),
    site: z.string().min(1).max(200),
    from: z
      .strictObject({
        handle: z.string().max(200).optional(),
        email: z.email().max(254).optional(),
        name: z.string().max(200).optional(),
      })
      .optional(),
    text: z.string().min(1).max(10_000),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .optional(),
    rating: z.number().min(0).max(100).optional(),
    ratingOutOf: z.number().min(1).max(100).optional(),
    product: z.string().min(1).max(300).optional(),
    language: z.string().min(2).max(35).optional(),
  }),
]);

/** What one event of a system of one's own says. `deliveryId` names it where it names nothing itself. */
export function readWebhook(body: unknown, deliveryId: string, now: Date): Arrival[] {
  const read = event.safeParse(body);
  if (!read.success) {
    const [issue] = read.error.issues;
    return [
      {
        type: 'unreadable',
        key: deliveryId,
        at: now,
        reason: `${issue?.path.join('.') || 'body'}: ${issue?.message}`,
      },
    ];
  }
  const told = read.data;
  const said = told.at ? new Date(told.at) : now;
  const at = said <= now ? said : now;
  if (told.type === 'receipt')
    return [
      {
        type: 'receipt',
        key: `${told.letterId} ${told.state}`,
        at,
        externalId: told.letterId,
        letterId: told.letterId,
        state: told.state,
        reason: told.reason ?? null,
      },
    ];
  const from = told.from ?? {};
  const phone = 'phone' in from ? phoneOf(from.phone as string | undefined) : null;
  const peer = {
    ...(phone ? { phone } : {}),
    ...(from.email ? { email: from.email } : {}),
    ...(from.handle
      ? {
          handle: {
            kind: told.type === 'mention' ? 'social' : (told.channel ?? 'webhook'),
            value: from.handle,
          },
        }
      : {}),
    ...(from.name ? { name: from.name } : {}),
  };
  if (told.type === 'mention')
    return [
      {
        type: 'mention',
        key: told.id,
        at,
        peer,
        text: told.text,
        url: told.url ?? null,
        site: told.site,
        rating: told.rating ?? null,
        ...(told.ratingOutOf === undefined ? {} : { ratingOutOf: told.ratingOutOf }),
        ...(told.product ? { product: told.product } : {}),
        ...(told.language ? { language: told.language } : {}),
      },
    ];
  if (!phone && !from.email && !from.handle)
    return [
      { type: 'unreadable', key: told.id, at, reason: 'from.phone: this is no number with its country.' },
    ];
  return [
    {
      type: 'words',
      key: told.id,
      at,
      peer,
      text: told.text,
      files: [],
      ...(told.conversation ? { conversation: told.conversation } : {}),
      ...(told.channel ? { way: told.channel } : {}),
    },
  ];
}
