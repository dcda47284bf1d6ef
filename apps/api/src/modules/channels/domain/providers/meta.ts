import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Arrival, momentOf, phoneOf, type RemoteFile } from '../arrival.ts';

/** Whether Meta signed this: `X-Hub-Signature-256: sha256=` and the HMAC of the body's bytes with the app's secret. */
export function isMetaSigned(secret: string, signature: string | undefined, body: Buffer): boolean {
  const told = /^sha256=([0-9a-f]{64})$/i.exec(signature ?? '')?.[1];
  if (!told) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), Buffer.from(told, 'hex'));
}

/** What to answer when Meta asks whether this address is ours: its own word back, or `null`. */
export function metaHandshake(search: string, verifyToken: string): string | null {
  const asked = new URLSearchParams(search);
  const [told, known] = [Buffer.from(asked.get('hub.verify_token') ?? ''), Buffer.from(verifyToken)];
  const isOurs = told.length === known.length && timingSafeEqual(told, known);
  return asked.get('hub.mode') === 'subscribe' && isOurs ? asked.get('hub.challenge') : null;
}

const text = z.string().max(100_000);
const media = z.looseObject({
  id: text.optional(),
  mime_type: text.optional(),
  filename: text.optional(),
  caption: text.optional(),
});
const whatsAppMessage = z.looseObject({
  id: text,
  from: text,
  timestamp: z.union([text, z.number()]).optional(),
  type: text,
  text: z.looseObject({ body: text }).optional(),
  button: z.looseObject({ text }).optional(),
  interactive: z
    .looseObject({
      button_reply: z.looseObject({ title: text }).optional(),
      list_reply: z.looseObject({ title: text }).optional(),
    })
    .optional(),
  location: z.looseObject({ latitude: z.number(), longitude: z.number(), name: text.optional() }).optional(),
});
const trouble = z.looseObject({
  code: z.number().optional(),
  title: text.optional(),
  message: text.optional(),
  error_data: z.looseObject({ details: text.optional() }).optional(),
});
const whatsAppValue = z.looseObject({
  metadata: z.looseObject({ phone_number_id: text }).optional(),
  contacts: z
    .array(
      z.looseObject({ wa_id: text.optional(), profile: z.looseObject({ name: text.optional() }).optional() }),
    )
    .default([]),
  messages: z.array(z.unknown()).default([]),
  statuses: z.array(z.unknown()).default([]),
});
const whatsAppStatus = z.looseObject({
  id: text,
  status: text,
  timestamp: z.union([text, z.number()]).optional(),
  errors: z.array(trouble).default([]),
  biz_opaque_callback_data: text.optional(),
});
const pageMessage = z.looseObject({
  sender: z.looseObject({ id: text }),
  timestamp: z.number().optional(),
  message: z
    .looseObject({
      mid: text,
      text: text.optional(),
      is_echo: z.boolean().optional(),
      attachments: z
        .array(
          z.looseObject({
            type: text.optional(),
            payload: z.looseObject({ url: text.optional() }).optional(),
          }),
        )
        .default([]),
    })
    .optional(),
  postback: z.looseObject({ mid: text.optional(), title: text }).optional(),
  delivery: z.looseObject({ mids: z.array(text).default([]) }).optional(),
  read: z.looseObject({ watermark: z.number() }).optional(),
});
const pageChange = z.looseObject({
  item: text.optional(),
  verb: text.optional(),
  post_id: text.optional(),
  comment_id: text.optional(),
  from: z.looseObject({ id: text.optional(), name: text.optional() }).optional(),
  message: text.optional(),
  created_time: z.union([text, z.number()]).optional(),
  permalink_url: text.optional(),
  review_text: text.optional(),
  recommendation_type: text.optional(),
  reviewer_id: text.optional(),
  reviewer_name: text.optional(),
  open_graph_story_id: text.optional(),
});
const delivery = z.looseObject({
  object: text,
  entry: z.array(
    z.looseObject({
      id: text,
      changes: z.array(z.looseObject({ field: text, value: z.unknown() })).default([]),
      messaging: z.array(z.unknown()).default([]),
    }),
  ),
});

