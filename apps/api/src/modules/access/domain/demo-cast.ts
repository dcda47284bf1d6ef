import type { Role } from './roles.ts';

/** Those as whom one enters the demo, one for each role. */
export const demoCast: readonly (readonly [name: string, role: Role])[] = [
  ['Sara Conti', 'sales-rep'],
  ['Jade Martin', 'marketer'],
  ['Tom Reed', 'support-agent'],
  ['Luca Ferri', 'sales-lead'],
  ['Ana Popescu', 'support-lead'],
  ['Nora Weiss', 'privacy-officer'],
  ['Ida Lund', 'admin'],
];
