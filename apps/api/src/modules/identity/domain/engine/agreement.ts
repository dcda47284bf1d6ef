import { FeatureNumber } from './features.ts';

/** What a comparison of two records came to: a level for each feature, and where it counts the share of the value they agree on. */
export interface Agreement {
  level: Uint8Array;
  /** 0 to 1; 0 where the level does not go by shares. */
  share: Float64Array;
}

/** An agreement to be written into, for so many features. */
export const newAgreement = (features: number): Agreement => ({
  level: new Uint8Array(features),
  share: new Float64Array(features),
});

/** They differ in what everybody has only one of: a day of birth, an id, a gender. */
export function isContradiction({ level }: Agreement): boolean {
  const { birth, id, gender } = FeatureNumber;
  return level[birth] === 5 || level[id] === 3 || level[gender] === 2;
}
