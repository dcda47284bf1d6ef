/** Thrown inside a transaction to roll it back, and carry out why. */
export class TakenBack<Refusal> extends Error {
  override name = 'TakenBack';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('Taken back.');
    this.refusal = refusal;
  }
}
