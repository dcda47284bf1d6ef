import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Internal, resultOf } from '#platform/graphql';
import type { Contradiction } from '../domain/contradictions.ts';
import { type Held, heldCodes } from '../domain/sizes.ts';
import type { Contradicted } from '../find-contradictions.ts';

/** Something that one person can hardly have. */
@Internal()
@ObjectType('Contradiction', {
  description:
    'Something in what is known of a customer that one person can hardly have: perhaps several people were taken for one.',
})
export class ContradictionType implements Contradiction {
  @Field(() => String, {
    description:
      'What it is about: `birth-dates`, `suffixes` (junior and senior), `names`, `mailboxes`, `large` (records), or `grew` (records since the last run).',
  })
  code: Contradiction['code'];

  @Field(() => Int, {
    description: 'How many different ones there are; for `grew` how many records came since the last run.',
  })
  figure: number;
}

/** A customer whose records contradict each other. */
@Internal()
@ObjectType('ContradictedCustomer', {
  description: 'A customer whose records contradict each other, as a run over everybody found.',
})
export class ContradictedCustomerType {
  customerId: string;

  @Field(() => [ContradictionType], { description: 'What contradicts. A plain list: at most six.' })
  found: Contradiction[];
}

/** Why a run can be held, as the world sees it. */
export const HeldCodeEnum = Object.fromEntries(heldCodes.map((code) => [code, code])) as Record<
  Held['code'],
  Held['code']
>;
registerEnumType(HeldCodeEnum, {
  name: 'HeldCode',
  description: 'Why a run over everybody was held and changed nothing.',
  valuesConfig: {
    MORE_LARGE: { description: '`figure` more customers have ten records and more than at the last run.' },
    MANY_MOVES: { description: '`figure` of `of` records would go to other customers.' },
  },
});

/** Why a run was held, in parts. */
@Internal()
@ObjectType('HeldRun', { description: 'Why a run over everybody was held, in parts.' })
export class HeldRunType implements Omit<Held, 'message'> {
  @Field(() => HeldCodeEnum, { description: 'What is suspicious.' })
  code: Held['code'];

  @Field(() => Int, { description: 'How many.' })
  figure: number;

  @Field(() => Int, { nullable: true, description: 'Of how many, where it is a part of something.' })
  of: number | null;
}

/** That a held run was refused. */
@Internal()
@ObjectType('RunRefused', {
  description:
    'That what a held run proposes was refused: none of it is done, and nobody is asked about this run again. No pair is decided by it: the next run compares everybody afresh, and is held by the same rules when as much would move.',
})
export class RunRefusedType {
  @Field(() => String, { description: 'Who refused it.' })
  by: string;

  @Field(() => DateTime, { description: 'When that was.' })
  at: Date;
}

/** That a held run was asked to be published. */
@Internal()
@ObjectType('RunPublishing', {
  description:
    'That what a held run proposes was asked to be published: the next run over everybody, which comes at once, does it whatever moves. It can be refused until that begins.',
})
export class RunPublishingType {
  @Field(() => String, { description: 'Who asked for it.' })
  by: string;

  @Field(() => DateTime, { description: 'When that was.' })
  at: Date;
}

/** A run over everybody, as people see it. */
@Internal()
@ObjectType('IdentityRun', {
  description:
    'A run over everybody: model and frequencies learnt anew, and who is whom settled again, every night and after a large import.',
})
export class IdentityRunType {
  @Field(() => ID, { description: 'Names the run.' })
  id: string;

  @Field(() => DateTime, { description: 'When it was.' })
  at: Date;

  @Field(() => Int, { description: 'Records it looked at.' })
  records: number;

  @Field(() => Int, { nullable: true, description: 'Customers there were.' })
  customers: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How far the customers that came about one by one were those the run came to: B³ F1, 0 to 1; nothing where it is not known.',
  })
  agreement: number | null;

  @Field(() => Int, { description: 'Cases it raised.' })
  raised: number;

  @Field(() => Int, { description: 'Cases that are none any more.' })
  dropped: number;

  @Field(() => Int, { description: 'Customers it joined to others, by the rules of what is joined unseen.' })
  joined: number;

  @Field(() => Int, { description: 'Parts it took off customers they no longer belong to.' })
  parted: number;

  @Field(() => ID, { nullable: true, description: 'For `undoSafeLinks`: takes back what it joined.' })
  undoId: string | null;

  @Field(() => Int, { description: 'Decisions of people it learnt from.' })
  lessons: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was held and changed nothing: more moved than does from one run to the next.',
  })
  heldBecause: string | null;

  @Field(() => HeldRunType, {
    nullable: true,
    description: 'The same in parts, so that it can be said in any language; nothing for runs of long ago.',
  })
  held: HeldRunType | null;

  @Field(() => RunPublishingType, {
    nullable: true,
    description:
      'Who asked for what it proposes to be published, and when; nothing where nobody did, or it was refused since.',
  })
  publishing: RunPublishingType | null;

  @Field(() => RunRefusedType, {
    nullable: true,
    description: 'Who refused what it proposes, and when; nothing where nobody did, or took it back.',
  })
  refused: RunRefusedType | null;

  @Field(() => RunRefusedType, {
    nullable: true,
    description: 'Who refused what the run before it proposed, and when.',
  })
  refusedBefore: RunRefusedType | null;

  @Field(() => Int, { description: 'Version of the settings it was done by.' })
  settingsVersion: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Customers whose records contradict each other; nothing where it was not looked for.',
  })
  contradictedCount: number | null;

  /** All that were kept by name. */
  contradictedAll: Contradicted[];
}

/** A run that was refused or held again, or why not. */
export const IdentityRunResult = resultOf('IdentityRunResult', () => IdentityRunType, 'IdentityRun');
