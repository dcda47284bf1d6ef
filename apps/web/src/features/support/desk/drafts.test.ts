import { describe, expect, it } from 'vitest';
import { draftKey, drafts, emptyDraft, isEmpty, keepDraft } from './drafts.ts';

describe('what was typed', () => {
  it('stays with its ticket and its kind', () => {
    keepDraft('t1', 'reply', { ...emptyDraft, body: 'To Ada' });
    keepDraft('t1', 'note', { ...emptyDraft, body: 'Between us' });
    keepDraft('t2', 'reply', { ...emptyDraft, body: 'To Boris' });
    expect(drafts.get()[draftKey('t1', 'reply')]?.body).toBe('To Ada');
    expect(drafts.get()[draftKey('t1', 'note')]?.body).toBe('Between us');
    keepDraft('t1', 'reply', emptyDraft);
    expect(Object.keys(drafts.get()).sort()).toEqual(['note t1', 'reply t2']);
  });

  it('is something as long as it has words or something to do', () => {
    expect([isEmpty(emptyDraft), isEmpty({ body: ' ', staged: { status: 'SOLVED' } })]).toEqual([
      true,
      false,
    ]);
  });
});
