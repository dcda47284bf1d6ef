/** Why something about content was not done. */
export interface ContentRefusal {
  code:
    | 'NOT_FOUND'
    | 'BAD_CONTENT'
    | 'NOTHING_TO_SHOW'
    | 'WRONG_STATUS'
    | 'OWN_WORK'
    | 'NOT_PUBLISHED'
    | 'NO_CONSENT'
    | 'OPEN_CASE'
    | 'BAD_PLACEMENT'
    | 'PLACED_ALREADY'
    | 'TOO_LATE';
  message: string;
  field: string | null;
}

const refusal = (
  code: ContentRefusal['code'],
  message: string,
  field: string | null = null,
): ContentRefusal => ({ code, message, field });

export const noSuchContent = refusal('NOT_FOUND', 'There is no such content.', 'id');
export const noSuchPlacement = refusal('NOT_FOUND', 'There is no such placement.', 'id');
export const noSuchUse = refusal('NOT_FOUND', 'There is no such use.', 'id');
export const noSuchCustomer = refusal('NOT_FOUND', 'Nobody has this id.', 'customerId');
export const noSuchOwner = refusal('NOT_FOUND', 'No colleague has this id.', 'ownerId');
export const noSuchFile = refusal('NOT_FOUND', 'This file was not uploaded.', 'translations');
export const notPublished = refusal(
  'NOT_PUBLISHED',
  'Only published content that is valid today may be given to customers.',
  'contentId',
);
export const ownWork = refusal('OWN_WORK', 'Somebody else than who wrote it has to approve it.');
export const noConsent = refusal(
  'NO_CONSENT',
  'This person has not agreed to hear from us on this channel. Service content may be sent; this is not.',
  'channel',
);
export const openCase = refusal(
  'OPEN_CASE',
  'A case is open: until it is solved this person gets service content only.',
  'contentId',
);
export const placedAlready = refusal(
  'PLACED_ALREADY',
  'It stands there already, for the same people on the same channel.',
  'stage',
);
export const tooLate = refusal('TOO_LATE', 'This was taken back already.', 'id');
export const nothingToShow = refusal(
  'NOTHING_TO_SHOW',
  'Each language needs words, a file or a link.',
  'translations',
);

/** A move that does not follow from where something stands. */
export const wrongStatus = (status: string): ContentRefusal =>
  refusal('WRONG_STATUS', `This cannot be done while it is ${status}.`);

/** Something that was given is wrong. */
export const badContent = (field: string, message: string): ContentRefusal =>
  refusal('BAD_CONTENT', message, field);

/** A placement that makes no sense. */
export const badPlacement = (field: string, message: string): ContentRefusal =>
  refusal('BAD_PLACEMENT', message, field);
