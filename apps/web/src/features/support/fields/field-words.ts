import type { MessageId } from '#lib/intl/words.ts';
import type { OwnField } from './fields.documents.ts';

/** What can stand in a field, in words. */
export const kindWords = {
  TEXT: 'support.kindText',
  NUMBER: 'support.kindNumber',
  DATE: 'support.kindDate',
  YES_NO: 'support.kindYesNo',
  CHOICE: 'support.kindChoice',
  SEVERAL: 'support.kindSeveral',
} as const satisfies Record<OwnField['kind'], MessageId>;

/** How sensitive a field is, in words. */
export const classWords = {
  INTERNAL: 'support.classInternal',
  PERSONAL: 'support.classPersonal',
  SPECIAL: 'support.classSpecial',
} as const satisfies Record<OwnField['dataClass'], MessageId>;
