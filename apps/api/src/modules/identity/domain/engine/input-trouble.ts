/** What was given cannot be resolved; the message says why in a sentence for the person who gave it. */
export class InputTrouble extends Error {
  override name = 'InputTrouble';
}
