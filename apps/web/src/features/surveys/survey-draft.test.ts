import { describe, expect, it } from 'vitest';
import { changeDraft, newSurvey } from './survey-draft.ts';

describe('A survey while it is written', () => {
  it('has no faces for a question that has numbers, and a low answer that is on its scale', () => {
    const faces = changeDraft(newSurvey('A'), { look: 'FACES' });
    expect(changeDraft(faces, { instrument: 'NPS' })).toMatchObject({ look: 'NUMBERS', lowAtMost: 2 });
    const nps = changeDraft(newSurvey('A'), { instrument: 'NPS', lowAtMost: 6 });
    expect(changeDraft(nps, { instrument: 'CSAT' }).lowAtMost).toBe(4);
  });

  it('names a stage when it asks by stage, and a channel only when it does not', () => {
    const byChannel = changeDraft(newSurvey('A'), { channel: 'chat' });
    const byStage = changeDraft(byChannel, { occasion: 'STAGE_ENTERED' });
    expect(byStage).toMatchObject({ stage: 'use', channel: null });
    expect(changeDraft(byStage, { occasion: 'TICKET_SOLVED' }).stage).toBeNull();
  });
});
