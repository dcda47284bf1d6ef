import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import {
  BotCard,
  CalibrationCard,
  ChannelsCard,
  CreditCard,
  channelText,
  DriversCard,
  evidenceQuery,
  GapsCard,
  HeardCard,
  IrrelevanceCard,
  insightsQuery,
  MovedCard,
  ObstaclesBoard,
  PromisesKeptCard,
  RepeatCard,
  SelvesCard,
  VoiceCard,
} from '#features/insights';
import { type MessageId, useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { Choice } from '#ui/form/choice.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import styles from './insights.module.css';
import { askedOf, type InsightsSearch, readInsightsSearch } from './search.ts';

const route = getRouteApi('/in/insights');
const periods: readonly { days: string; label: MessageId }[] = [
  { days: '', label: 'insights.everything' },
  { days: '365', label: 'insights.year' },
  { days: '90', label: 'insights.quarter' },
  { days: '30', label: 'insights.monthLong' },
];
const channels = ['email', 'chat', 'phone', 'web'] as const;

const linkTo = ({ id, displayName }: { id: string; displayName: string }) => (
  <Link to="/customers/$customerId" params={{ customerId: id }}>
    {displayName}
  </Link>
);

/** What customers say, what stands in their way and which promises were kept: one filter for every number, and a list behind each. */
export function InsightsPage() {
  const say = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const asked = askedOf(search);
  const { data, error, refetch } = useQuery(insightsQuery, {
    variables: asked,
    fetchPolicy: 'cache-and-network',
  });
  const {
    data: evidence,
    error: broken,
    refetch: again,
  } = useQuery(evidenceQuery, { variables: asked, fetchPolicy: 'cache-and-network' });
  useTitle(say('insights.title'));
  const change = (part: Partial<Record<keyof InsightsSearch, string>>) =>
    void navigate({ to: '/insights', search: readInsightsSearch({ ...search, ...part }), replace: true });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{say('insights.title')}</h1>
          <p>{say('insights.text')}</p>
        </div>
        <div className={styles.filters}>
          <Choice
            label={say('insights.period')}
            value={search.days ?? ''}
            onChoose={(days) => change({ days })}
          >
            {periods.map(({ days, label }) => (
              <option key={days} value={days}>
                {say(label)}
              </option>
            ))}
          </Choice>
          <Choice
            label={say('insights.channel')}
            value={search.channel ?? ''}
            onChoose={(channel) => change({ channel })}
          >
            <option value="">{say('insights.allChannels')}</option>
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {channelText(channel, say)}
              </option>
            ))}
          </Choice>
        </div>
      </header>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Bone height={240} />}
      {data && (
        <div className={styles.columns}>
          <div className={styles.column}>
            <VoiceCard scores={data.voiceScores} asked={asked} link={linkTo} />
            <ChannelsCard instruments={data.voiceScores.instruments} />
            <SelvesCard figures={data.experienceFigures} />
            {evidence && (
              <>
                <CreditCard credit={evidence.purchaseCredit} asked={asked} link={linkTo} />
                <HeardCard heard={evidence.heardShares} credit={evidence.purchaseCredit} />
                <BotCard bot={evidence.botContainment} link={linkTo} />
              </>
            )}
            <GapsCard gaps={data.expectationGaps} tasks={data.expectationTasks} link={linkTo} />
          </div>
          <div className={styles.column}>
            <ObstaclesBoard board={data.obstacleBoard} asked={asked} link={linkTo} />
            <PromisesKeptCard
              kept={data.promisesKept}
              broken={(channel, text) => (
                <Link to="/promises" search={channel ? { standing: ['BROKEN', 'LATE'], channel } : {}}>
                  {text}
                </Link>
              )}
            />
            <IrrelevanceCard figures={data.experienceFigures} />
            <MovedCard
              content={data.contentThatMoved}
              link={(contentId, title) => (
                <Link to="/content/$contentId" params={{ contentId }}>
                  {title}
                </Link>
              )}
            />
            <DriversCard drivers={data.npsDrivers} />
            {evidence && (
              <>
                <CalibrationCard lines={evidence.predictionCalibrations} />
                <RepeatCard fits={evidence.repeatFits} />
              </>
            )}
            {!evidence && !broken && <Bone height={240} />}
            {broken && !evidence && <Failure error={broken} onRetry={() => void again()} />}
          </div>
        </div>
      )}
    </div>
  );
}
