import { useIntl } from 'react-intl';

declare global {
  /** All messages of the web: every room adds its own (`messages/register.ts`). */
  interface MessageBook {}
}

/** The name of a message that exists in all four languages. */
export type MessageId = keyof MessageBook & string;

/** What a message may be filled with. */
export type MessageValues = Record<string, string | number | Date | null | undefined>;

/** Says a message in the reader's language. */
export type Say = (id: MessageId, values?: MessageValues) => string;

/** The sayer of the current language. */
export function useWords(): Say {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}
