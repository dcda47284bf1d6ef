import { describe, expect, it } from 'vitest';
import { opensTicket, ruleWish, ticketOf, usualRule } from './review-rule.ts';

const since = new Date('2026-11-01T00:00:00Z');
const rule = { ...usualRule, activeSince: since };
const review = { rating: 2, at: new Date('2026-11-02T00:00:00Z'), customerId: 'ada' };

describe('The rule about low ratings', () => {
  it('opens a ticket of what is low, ours to answer and written since it counts', () => {
    expect(opensTicket(rule, review)).toBe(true);
    expect(opensTicket(rule, { ...review, rating: 2.5 })).toBe(false);
    expect(opensTicket(rule, { ...review, rating: null })).toBe(false);
    expect(opensTicket(rule, { ...review, at: new Date('2026-10-31T00:00:00Z') })).toBe(false);
    expect(opensTicket(rule, { ...review, customerId: null })).toBe(false);
    expect(opensTicket(usualRule, review)).toBe(false);
  });

  it('knows only stars', () => {
    expect(ruleWish.safeParse({ ratingAtMost: 2, isActive: true }).success).toBe(true);
    expect(ruleWish.safeParse({ ratingAtMost: 7, isActive: true }).success).toBe(false);
  });
});

describe('A ticket that is made of a review', () => {
  it('carries the words as they were written, and where', () => {
    const ticket = ticketOf({
      rating: 1,
      title: 'Broken',
      text: 'It broke on\nthe first day.',
      site: 'Trustpilot',
      productName: 'Vento 300',
      url: 'https://example.org/r/1',
    });
    expect(ticket.subject).toBe('1 of 5: Broken');
    expect(ticket.description).toBe(
      'Broken\n\nIt broke on\nthe first day.\n\n— Trustpilot · Vento 300 · https://example.org/r/1',
    );
  });

  it('has a subject also when nothing was said', () => {
    const nothing = { rating: null, title: null, text: null, site: null, productName: null, url: null };
    expect(ticketOf(nothing)).toEqual({ subject: 'Review', description: '' });
    expect(ticketOf({ ...nothing, text: 'x'.repeat(300) }).subject.length).toBeLessThan(130);
  });
});
