/** Timeline: what happened to a customer, one sentence each, and the feed of changes that pages listen to. */
export { announce } from './data/announce.ts';
