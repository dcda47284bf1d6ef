import { useMutation, useQuery } from '@apollo/client/react';
import { Plus, Trash2 } from 'lucide-react';
import { graphql, type ResultOf } from '#lib/graphql/graphql.ts';
import { useWords } from '#lib/intl/words.ts';
import { refusalText } from '#lib/refusal-text.ts';
import { stages, stageWords } from '#lib/stages.ts';
import { offerUndo, sayDone, sayFailed } from '#lib/undo/toasts.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import { Card } from '#ui/card/card.tsx';
import { Choice } from '#ui/form/choice.tsx';
import { ShortText } from '#ui/form/short-text.tsx';
import { Bone } from '#ui/state/bones.tsx';
import { Failure } from '#ui/state/failure.tsx';
import { HoursCard } from './hours-card.tsx';
import { Keepable } from './keepable.tsx';
import styles from './service-levels.module.css';
import { Several } from './several.tsx';
import { VoiceTraits } from './voice-traits.tsx';
import { channelWords, priorities, priorityWords } from './words.ts';

/** What is promised, and when our desks are at work. */
export const serviceLevelsQuery = graphql(`
  query ServiceLevels {
    slaPolicies {
      id
      name
      about
      ratingAtMost
      place
      priorities
      channels
      customerTags
      stages
      firstReplyMinutes
      nextReplyMinutes
      resolutionMinutes
      hours { id name }
    }
    keepablePromises { kind channel n shortest { minutes } }
    businessHours { id name timeZone days { weekday from to } holidays { day name } }
  }
`);

const savePolicy = graphql(`
  mutation SaveSlaPolicy($input: SaveSlaPolicy!) {
    saveSlaPolicy(input: $input) {
      __typename
      ... on SlaPolicy { id }
      ... on Refusal { code message }
    }
  }
`);

const removePolicy = graphql(`
  mutation RemoveSlaPolicy($id: ID!) {
    removeSlaPolicy(id: $id) { __typename ... on SlaPolicy { id } ... on Refusal { code message } }
  }
`);

const restorePolicy = graphql(`
  mutation RestoreSlaPolicy($id: ID!) {
    restoreSlaPolicy(id: $id) { __typename ... on SlaPolicy { id } ... on Refusal { code message } }
  }
`);

type Policy = ResultOf<typeof serviceLevelsQuery>['slaPolicies'][number];

const targets = [
  ['firstReplyMinutes', 'support.clockFirst'],
  ['nextReplyMinutes', 'support.clockNext'],
  ['resolutionMinutes', 'support.clockSolution'],
] as const;

