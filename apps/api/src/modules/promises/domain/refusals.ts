/** Why something about promises was not done. */
export interface PromiseRefusal {
  code: 'NOT_FOUND' | 'NO_WORDS' | 'NO_SUCH_DAY' | 'NOT_NOW' | 'NOT_KEEPABLE';
  message: string;
  field: string | null;
}

export const noSuchCustomer: PromiseRefusal = {
  code: 'NOT_FOUND',
  message: 'Nobody has this id.',
  field: 'customerId',
};

export const noSuchPromise: PromiseRefusal = {
  code: 'NOT_FOUND',
  message: 'There is no such promise.',
  field: 'id',
};

export const wordless: PromiseRefusal = {
  code: 'NO_WORDS',
  message: 'A promise needs words, at most 500 characters.',
  field: 'words',
};

export const neverDue: PromiseRefusal = {
  code: 'NO_SUCH_DAY',
  message: 'A promise is due after it is made: give a time that is still to come.',
  field: 'dueAt',
};

export const notNow = (message: string): PromiseRefusal => ({ code: 'NOT_NOW', message, field: 'id' });