/** An error of Meta in a sentence. */
export const metaTrouble = (error: z.output<typeof trouble> | undefined): string =>
  error?.code === 131_047
    ? 'WhatsApp 131047: more than 24 hours since the customer wrote, so only approved templates are taken.'
    : [
        'WhatsApp',
        [error?.code, error?.error_data?.details ?? error?.message ?? error?.title]
          .filter(Boolean)
          .join(': '),
      ]
        .filter(Boolean)
        .join(' ');

const unreadable = (what: unknown, error: z.ZodError, now: Date): Arrival => {
  const [issue] = error.issues;
  const named = (what as { id?: unknown } | null)?.id;
  return {
    type: 'unreadable',
    key:
      typeof named === 'string'
        ? named
        : `unnamed ${createHmac('sha256', 'arrival')
            .update(JSON.stringify(what) ?? '')
            .digest('hex')
            .slice(0, 32)}`,
    at: now,
    reason: `${issue?.path.join('.') || 'value'}: ${issue?.message}`,
  };
};

/** What a delivery of Meta says: messages and receipts of WhatsApp, messages to a page, mentions of it. `null` when it is none of theirs. */
export function readMeta(body: unknown, ourId: string, now: Date): Arrival[] | null {
  const read = delivery.safeParse(body);
  if (!read.success) return null;
  const { object, entry } = read.data;
  if (object === 'whatsapp_business_account')
    return entry.flatMap(({ changes }) =>
      changes.flatMap(({ field, value }) => (field === 'messages' ? readWhatsApp(value, ourId, now) : [])),
    );
  if (object === 'page' || object === 'instagram')
    return entry
      .filter(({ id }) => id === ourId)
      .flatMap(({ messaging, changes }) => [
        ...messaging.flatMap((one) => readPageMessage(one, object, now)),
        ...changes.flatMap(({ field, value }) => readPageChange(field, value, object, now)),
      ]);
  return null;
}

function readWhatsApp(value: unknown, ourId: string, now: Date): Arrival[] {
  const read = whatsAppValue.safeParse(value);
  if (!read.success) return [unreadable(value, read.error, now)];
  // One app may stand before many numbers; each of our channels is one of them.
  if (read.data.metadata && read.data.metadata.phone_number_id !== ourId) return [];
  const names = new Map(read.data.contacts.map(({ wa_id, profile }) => [wa_id, profile?.name]));
  return [
    ...read.data.messages.map((one) => readWhatsAppMessage(one, names, now)),
    ...read.data.statuses.flatMap((one) => readWhatsAppStatus(one, now)),
  ];
}

function readWhatsAppMessage(
  one: unknown,
  names: ReadonlyMap<string | undefined, string | undefined>,
  now: Date,
): Arrival {
  const read = whatsAppMessage.safeParse(one);
  if (!read.success) return unreadable(one, read.error, now);
  const message = read.data;
  const at = momentOf(message.timestamp, now);
  const phone = phoneOf(message.from);
  if (!phone) return { type: 'unreadable', key: message.id, at, reason: 'It does not say who wrote it.' };
  if (message.type === 'reaction')
    return { type: 'noted', key: message.id, at, reason: 'A sign put to a message.' };
  const file = media.safeParse(message[message.type]);
  const files: RemoteFile[] =
    file.success && file.data.id
      ? [{ at: file.data.id, type: file.data.mime_type ?? null, name: file.data.filename ?? null }]
      : [];
  const { location, interactive } = message;
  const words =
    message.text?.body ??
    message.button?.text ??
    interactive?.button_reply?.title ??
    interactive?.list_reply?.title ??
    (location
      ? `📍 ${[location.name, `${location.latitude}, ${location.longitude}`].filter(Boolean).join(' · ')}`
      : undefined) ??
    (file.success ? file.data.caption : undefined) ??
    '';
  if (!words.trim() && files.length === 0)
    return {
      type: 'unreadable',
      key: message.id,
      at,
      reason: `A message of a kind that we cannot read (${message.type}).`,
    };
  const name = names.get(message.from);
  return {
    type: 'words',
    key: message.id,
    at,
    peer: { phone, ...(name ? { name } : {}) },
    text: words,
    files,
  };
}

