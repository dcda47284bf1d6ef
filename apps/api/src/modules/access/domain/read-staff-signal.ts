import { z } from 'zod';

/** A colleague as a source knows them: an agent of the help desk, an owner of deals. `Signal.subjectKey` is their key there. */
export const readStaffSignal = z.strictObject({
  name: z.string().trim().max(300).optional(),
  email: z.string().trim().max(320).optional(),
});

export type StaffSignal = z.infer<typeof readStaffSignal>;
