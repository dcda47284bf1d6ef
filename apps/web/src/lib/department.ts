import type { MessageId } from './intl/words.ts';

/** The three departments that share the customer. */
export type Department = 'SALES' | 'MARKETING' | 'SUPPORT';

/** The departments in the order in which they are always shown. */
export const departments: readonly Department[] = ['SALES', 'MARKETING', 'SUPPORT'];

/** The name of each department, as a message. */
export const departmentWords: Record<Department, MessageId> = {
  SALES: 'ui.sales',
  MARKETING: 'ui.marketing',
  SUPPORT: 'ui.support',
};
