/** The access feature: the ways in. */
export { DemoEntrance } from './demo-entrance.tsx';
export { entranceQuery } from './entrance.documents.ts';
export { SetUpForm } from './set-up-form.tsx';
export { SignInForm } from './sign-in-form.tsx';
