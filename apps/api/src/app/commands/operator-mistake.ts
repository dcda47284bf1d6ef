/** What the operator asked for cannot be done as asked; the message says why in a sentence. */
export class OperatorMistake extends Error {
  override name = 'OperatorMistake';
}
