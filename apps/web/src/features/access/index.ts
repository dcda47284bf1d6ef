/** The access feature: the ways in, and what one sets for oneself and for the house. */

export { type AuditSearch, readAuditSearch } from './audit-search.ts';
export { AuditSection } from './audit-section.tsx';
export { DemoEntrance } from './demo-entrance.tsx';
export { entranceQuery } from './entrance.documents.ts';
export { KeysSection } from './keys-section.tsx';
export { MeSection } from './me-section.tsx';
export { PeopleSection } from './people-section.tsx';
export { SetUpForm } from './set-up-form.tsx';
export { SignInForm } from './sign-in-form.tsx';
