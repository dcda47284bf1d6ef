import type { Telling } from '#modules/house';
import type { Hung } from '#modules/sources';
import type { TouchBody, TouchKind } from './read-touch-signal.ts';

/** One contact of one person with a campaign, page, form or event. */
export interface Touch extends Hung {
  campaignId: string | null;
  kind: TouchKind;
  channel: string;
  url: string | null;
  outcome: string | null;
  attempts: number | null;
  at: Date;
}

const sentences: Partial<Record<TouchKind, string>> = {
  opened: 'Opened',
  clicked: 'Clicked',
  bounced: 'Could not be reached',
  unsubscribed: 'Unsubscribed',
  'form-submitted': 'Sent a form',
  visited: 'Visited',
  attended: 'Attended',
  called: 'Was called',
};

/** The keys of what the journey hears of a touch. */
export const touchFactKeys = (sourceKey: string): string[] => [`lead ${sourceKey}`, `content ${sourceKey}`];

/**
 * What the timeline says of a touch. What we sent is no news of the customer and stays in the list of touches; the same
 * kind of touch with the same thing on one day is one line, so that ten opened mails do not hide a call.
 */
export function tellTouch(
  subjectKey: string,
  body: TouchBody,
  at: Date,
  told: { id: string; campaign: { key: string; name: string } | null },
): Telling {
  const telling: Telling = { entries: [], facts: [] };
  const what = body.title ?? told.campaign?.name ?? body.url ?? body.channel;
  const sentence = sentences[body.kind];
  if (sentence) {
    const detail = body.url === what ? undefined : body.url;
    const words = body.outcome ? `${what} — ${body.outcome}` : what;
    const thing = body.title ?? told.campaign?.key ?? body.url ?? body.channel;
    telling.entries.push({
      entryKey: `touch-${body.kind} ${at.toISOString().slice(0, 10)} ${thing}`.slice(0, 500),
      at,
      department: 'marketing',
      kind: `touch-${body.kind}`,
      title: `${sentence}: ${words}`,
      ...(detail ? { detail } : {}),
      subjectType: 'Touch',
      subjectId: told.id,
    });
  }
  if (body.kind === 'form-submitted')
    telling.facts.push({ factKey: `lead ${subjectKey}`, at, kind: 'lead-created' });
  if (body.kind === 'clicked' || body.kind === 'visited' || body.kind === 'attended')
    telling.facts.push({ factKey: `content ${subjectKey}`, at, kind: 'content-consumed' });
  return telling;
}
