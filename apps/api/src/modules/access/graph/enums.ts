import { registerEnumType } from 'type-graphql';

/** The departments as the graph names them; inside they are `sales`, `marketing`, `support`. */
export const DepartmentEnum = { SALES: 'sales', MARKETING: 'marketing', SUPPORT: 'support' } as const;

registerEnumType(DepartmentEnum, {
  name: 'Department',
  description: 'A department of ours; all of them see the same customer.',
  valuesConfig: {
    SALES: { description: 'Finds buyers and closes deals.' },
    MARKETING: { description: 'Tells people about us, with their consent.' },
    SUPPORT: { description: 'Helps who has bought.' },
  },
});

/** The roles as the graph names them. */
export const RoleEnum = {
  SALES_REP: 'sales-rep',
  SALES_LEAD: 'sales-lead',
  MARKETER: 'marketer',
  SUPPORT_AGENT: 'support-agent',
  SUPPORT_LEAD: 'support-lead',
  PRIVACY_OFFICER: 'privacy-officer',
  ADMIN: 'admin',
  MACHINE: 'machine',
} as const;

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody does here; the policy table says what each role may see and do.',
  valuesConfig: {
    SALES_REP: { description: 'Sells, and sees deals with their values.' },
    SALES_LEAD: { description: 'Leads the sales reps.' },
    MARKETER: { description: 'Sees segments and consent, not what people told support.' },
    SUPPORT_AGENT: { description: 'Answers tickets, and sees no deal values.' },
    SUPPORT_LEAD: { description: 'Leads the support agents.' },
    PRIVACY_OFFICER: { description: 'The only one who exports or erases a person.' },
    ADMIN: { description: 'Looks after users, keys and sources; does not read transcripts.' },
    MACHINE: { description: 'A source with a key: it writes signals and reads nothing.' },
  },
});
