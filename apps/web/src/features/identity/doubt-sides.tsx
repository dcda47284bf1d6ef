import { Equal, EqualNot, Minus, Plus } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormat } from '#lib/intl/format.ts';
import { placeText } from '#lib/intl/places.ts';
import { useWords } from '#lib/intl/words.ts';
import { reasonText } from '#lib/reason-text.ts';
import { sourceText } from '#lib/source-text.ts';
import styles from './doubt-sides.module.css';
import type { Doubt } from './use-doubts.ts';

type Side = Doubt['customer'];

/** The two sides of a case beside each other: what agrees is marked, and every reason says for or against. */
export function DoubtSides({ doubt, link }: { doubt: Doubt; link: (side: Side) => ReactNode }) {
  const say = useWords();
  const { locale } = useIntl();
  const { ago, date } = useFormat();
  const sides = [doubt.candidate, doubt.customer] as const;
  const joined = (values: readonly { display: string }[]) => values.map(({ display }) => display).join('\n');
  const rows: [string, (side: Side) => string | null | undefined][] = [
    [say('identity.email'), (side) => joined(side.emails)],
    [say('identity.phone'), (side) => joined(side.phones)],
    [say('identity.company'), (side) => side.companies.map(({ company }) => company.name).join('\n')],
    [say('identity.jobTitle'), (side) => side.profile.jobTitle?.value],
    [
      say('identity.birthDate'),
      (side) => side.profile.birthDate && date(`${side.profile.birthDate.value}T12:00:00`),
    ],
    [
      say('identity.place'),
      (side) =>
        [
          side.profile.city?.value,
          side.profile.country && placeText(locale, 'region', side.profile.country.value),
        ]
          .filter(Boolean)
          .join(', '),
    ],
    [
      say('identity.language'),
      (side) => side.profile.language && placeText(locale, 'language', side.profile.language.value),
    ],
  ];
  const shown = rows
    .map(([label, read]) => ({ label, values: sides.map((side) => read(side) ?? '') }))
    .filter(({ values }) => values.some(Boolean));
  return (
    <div className={styles.sides}>
      <ul className={styles.reasons} aria-label={say('identity.reasons')}>
        {doubt.reasons.map((reason) => (
          <li key={`${reason.code}${reason.text}`} data-for={reason.speaksFor}>
            {reason.speaksFor ? <Plus size={15} aria-hidden /> : <Minus size={15} aria-hidden />}
            <span className="unseen">
              {say(reason.speaksFor ? 'identity.speaksFor' : 'identity.speaksAgainst')}
            </span>
            {reasonText(reason, say)}
          </li>
        ))}
      </ul>
      <div className={styles.frame}>
        <table>
          <thead>
            <tr>
              <td />
              {sides.map((side, index) => (
                <th key={side.id} scope="col">
                  {link(side)}
                  <small>
                    {say(index === 0 ? 'identity.wasThere' : 'identity.cameLater', {
                      source: sourceText(
                        (index === 0 ? doubt.candidateRecord : doubt.record).source.name,
                        say,
                      ),
                    })}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ label, values }) => {
              const [a = '', b = ''] = values;
              const same = a !== '' && a.toLocaleLowerCase() === b.toLocaleLowerCase();
              const differ = a !== '' && b !== '' && !same;
              return (
                <tr key={label} data-same={same || undefined} data-differ={differ || undefined}>
                  <th scope="row">
                    {label}
                    {same && <Equal size={14} aria-label={say('identity.equal')} />}
                    {differ && <EqualNot size={14} aria-label={say('identity.differs')} />}
                  </th>
                  <td>{a || '—'}</td>
                  <td>{b || '—'}</td>
                </tr>
              );
            })}
            <tr>
              <th scope="row">{say('identity.history')}</th>
              {sides.map((side) => (
                <td key={side.id}>
                  {[
                    say('identity.tickets', { count: side.summary.openTickets }),
                    say('identity.deals', { count: side.summary.openDeals }),
                    say('identity.orders', { count: side.summary.orders }),
                  ].map((text, index) => (
                    <Fragment key={text}>
                      {index > 0 && ' · '}
                      {text}
                    </Fragment>
                  ))}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{say('identity.lastContact')}</th>
              {sides.map((side) => (
                <td key={side.id}>
                  {side.summary.lastInteractionAt ? ago(side.summary.lastInteractionAt) : '—'}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{say('identity.knownSince')}</th>
              {sides.map((side) => (
                <td key={side.id}>{date(side.createdAt)}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}