/** Hours and promises: what we promise about time, to whom, and when our desks are at work. A change counts for all open tickets. */
export function ServiceLevels() {
  const say = useWords();
  const { data, error, refetch } = useQuery(serviceLevelsQuery, { fetchPolicy: 'cache-and-network' });
  const [save] = useMutation(savePolicy);
  const [remove] = useMutation(removePolicy);
  const [restore] = useMutation(restorePolicy);
  const mayChange = may('Mutation.saveSlaPolicy');
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Bone height={160} />;
  const failed = () => void sayFailed(say('support.failed'));
  const keep = (policy: Omit<Policy, 'id'> & { id?: string }) => {
    const { hours, ...rest } = policy;
    void save({ variables: { input: { ...rest, hoursId: hours?.id ?? null } } })
      .then(({ data: answer }) => {
        if (answer?.saveSlaPolicy.__typename === 'Refusal') sayFailed(refusalText(answer.saveSlaPolicy, say));
        else sayDone(say('support.slaSaved'));
        void refetch();
      })
      .catch(failed);
  };
  return (
    <div className={styles.levels}>
      <Card
        title={say('support.slaPolicies')}
        aside={
          mayChange && (
            <Button
              icon={<Plus size={15} aria-hidden />}
              onClick={() =>
                keep({
                  name: say('support.slaNew'),
                  about: 'TICKET',
                  ratingAtMost: null,
                  place: data.slaPolicies.length + 1,
                  priorities: [],
                  channels: [],
                  customerTags: [],
                  stages: [],
                  firstReplyMinutes: 240,
                  nextReplyMinutes: 240,
                  resolutionMinutes: 1_440,
                  hours: data.businessHours[0] ?? null,
                })
              }
            >
              {say('support.slaAdd')}
            </Button>
          )
        }
      >
        <p className={styles.text}>{say('support.slaText')}</p>
        <Keepable found={data.keepablePromises} />
        <ol className={styles.policies}>
          {data.slaPolicies.map((policy) => (
            <li key={policy.id} className={styles.policy}>
              <ShortText
                label={say('support.slaName')}
                hint={say('support.slaName')}
                value={policy.name}
                disabled={!mayChange}
                onKeep={(name) => keep({ ...policy, name })}
              />
              <Choice
                label={say('support.slaAbout')}
                value={policy.about}
                disabled={!mayChange}
                onChoose={(about) =>
                  keep({
                    ...policy,
                    about: about as Policy['about'],
                    channels: [],
                    priorities: [],
                    ratingAtMost: null,
                  })
                }
              >
                <option value="TICKET">{say('support.slaTickets')}</option>
                <option value="VOICE">{say('support.slaVoices')}</option>
              </Choice>
              {policy.about === 'VOICE' ? (
                <VoiceTraits policy={policy} mayChange={mayChange} keep={keep} />
              ) : (
                <>
                  <Several
                    label={say('support.fieldPriority')}
                    options={priorities.map((one) => [one.toLowerCase(), say(priorityWords[one])] as const)}
                    chosen={policy.priorities}
                    disabled={!mayChange}
                    onChoose={(chosen) => keep({ ...policy, priorities: chosen })}
                  />
                  <Several
                    label={say('support.slaChannels')}
                    options={Object.entries(channelWords).map(([value, word]) => [value, say(word)] as const)}
                    chosen={policy.channels}
                    disabled={!mayChange}
                    onChoose={(chosen) => keep({ ...policy, channels: chosen })}
                  />
                </>
              )}
              <Several
                label={say('support.slaStages')}
                options={stages.map((one) => [one.toLowerCase(), say(stageWords[one])] as const)}
                chosen={policy.stages}
                disabled={!mayChange}
                onChoose={(chosen) => keep({ ...policy, stages: chosen })}
              />
              <div className={styles.targets}>
                <label>
                  {say('support.slaTags')}
                  <input
                    key={policy.customerTags.join(', ')}
                    defaultValue={policy.customerTags.join(', ')}
                    placeholder={say('support.slaAll')}
                    disabled={!mayChange}
                    onBlur={(event) => {
                      const customerTags = event.target.value
                        .split(',')
                        .map((tag) => tag.trim())
                        .filter(Boolean);
                      if (customerTags.join() !== policy.customerTags.join())
                        keep({ ...policy, customerTags });
                    }}
                  />
                </label>
                {targets
                  .filter(([field]) => policy.about === 'TICKET' || field === 'firstReplyMinutes')
                  .map(([field, label]) => (
                    <label key={field}>
                      {say(label)} ({say('support.slaMinutes')})
                      <input
                        key={policy[field]}
                        type="number"
                        min={1}
                        max={525_600}
                        defaultValue={policy[field] ?? ''}
                        disabled={!mayChange}
                        onBlur={(event) => {
                          const value = event.target.value === '' ? null : Number(event.target.value);
                          if (value !== policy[field]) keep({ ...policy, [field]: value });
                        }}
                      />
                    </label>
                  ))}
                <label>
                  {say('support.slaHours')}
                  <select
                    value={policy.hours?.id ?? ''}
                    disabled={!mayChange}
                    onChange={(event) =>
                      keep({
                        ...policy,
                        hours: data.businessHours.find(({ id }) => id === event.target.value) ?? null,
                      })
                    }
                  >
                    <option value="">{say('support.slaAround')}</option>
                    {data.businessHours.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
                {mayChange && (
                  <Button
                    tone="quiet"
                    icon={<Trash2 size={15} aria-hidden />}
                    onClick={() =>
                      void remove({ variables: { id: policy.id } })
                        .then(() => {
                          void refetch();
                          offerUndo(say('support.slaRemoved', { name: policy.name }), () =>
                            restore({ variables: { id: policy.id } }).then(() => void refetch(), failed),
                          );
                        })
                        .catch(failed)
                    }
                  >
                    {say('support.slaRemove')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ol>
      </Card>
      {data.businessHours.map((hours) => (
        <HoursCard key={hours.id} hours={hours} mayChange={mayChange} onKept={() => void refetch()} />
      ))}
    </div>
  );
}
