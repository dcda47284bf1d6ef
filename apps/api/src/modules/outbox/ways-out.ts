let laid: { mail: boolean } | undefined;

/** Says, once, when the house opens, whether mail can leave it: a letter without a way out waits for ever. */
export function layPost(post: { mail: boolean }): void {
  laid = post;
}

/** Whether a mail that is written now will leave; where nobody said, somebody carries it. */
export const mailLeaves = (): boolean => laid?.mail ?? true;
