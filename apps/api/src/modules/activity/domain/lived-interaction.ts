import { channelWord, type Lived, type LivedMoment } from '#modules/house';
import type { Interaction } from './interaction.ts';

/** What is needed of an interaction to know what the customer lived. */
export type LivedContact = Pick<
  Interaction,
  | 'id'
  | 'customerId'
  | 'channel'
  | 'department'
  | 'subject'
  | 'durationSeconds'
  | 'moments'
  | 'agentName'
  | 'at'
>;

const touchpoints: Record<string, string> = { phone: 'call', 'in-person': 'meeting' };

/** What somebody lived in a call, meeting or mail: stretch by stretch where that was measured, else one moment as long as it lasted. */
export function liveInteraction(contact: LivedContact): Lived {
  const channel = channelWord(contact.channel);
  const who = contact.agentName ? { who: contact.agentName } : {};
  let from = contact.at.getTime();
  const moments: LivedMoment[] = (contact.moments ?? []).map(
    ({ minutes, sentiment, satisfaction, kind }, place) => {
      // A stretch stands where it ended: that is when it can be looked back at.
      from += minutes * 60_000;
      return {
        key: `stretch ${place + 1}`,
        at: new Date(from),
        kind: kind ?? 'talked',
        minutes,
        signals: {
          ...(sentiment === undefined ? {} : { sentiment }),
          ...(satisfaction === undefined ? {} : { survey: { kind: 'csat5' as const, value: satisfaction } }),
        },
        ...who,
      };
    },
  );
  if (moments.length === 0)
    moments.push({
      key: 'whole',
      at: contact.at,
      kind: 'talked',
      minutes: contact.durationSeconds === null ? null : contact.durationSeconds / 60,
      signals: {},
      ...who,
    });
  return {
    customerId: contact.customerId,
    subjectType: 'Interaction',
    subjectId: contact.id,
    title: contact.subject ?? contact.channel,
    department: contact.department,
    touchpoint: touchpoints[channel] ?? 'conversation',
    channel,
    moments,
  };
}
