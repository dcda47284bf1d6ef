import { describe, expect, it } from 'vitest';
import { auditFilter, readAuditSearch } from './audit-search.ts';

const ana = '0190a000-0000-7000-8000-000000000001';

describe('The address of the trail', () => {
  it('says which customer, who of us, which act and until which day', () => {
    const search = { customer: ana, who: ana, act: 'merge-customers', until: '2026-05-31' };
    expect(readAuditSearch(search)).toEqual(search);
  });

  it('leaves out what nobody can mean', () => {
    expect(
      readAuditSearch({ customer: 'Ana', who: '1', act: 'DROP TABLE', until: 'yesterday', more: 'x' }),
    ).toEqual({});
  });

  it('asks until the end of its day, where the reader is', () => {
    expect(auditFilter({ until: '2026-05-31' })).toEqual({
      customerId: null,
      actorId: null,
      actions: null,
      until: new Date(2026, 5, 1).toISOString(),
    });
  });
});