function readWhatsAppStatus(one: unknown, now: Date): Arrival[] {
  const read = whatsAppStatus.safeParse(one);
  if (!read.success) return [unreadable(one, read.error, now)];
  const { id, status, errors, timestamp, biz_opaque_callback_data: letterId } = read.data;
  const state = (['sent', 'delivered', 'read', 'failed'] as const).find((known) => known === status);
  if (!state) return [];
  return [
    {
      type: 'receipt',
      key: `${id} ${status}`,
      at: momentOf(timestamp, now),
      externalId: id,
      letterId: letterId ?? null,
      state,
      reason: state === 'failed' ? metaTrouble(errors[0]) : null,
    },
  ];
}

function readPageMessage(one: unknown, object: string, now: Date): Arrival[] {
  const read = pageMessage.safeParse(one);
  if (!read.success) return [unreadable(one, read.error, now)];
  const { sender, message, postback, delivery: delivered, timestamp } = read.data;
  const at = momentOf(timestamp, now);
  if (delivered)
    return delivered.mids.map((mid) => ({
      type: 'receipt',
      key: `${mid} delivered`,
      at,
      externalId: mid,
      letterId: null,
      state: 'delivered',
      reason: null,
    }));
  // What the page itself wrote comes back as an echo.
  if (message?.is_echo)
    return [{ type: 'noted', key: `${message.mid} echo`, at, reason: 'We wrote it ourselves.' }];
  const peer = { handle: { kind: object === 'page' ? 'messenger' : 'instagram', value: sender.id } };
  if (postback)
    return [
      {
        type: 'words',
        key: postback.mid ?? `${sender.id} ${timestamp} postback`,
        at,
        peer,
        text: postback.title,
        files: [],
      },
    ];
  if (!message) return [];
  const files = message.attachments.flatMap(({ type, payload }) =>
    payload?.url ? [{ at: payload.url, type: type ?? null, name: null }] : [],
  );
  if (!message.text?.trim() && files.length === 0)
    return [{ type: 'unreadable', key: message.mid, at, reason: 'It says nothing.' }];
  return [{ type: 'words', key: message.mid, at, peer, text: message.text ?? '', files }];
}

function readPageChange(field: string, value: unknown, object: string, now: Date): Arrival[] {
  if (!['feed', 'mention', 'mentions', 'ratings', 'comments'].includes(field)) return [];
  const read = pageChange.safeParse(value);
  if (!read.success) return [unreadable(value, read.error, now)];
  const told = read.data;
  const words = (told.message ?? told.review_text ?? '').trim();
  const key = told.comment_id ?? told.open_graph_story_id ?? told.post_id;
  if (!key || !words || (told.verb && told.verb !== 'add')) return [];
  const id = told.from?.id ?? told.reviewer_id;
  const name = told.from?.name ?? told.reviewer_name;
  return [
    {
      type: 'mention',
      key: `mention ${key}`,
      at: momentOf(told.created_time, now),
      peer: {
        ...(id ? { handle: { kind: object === 'page' ? 'facebook' : 'instagram', value: id } } : {}),
        ...(name ? { name } : {}),
      },
      text: words,
      url: told.permalink_url ?? null,
      site: object === 'page' ? 'Facebook' : 'Instagram',
      rating:
        told.recommendation_type === 'positive' ? 5 : told.recommendation_type === 'negative' ? 1 : null,
    },
  ];
}
