import type { SpokenToCaller } from '#modules/house';
import type { Invitation } from './invitation.ts';
import { scaleOf } from './survey.ts';
import { questionOf } from './survey-letter.ts';
import { surveyWords } from './survey-words.ts';

/** A question as a machine says it into a telephone; the second time only what to press. */
export function questionToCaller(invitation: Invitation, isAgain: boolean): SpokenToCaller {
  const words = surveyWords[invitation.language];
  const [least, most] = scaleOf(invitation.instrument);
  const [low, high] = words.ends[invitation.instrument];
  const spoken = (end: string) => end.charAt(0).toLowerCase() + end.slice(1);
  return {
    language: invitation.language,
    text: isAgain
      ? words.pressAgain(least, most)
      : `${questionOf(invitation)} ${words.press(least, spoken(low), most, spoken(high))}`,
    keysAtMost: String(most).length,
  };
}

/** What is said at the end, whatever was pressed: nobody is kept on the line. */
export const thanksToCaller = ({ language }: Invitation): SpokenToCaller => ({
  language,
  text: surveyWords[language].thanks,
  keysAtMost: null,
});
