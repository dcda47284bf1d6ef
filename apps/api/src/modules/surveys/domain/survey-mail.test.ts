import { describe, expect, it } from 'vitest';
import type { Invitation } from './invitation.ts';
import { surveyLanguages } from './survey.ts';
import { surveyMail } from './survey-mail.ts';

const invitation = {
  instrument: 'csat',
  look: 'numbers',
  language: 'en',
  question: null,
} as Invitation;
const to = {
  name: '<b>Ana</b>',
  about: 'Order "7" & more',
  link: 'https://crm.example/s/x',
  leave: 'https://crm.example/s/x/leave',
};
const linksOf = (mail: string) => [...mail.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);

describe('A question as a mail', () => {
  it.each([
    ['csat', 'numbers', [1, 2, 3, 4, 5]],
    ['csat', 'faces', [1, 2, 3, 4, 5]],
    ['csat', 'thumbs', [1, 5]],
    ['ces', 'numbers', [1, 2, 3, 4, 5, 6, 7]],
    ['nps', 'numbers', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ] as const)('has each answer of %s as %s behind one click, and the way out', (instrument, look, values) => {
    const links = linksOf(surveyMail({ ...invitation, instrument, look }, to));
    expect(links.filter((one) => one.includes('?v=')).sort()).toEqual(
      values.map((value) => `${to.link}?v=${value}`).sort(),
    );
    expect(links.at(-1)).toBe(to.leave);
  });

  it('loads nothing from anywhere and runs nothing: it is whole without pictures', () => {
    const mail = surveyMail(invitation, to);
    expect(mail).not.toMatch(/<img|<script|src=|url\(|@import|<form|<link/i);
  });

  it('shows what somebody wrote as text', () => {
    const mail = surveyMail({ ...invitation, question: '<script>x</script>?' } as Invitation, to);
    expect(mail).toContain('&lt;b&gt;Ana&lt;/b&gt;');
    expect(mail).toContain('Order &quot;7&quot; &amp; more');
    expect(mail).toContain('&lt;script&gt;x');
  });

  it('says its language, for whoever has it read out', () => {
    for (const language of surveyLanguages)
      expect(surveyMail({ ...invitation, language }, to)).toContain(`<html lang="${language}">`);
  });
});
