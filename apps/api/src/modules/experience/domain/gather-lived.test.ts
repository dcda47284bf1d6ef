import { describe, expect, it } from 'vitest';
import type { Lived } from '#modules/house';
import { gatherLived } from './gather-lived.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const ticket: Lived = {
  customerId: 'ada',
  subjectType: 'Ticket',
  subjectId: 't1',
  title: 'Late',
  department: 'support',
  touchpoint: 'case',
  channel: 'email',
  moments: [
    { key: 'answer m1', at: at(9), kind: 'answered', minutes: null, signals: {} },
    { key: 'end', at: at(10), kind: 'closed', minutes: null, signals: {} },
  ],
};
const answer = (customerId: string, hour: number, about?: Lived['about']): Lived => ({
  customerId,
  subjectType: 'Answer',
  subjectId: `a${hour}`,
  title: 'CSAT',
  department: 'support',
  touchpoint: 'survey',
  channel: 'email',
  moments: [
    {
      key: 'answer',
      at: at(hour),
      kind: 'rated',
      minutes: null,
      signals: { survey: { kind: 'csat5', value: 5 } },
    },
  ],
  ...(about ? { about } : {}),
});
const aboutTicket = { subjectType: 'Ticket', subjectId: 't1' };

describe('What somebody says of an interaction', () => {
  it('is lived as its last moment, whichever subject tells first', () => {
    for (const told of [
      [ticket, answer('ada', 11, aboutTicket)],
      [answer('ada', 11, aboutTicket), ticket],
    ]) {
      const [one, ...others] = gatherLived(told);
      expect(others).toEqual([]);
      expect(one).toMatchObject({ subjectType: 'Ticket', touchpoint: 'case' });
      expect(one!.moments.map(({ key }) => key)).toEqual(['answer m1', 'end', 'answer a11']);
    }
  });

  it('stands for itself when it is about nothing, or about what somebody else lived', () => {
    const told = [ticket, answer('ada', 11), answer('bob', 12, aboutTicket)];
    expect(gatherLived(told).map(({ subjectId }) => subjectId)).toEqual(['t1', 'a11', 'a12']);
  });
});
