/** The environment: everything the process may be told from outside, read once, checked once, named in every complaint. */
export { checkoutRoot } from './checkout-root.ts';
export {
  type Environment,
  EnvironmentMistake,
  type MailEnvironment,
  type MailServer,
  type ModelEnvironment,
  readEnvironment,
} from './read-environment.ts';
