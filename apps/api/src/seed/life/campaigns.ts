import { DAY, HISTORY_DAYS, HOUR, midnight } from '../calendar.ts';
import type { Language } from '../names/lists.ts';
import { slug } from '../names/names.ts';
import { PHRASES } from '../texts/speak.ts';

/** A mailing to everybody of one language. */
export interface Campaign {
  number: number;
  id: string;
  language: Language;
  subject: string;
  title: string;
  sentAt: number;
  url: string;
}

const languages: readonly Language[] = ['en', 'it', 'fr', 'ro'];

/** How many mailings each language got in two years. */
export const PER_LANGUAGE = 10;

/** All mailings, a fifth of a year apart, the subjects taken in the order of the seasons. */
export function campaignsUntil(today: number): Campaign[] {
  const campaigns: Campaign[] = [];
  for (let round = 0; round < PER_LANGUAGE; round++) {
    const days = Math.round(((round + 0.5) * HISTORY_DAYS) / PER_LANGUAGE);
    const sentAt = midnight(today) - (HISTORY_DAYS - days) * DAY + 9 * HOUR;
    const month = new Date(sentAt).getUTCMonth();
    // March to May, June to August, September and October, November, December to February.
    const season =
      month >= 2 && month <= 4
        ? 0
        : month >= 5 && month <= 7
          ? 1
          : month <= 9 && month >= 8
            ? 2
            : month === 10
              ? 3
              : 4;
    for (const language of languages) {
      const subject = PHRASES[language].campaigns[season]!;
      const number = campaigns.length;
      campaigns.push({
        number,
        id: `ca5a${(0x3a0000 + number * 0x1f3).toString(16)}`,
        language,
        subject,
        title: `${new Date(sentAt).toISOString().slice(0, 7)} ${language.toUpperCase()} ${subject}`,
        sentAt: sentAt + languages.indexOf(language) * 20 * 60_000,
        url: `https://www.casamarea.example/${language}/${slug(subject)}`,
      });
    }
  }
  return campaigns;
}
