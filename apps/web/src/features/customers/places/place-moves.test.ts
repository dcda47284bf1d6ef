import { describe, expect, it } from 'vitest';
import { editOf, type Move, type Place, type Places, undoOf } from './place-moves.ts';

const place = (id: string, more: Partial<Place> = {}): Place => ({
  company: { id, name: id },
  role: null,
  isMain: false,
  since: null,
  until: null,
  sourceName: 'hubspot',
  saidBy: null,
  isOurs: false,
  isSaidHere: false,
  ...more,
});
const places = (companies: Place[], formerCompanies: Place[] = []): Places => ({
  companies,
  formerCompanies,
});
const acme = place('acme', { isMain: true, role: 'Buyer' });

describe('Taking back what was said of where somebody works', () => {
  it.each<[string, Move, Places, Places, Move[]]>([
    [
      'a company that was added goes',
      { kind: 'add', input: { companyId: 'beta' } },
      places([acme]),
      places([acme, place('beta', { isOurs: true })]),
      [{ kind: 'remove', companyId: 'beta' }],
    ],
    [
      'a company that was made goes, whatever id it was given',
      { kind: 'add', input: { newCompany: { name: 'Nova' } } },
      places([acme]),
      places([acme, place('nova', { isOurs: true })]),
      [{ kind: 'remove', companyId: 'nova' }],
    ],
    [
      'what was written down of their time there before stands again',
      { kind: 'add', input: { companyId: 'beta' } },
      places([acme], [place('beta', { isOurs: true, until: '2020-01-01', role: 'Trainee' })]),
      places([acme, place('beta', { isOurs: true })]),
      [
        { kind: 'remove', companyId: 'beta' },
        {
          kind: 'add',
          input: { companyId: 'beta', role: 'Trainee', isMain: false, since: null, until: '2020-01-01' },
        },
      ],
    ],
    [
      'another company is the main one again',
      { kind: 'edit', companyId: 'beta', input: { isMain: true } },
      places([acme, place('beta')]),
      places([place('beta', { isMain: true }), acme]),
      [{ kind: 'edit', companyId: 'acme', input: { isMain: true } }],
    ],
    [
      'only what was changed is changed back',
      { kind: 'edit', companyId: 'acme', input: { role: 'Boss' } },
      places([acme]),
      places([acme]),
      [{ kind: 'edit', companyId: 'acme', input: { role: 'Buyer' } }],
    ],
    [
      'they have not left, and it is the main company again',
      { kind: 'end', companyId: 'acme', until: '2026-01-01' },
      places([acme]),
      places([], [acme]),
      [{ kind: 'reopen', companyId: 'acme', isMain: true }],
    ],
    [
      'they left on the day that was said before',
      { kind: 'end', companyId: 'acme', until: '2026-01-01' },
      places([], [place('acme', { until: '2025-01-01' })]),
      places([], [place('acme', { until: '2026-01-01' })]),
      [{ kind: 'end', companyId: 'acme', until: '2025-01-01' }],
    ],
    [
      'our word on what a source tells is said again',
      { kind: 'remove', companyId: 'acme' },
      places([], [place('acme', { until: '2025-01-01', role: 'Boss', isSaidHere: true })]),
      places([acme]),
      [
        { kind: 'end', companyId: 'acme', until: '2025-01-01' },
        { kind: 'edit', companyId: 'acme', input: { role: 'Boss', since: null } },
      ],
    ],
  ])('%s', (_what, move, before, after, undo) => expect(undoOf(move, before, after)).toEqual(undo));
});

describe('The form of a place', () => {
  it('says only what was changed, and nothing when nothing was', () => {
    expect(editOf(acme, { role: ' Buyer ', since: '', isMain: true })).toBeNull();
    expect(editOf(acme, { role: '', since: '2026-01-01', isMain: true })).toEqual({
      role: null,
      since: '2026-01-01',
    });
    expect(editOf(place('beta'), { role: '', since: '', isMain: true })).toEqual({ isMain: true });
  });
});
