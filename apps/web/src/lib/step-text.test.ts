import { expect, it } from 'vitest';
import { stepText } from './step-text.ts';

const say = ((id: string) => `«${id}»`) as Parameters<typeof stepText>[2];

it('a step that Ancora names is said in the reader’s language, one of a source stays as it is written', () => {
  expect(stepText('asked', 'resolved', say)).toBe('«lib.step.asked» → «lib.step.resolved»');
  expect(stepText('bot answered', null, say)).toBe('«lib.step.botAnswered»');
  expect(stepText('asked', '', say)).toBe('«lib.step.asked»');
  expect(stepText('Queued', 'toString', say)).toBe('Queued → toString');
});
