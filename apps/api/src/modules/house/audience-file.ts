/** The files of an audience export. They look alike, and which one a row is in is its consent. */
export const audienceFiles = ['subscribed', 'unsubscribed', 'cleaned', 'nonsubscribed'] as const;
export type AudienceFile = (typeof audienceFiles)[number];

/** How it is known which file it is. */
export const audienceFileTells = ['columns', 'person', 'name'] as const;

/** Which file of an audience export this is. What its columns say leaves no doubt; a person may know better than its name. */
export interface KnownAudienceFile {
  file: AudienceFile;
  by: (typeof audienceFileTells)[number];
}
