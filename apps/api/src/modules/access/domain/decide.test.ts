import { describe, expect, it } from 'vitest';
import type { DataClass } from '#modules/house';
import { decide, decideTaking, dependsOnRow } from './decide.ts';
import { askers, policy, type Rule, signedIn, type Verb } from './policy.ts';

const read = (who: string, type: string, field: string, dataClass = 'personal' as const, row?: object) =>
  decide(who, { verb: 'read', type, field, dataClass }, row as Record<string, unknown> | undefined);
const write = (who: string, field: string) =>
  decide(who, { verb: 'write', type: 'Mutation', field, dataClass: 'internal' });

describe('the policy table', () => {
  it('says no to what nobody has thought of', () => {
    for (const who of [...askers, 'root', '']) {
      expect(write(who, 'dropEverything')).toBe('deny');
      expect(decide(who, { verb: 'read', type: 'X', field: 'y', dataClass: 'special' })).toBe('deny');
    }
  });

  it('lets support see how many deals are open, not what they are worth', () => {
    for (const who of ['support-agent', 'support-lead']) {
      expect(read(who, 'CustomerSummary', 'openDeals')).toBe('allow');
      expect(read(who, 'CustomerSummary', 'openDealValue')).toBe('deny');
      expect(read(who, 'Deal', 'amount')).toBe('deny');
    }
    expect(read('sales-rep', 'Deal', 'amount')).toBe('allow');
  });

  it('keeps transcripts from marketers and admins, and gives marketers consent', () => {
    for (const who of ['marketer', 'admin']) {
      expect(read(who, 'Ticket', 'messages')).toBe('deny');
      expect(read(who, 'Message', 'body')).toBe('deny');
      expect(read(who, 'Ticket', 'status')).toBe('allow');
    }
    expect(read('marketer', 'Consent', 'state')).toBe('allow');
    expect(read('support-agent', 'Message', 'body')).toBe('allow');
  });

  it('masks the story of another department’s secrets row by row, and every row that does not say whose it is', () => {
    const detail = (who: string, row?: object) => read(who, 'TimelineEntry', 'detail', 'personal', row);
    expect(detail('marketer', { department: 'support' })).toBe('mask');
    expect(detail('marketer', { department: 'sales' })).toBe('allow');
    expect(detail('support-agent', { department: 'sales' })).toBe('mask');
    expect(detail('support-agent', { department: 'SUPPORT' })).toBe('allow');
    expect(detail('marketer', {})).toBe('mask');
    expect(detail('marketer')).toBe('mask');
    expect(detail('sales-rep')).toBe('allow');
    const asked = { verb: 'read', type: 'TimelineEntry', field: 'detail', dataClass: 'personal' } as const;
    expect(dependsOnRow('marketer', asked)).toBe(true);
    expect(dependsOnRow('sales-rep', asked)).toBe(false);
  });

  it('lets only the privacy officer export or erase a person', () => {
    for (const verb of ['export', 'erase'] as Verb[])
      for (const who of askers)
        expect(decide(who, { verb, type: 'Customer', field: '*', dataClass: 'personal' })).toBe(
          who === 'privacy-officer' ? 'allow' : 'deny',
        );
  });

  it('lets a list leave with nothing that its reader may not see, and by nobody who works on single cases', () => {
    const takes = (who: string, type: string, field: string, dataClass: DataClass = 'personal') =>
      decideTaking(who, { type, field, dataClass });
    for (const who of ['sales-lead', 'marketer', 'support-lead', 'privacy-officer', 'admin']) {
      expect(takes(who, 'Customer', 'emails')).toBe('allow');
      expect(takes(who, 'CustomerSummary', 'openDealValue', 'special')).toBe(
        who === 'support-lead' ? 'deny' : 'allow',
      );
    }
    for (const who of ['sales-rep', 'support-agent', 'machine', 'anonymous'])
      expect(takes(who, 'Customer', 'displayName')).toBe('deny');
    expect(takes('marketer', 'Note', 'body')).toBe('deny');
    expect(takes('marketer', 'CustomerProfile', 'birthDate')).toBe('deny');
    const masked: Rule[] = [
      { who: ['marketer'], verb: 'read', type: 'Customer', fields: ['emails'], verdict: 'mask' },
      { who: ['marketer'], verb: 'export', type: 'Customer', fields: ['emails'], verdict: 'allow' },
    ];
    expect(
      decideTaking('marketer', { type: 'Customer', field: 'emails', dataClass: 'personal' }, masked),
    ).toBe('mask');
  });

  it('lets a machine write signals and read nothing, whatever the class', () => {
    expect(write('machine', 'takeSignal')).toBe('allow');
    expect(write('machine', 'addNote')).toBe('deny');
    for (const dataClass of ['public', 'internal', 'personal', 'special'] as const)
      for (const type of ['Query', 'Customer', 'Source', 'Entrance'])
        expect(decide('machine', { verb: 'read', type, field: 'name', dataClass })).toBe('deny');
  });

  it('shows nobody who is not signed in anything but the entrance', () => {
    expect(read('anonymous', 'Query', 'entrance')).toBe('allow');
    expect(read('anonymous', 'Query', 'customer')).toBe('deny');
    expect(read('anonymous', 'Import', 'progress')).toBe('allow');
    expect(read('anonymous', 'Import', 'files')).toBe('deny');
    expect(write('anonymous', 'signIn')).toBe('allow');
    expect(write('anonymous', 'addUser')).toBe('deny');
  });

  it('lets only admins look after people and keys', () => {
    for (const who of signedIn)
      for (const field of ['addUser', 'changeRole', 'disableUser', 'createIntakeKey', 'revokeIntakeKey'])
        expect(write(who, field)).toBe(who === 'admin' ? 'allow' : 'deny');
  });

  it('has no line that a line above it makes useless for everybody', () => {
    policy.forEach((rule, index) => {
      if (rule.fields === '*' || rule.type === '*') return;
      for (const field of rule.fields) {
        const reached = rule.who.some((who) => {
          const asked = {
            verb: rule.verb,
            type: rule.type,
            field,
            dataClass: rule.classes?.[0] ?? 'special',
          } as const;
          return (
            policy.findIndex(
              (one) => decide(who, asked, {}, [one]) !== 'deny' || isDenyFor(one, who, asked),
            ) === index
          );
        });
        expect(reached, `${rule.type}.${field} (${rule.verdict})`).toBe(true);
      }
    });
  });
});

/** Whether this one line denies this very thing. */
function isDenyFor(one: (typeof policy)[number], who: string, asked: Parameters<typeof decide>[1]): boolean {
  return one.verdict === 'deny' && decide(who, asked, {}, [{ ...one, verdict: 'allow' }]) === 'allow';
}
