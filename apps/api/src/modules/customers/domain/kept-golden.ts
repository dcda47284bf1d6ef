import type { GoldenChoice, GoldenRecord } from './customer.ts';

/** Where a chosen value comes from; the value itself stands in the customer's own column. */
export type KeptChoice = Omit<GoldenChoice, 'value'>;

/** A golden record as it is kept: `true` where a value was chosen as the name was, which of most customers holds for all of them. */
export type KeptGolden = Record<string, KeptChoice | true>;

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
