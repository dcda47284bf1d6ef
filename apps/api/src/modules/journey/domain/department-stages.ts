import { houseStages } from './stage.ts';

const ofDepartment: Record<string, readonly string[]> = {
  sales: ['need', 'research', 'choice', 'repeat'],
  marketing: ['need', 'research', 'share'],
  support: ['use', 'assistance'],
};

/** The stages in which a department has the most to do; all of them for who belongs to none. */
export const stagesOf = (department: string | null): readonly string[] =>
  (department && ofDepartment[department]) || houseStages;
