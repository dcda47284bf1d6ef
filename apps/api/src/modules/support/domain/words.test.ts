import { describe, expect, it } from 'vitest';
import { readTicketPriority, readTicketStatus } from './words.ts';

describe('the words of help desks', () => {
  it.each([
    ['New', 'new'],
    ['Waiting on contact', 'pending'],
    ['waiting_on_us', 'open'],
    ['On-Hold', 'hold'],
    [' Closed ', 'closed'],
    ['resolved', 'solved'],
    ['toString', undefined],
    ['Bei der Werkstatt', undefined],
  ])('reads the status %j as %j', (theirs, ours) => {
    expect(readTicketStatus(theirs)).toBe(ours);
  });

  it.each([
    ['Medium', 'normal'],
    ['HIGH', 'high'],
    ['critical', 'urgent'],
    ['', undefined],
    ['__proto__', undefined],
  ])('reads the priority %j as %j', (theirs, ours) => {
    expect(readTicketPriority(theirs)).toBe(ours);
  });
});
