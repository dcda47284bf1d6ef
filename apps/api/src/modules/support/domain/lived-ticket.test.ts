import { describe, expect, it } from 'vitest';
import { type LivedTicket, liveTicket, ratingOf, type SpokenMessage } from './lived-ticket.ts';

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 1, hour, minute));
const ticket = (more: Partial<LivedTicket> = {}): LivedTicket => ({
  id: 't1',
  customerId: 'ada',
  subject: 'It drips',
  channel: 'email',
  status: 'closed',
  satisfaction: null,
  openedAt: at(9),
  solvedAt: at(12),
  ...more,
});
const said = (
  id: string,
  authorKind: SpokenMessage['authorKind'],
  when: Date,
  authorName: string | null = null,
): SpokenMessage => ({ id, authorKind, authorName, at: when });
const lived = (given: LivedTicket, ...messages: SpokenMessage[]) => liveTicket(given, messages).moments;

describe('What somebody lives in a case', () => {
  it('is the wait before each answer, from the first word that stood unanswered', () => {
    const moments = lived(
      ticket({ status: 'open', solvedAt: null }),
      said('1', 'customer', at(9)),
      said('2', 'customer', at(10)),
      said('3', 'agent', at(11)),
      said('4', 'agent', at(11, 5)),
      said('5', 'customer', at(12)),
      said('6', 'agent', at(12, 10)),
    );
    expect(moments.map(({ signals }) => signals.wait?.actual)).toEqual([120, 10]);
  });

  it('ends with the rating and with whether one contact was enough', () => {
    const once = lived(
      ticket({ satisfaction: 'good' }),
      said('1', 'customer', at(9)),
      said('2', 'agent', at(10)),
    );
    expect(once.at(-1)!.signals).toEqual({
      survey: { kind: 'thumb', value: 1 },
      resolution: 'first_contact',
    });
    const twice = lived(
      ticket(),
      said('1', 'customer', at(9)),
      said('2', 'agent', at(10)),
      said('3', 'customer', at(11)),
      said('4', 'agent', at(12)),
    );
    expect(twice.at(-1)!.signals).toEqual({ resolution: 'resolved_later' });
  });

  it('is not resolved by us closing it, when the customer calls it bad', () => {
    const [, end] = lived(
      ticket({ satisfaction: 'bad' }),
      said('1', 'customer', at(9)),
      said('2', 'agent', at(10)),
    );
    expect(end!.signals).toEqual({ survey: { kind: 'thumb', value: -1 } });
  });

  it('has no wait ended by a machine, nor any on the phone or when we spoke first', () => {
    const chat = lived(
      ticket({ channel: 'chat' }),
      said('1', 'customer', at(9)),
      said('2', 'bot', at(9)),
      said('3', 'agent', at(9, 4), 'Tom'),
    );
    expect(chat.map(({ kind, signals }) => [kind, signals.wait?.actual])).toEqual([
      ['bot-answered', undefined],
      ['answered', 4],
      ['closed', undefined],
    ]);
    const phone = lived(
      ticket({ channel: 'voice' }),
      said('1', 'customer', at(9)),
      said('2', 'agent', at(10)),
    );
    expect(phone[0]!.signals).toEqual({});
    const written = lived(ticket(), said('1', 'agent', at(10)), said('2', 'customer', at(11)));
    expect(written[0]!.signals).toEqual({});
  });

  it('costs effort when they are handed on, as far as names are known', () => {
    const moments = lived(
      ticket(),
      said('1', 'customer', at(9)),
      said('2', 'agent', at(10), 'Tom'),
      said('3', 'customer', at(11)),
      said('4', 'agent', at(12), 'Noor'),
    );
    expect(moments.at(-1)!.signals.effort).toEqual({ handoffs: 1, switches: 0, repeats: 0 });
  });

  it('is one unmeasured moment while nobody has answered', () => {
    expect(lived(ticket({ status: 'new', solvedAt: null }), said('1', 'customer', at(9)))).toEqual([
      expect.objectContaining({ kind: 'asked', signals: {} }),
    ]);
  });

  it('reads ratings on their own scale and takes no other word for one', () => {
    expect(ratingOf('good_with_comment')).toEqual({ kind: 'thumb', value: 1 });
    expect(ratingOf('2')).toEqual({ kind: 'csat5', value: 2 });
    for (const word of [null, '', 'offered', '6', 'meh']) expect(ratingOf(word)).toBeUndefined();
  });
});
