/** PostgreSQL cannot be had as asked; the message says in plain words what to do about it. */
export class PostgresTrouble extends Error {
  override name = 'PostgresTrouble';
}
