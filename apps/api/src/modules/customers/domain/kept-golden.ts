import type { GoldenChoice, GoldenRecord, KeptChoice, KeptGolden } from './customer.ts';

/** The attribute whose choice others share. */
export const sharedChoice = 'displayName';

const kept = ({ recordId, sourceName, rule, at }: GoldenChoice): KeptChoice => ({
  recordId,
  sourceName,
  rule,
  at,
});

/** How a choice is kept beside the name's. */
export const keptBeside = (choice: GoldenChoice, name: KeptChoice | undefined): KeptChoice | true =>
  name !== undefined &&
  choice.recordId === name.recordId &&
  choice.at === name.at &&
  choice.rule === name.rule &&
  choice.sourceName === name.sourceName
    ? true
    : kept(choice);

/** A golden record as it is kept. */
export function keepGolden(golden: GoldenRecord): KeptGolden {
  const name = golden[sharedChoice];
  const told: KeptGolden = {};
  for (const attribute in golden)
    told[attribute] =
      attribute === sharedChoice ? kept(golden[attribute]!) : keptBeside(golden[attribute]!, name);
  return told;
}

/** Where the value of an attribute comes from. */
export function choiceOfKept(golden: KeptGolden, attribute: string): KeptChoice | null {
  const choice = golden[attribute];
  const own = choice === true ? golden[sharedChoice] : choice;
  return own === undefined || own === true ? null : own;
}
