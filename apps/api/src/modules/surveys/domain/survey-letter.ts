import type { Invitation } from './invitation.ts';
import { choicesOf, scaleOf } from './survey.ts';
import { surveyWords } from './survey-words.ts';

/** The question of an invitation, in its language. */
export const questionOf = ({ question, language, instrument }: Invitation): string =>
  question ?? surveyWords[language].questions[instrument];

/** What one choice is called, for people. */
export function choiceWord(
  invitation: Pick<Invitation, 'instrument' | 'look' | 'language'>,
  value: number,
): string {
  const words = surveyWords[invitation.language];
  if (invitation.look === 'thumbs') return words.thumbs[value === 1 ? 0 : 1];
  if (invitation.look === 'faces') return words.faces[value - 1] ?? String(value);
  const [least, most] = scaleOf(invitation.instrument);
  const end =
    value === least
      ? words.ends[invitation.instrument][0]
      : value === most
        ? words.ends[invitation.instrument][1]
        : '';
  return end ? `${value} – ${end}` : String(value);
}

/** Up to so many choices stand in the letter itself, each with its link. */
const choicesInLetter = 5;

/** What is sent to ask somebody, for the way it goes. */
export function surveyLetter(
  invitation: Invitation,
  to: { via: string; name: string | null; about: string | null; link: string; leave: string },
): { subject: string; body: string } {
  const words = surveyWords[invitation.language];
  const question = questionOf(invitation);
  const choices = choicesOf(invitation);
  const [least, most] = [choices[0]!, choices.at(-1)!];
  if (to.via !== 'email') {
    // The chat window draws the scale itself.
    if (to.via === 'chat') return { subject: words.subject, body: question };
    const how = invitation.look === 'thumbs' ? words.replyWithThumbs : words.replyWith(least, most);
    return { subject: words.subject, body: `${question} ${how} ${to.link}` };
  }
  const links =
    choices.length <= choicesInLetter
      ? [
          words.oneClick,
          '',
          ...[...choices].reverse().map((value) => `${choiceWord(invitation, value)}: ${to.link}?v=${value}`),
        ]
      : [words.answerHere, to.link];
  return {
    subject: words.subject,
    body: [
      words.hello(to.name),
      '',
      question,
      ...(to.about ? [words.about(to.about)] : []),
      '',
      ...links,
      '',
      words.thanksAhead,
      '',
      '-- ',
      words.leaveLine,
      to.leave,
    ].join('\n'),
  };
}
