import type { WritingWay, WritingWays } from '#modules/house';
import { allChannels, conversationsByKey } from './data/channels.ts';
import { phoneOf } from './domain/arrival.ts';
import { type Channel, wayOf } from './domain/channel.ts';
import { writingRoom } from './domain/conversation.ts';

/** Channels by which a telephone can be written to though it has not written to us: WhatsApp and pages take the first word from the customer only. */
const mayBegin = ({ provider }: Channel): boolean => provider === 'twilio-sms';

/** The ways to write about tickets: back into the conversation they came from, and to the customer's telephone by SMS. */
export const findWays: WritingWays = async (db, asked) => {
  const talks = await conversationsByKey(
    db,
    asked.map(({ ticketKey }) => ticketKey),
  );
  const talkOf = new Map(talks.map((talk) => [talk.threadKey, talk]));
  const [sms] = asked.some(({ phone }) => phone) ? (await allChannels(db)).filter(mayBegin) : [];
  return asked.map(({ ticketKey, phone }) => {
    const ways: WritingWay[] = [];
    const talk = talkOf.get(ticketKey);
    if (talk && !talk.removedAt) {
      const channel = wayOf[talk.provider];
      ways.push({
        channel,
        toAddress: talk.toAddress,
        name: talk.name,
        isTheirs: true,
        ...writingRoom(channel, talk.provider, talk.lastInAt),
      });
    }
    const number = phone ? phoneOf(phone) : null;
    if (sms && number && !ways.some(({ channel }) => channel === 'sms'))
      ways.push({
        channel: 'sms',
        toAddress: number,
        name: sms.name,
        isTheirs: false,
        ...writingRoom('sms', sms.provider, null),
      });
    return ways;
  });
};
