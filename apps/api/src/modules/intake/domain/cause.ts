/** A reason with its code and what it is about: said in any language by whoever knows the code, else as the sentence. */
export interface Cause {
  code: string;
  /** The plain English sentence. */
  message: string;
  values: Record<string, string | number>;
}
