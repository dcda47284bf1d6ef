import type { ReactNode } from 'react';
import type { FragmentOf } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { may } from '#lib/viewer.ts';
import { Card, CardNote } from '#ui/card/card.tsx';
import { AskHeardOf } from './ask-heard-of.tsx';
import type { Chosen } from './review-writer.tsx';
import { Stars } from './stars.tsx';
import { WordOfMouthFragment } from './word-of-mouth.documents.ts';
import styles from './word-of-mouth.module.css';
import { heardViaWords, heardWayWords, reviewStatusWords } from './words.ts';

/** Word of mouth of one customer: how they heard of us, who sent them, whom they sent, and what they said in front of others. */
export function WordOfMouthCard({
  customer,
  link,
  reviewLink,
  pick,
}: {
  customer: { id: string } & FragmentOf<typeof WordOfMouthFragment>;
  link: (customer: { id: string; displayName: string }) => ReactNode;
  reviewLink: (id: string, isDone: boolean, words: string) => ReactNode;
  pick: (onPick: (chosen: Chosen) => void, without: string) => ReactNode;
}) {
  const say = useWords();
  const { ago } = useFormat();
  const { id, heardOf, referredBy, referrals, reviews } = useOwned(WordOfMouthFragment, customer);
  const isSilent = !reviews?.length && !referredBy?.length && !referrals?.length;
  return (
    <Card title={say('voice.wordOfMouth')}>
      {heardOf ? (
        <p className={styles.heard}>
          <b>{say(heardWayWords[heardOf.way])}</b>
          {heardOf.words && <q>{heardOf.words}</q>}
          <small>
            {say(heardViaWords[heardOf.via])} · {ago(heardOf.at)}
          </small>
        </p>
      ) : may('Mutation.sayHeardOf') ? (
        <AskHeardOf customerId={id} pick={pick} />
      ) : (
        <CardNote>{say('voice.neverAsked')}</CardNote>
      )}
      <ul className={styles.edges}>
        {(referredBy ?? []).map((referral) => (
          <li key={referral.id}>
            <span>
              {say('voice.recommendedBy')}{' '}
              {referral.customer ? link(referral.customer) : say('voice.somebody')}
            </span>
            <small>{ago(referral.at)}</small>
          </li>
        ))}
        {(referrals ?? []).map((referral) => (
          <li key={referral.id}>
            <span>
              {say('voice.recommendedTo')}{' '}
              {referral.invited ? link(referral.invited) : say('voice.somebodyElse')}
            </span>
            <small>{referral.convertedAt ? say('voice.whoBought') : ago(referral.at)}</small>
          </li>
        ))}
        {(reviews ?? []).map((review) => (
          <li key={review.id}>
            <span>
              <Stars rating={review.rating} />{' '}
              {reviewLink(
                review.id,
                review.case?.status === 'ANSWERED' || review.case?.status === 'DISMISSED',
                [review.site, review.productName].filter(Boolean).join(' · ') || say('voice.review'),
              )}
            </span>
            <small>{review.case && say(reviewStatusWords[review.case.status])}</small>
          </li>
        ))}
      </ul>
      {isSilent && heardOf && <CardNote>{say('voice.noWordOfMouth')}</CardNote>}
    </Card>
  );
}
