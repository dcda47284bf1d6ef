/** Why something about notes and tasks was not done. */
export interface ActivityRefusal {
  code: 'NOT_FOUND' | 'NOT_YOURS' | 'NO_WORDS' | 'NO_SUCH_DAY';
  message: string;
  field: string | null;
}

export const noSuchCustomer: ActivityRefusal = {
  code: 'NOT_FOUND',
  message: 'Nobody has this id.',
  field: 'customerId',
};

export const noSuchNote: ActivityRefusal = {
  code: 'NOT_FOUND',
  message: 'There is no such note.',
  field: 'id',
};

export const notYourNote: ActivityRefusal = {
  code: 'NOT_YOURS',
  message: 'A note is changed by who wrote it.',
  field: 'id',
};

export const noSuchTask: ActivityRefusal = {
  code: 'NOT_FOUND',
  message: 'There is no such task.',
  field: 'id',
};

export const noSuchColleague: ActivityRefusal = {
  code: 'NOT_FOUND',
  message: 'No colleague has this id.',
  field: 'assigneeId',
};

export const oneWhoseOnly: ActivityRefusal = {
  code: 'NOT_FOUND',
  message: 'Ask for one’s own, for a colleague’s or for nobody’s tasks: one of them.',
  field: 'filter',
};

/** Something that needs words has none, or too many. */
export const wordless = (field: string, message: string): ActivityRefusal => ({
  code: 'NO_WORDS',
  message,
  field,
});
