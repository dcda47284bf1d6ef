import type { SpokenToCaller } from '#modules/house';

const voices: Record<string, string> = { en: 'en-GB', it: 'it-IT', fr: 'fr-FR', ro: 'ro-RO' };

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replace(/[^\P{Cc}\n\t]/gu, '');

/**
 * What Twilio is told to do with a call (https://www.twilio.com/docs/voice/twiml): say something and perhaps wait for keys, which it
 * then posts to `action`; nothing at all ends the call.
 */
export function twiml(spoken: SpokenToCaller | null, action: string): string {
  if (!spoken) return '<Response/>';
  const say = `<Say language="${voices[spoken.language] ?? 'en-GB'}">${escaped(spoken.text)}</Say>`;
  return spoken.keysAtMost === null
    ? `<Response>${say}<Hangup/></Response>`
    : `<Response><Gather input="dtmf" numDigits="${spoken.keysAtMost}" timeout="${spoken.keysAtMost > 1 ? 4 : 7}" method="POST" action="${escaped(action)}">${say}</Gather></Response>`;
}
