import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Mail, NotebookPen, Phone } from 'lucide-react';
import { type FragmentOf, graphql } from '#lib/graphql/graphql.ts';
import { useOwned } from '#lib/graphql/use-owned.ts';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useFormat } from '#lib/intl/format.ts';
import { useWords } from '#lib/intl/words.ts';
import { colleagueText } from '#lib/source-text.ts';
import { useStore } from '#lib/store/store.ts';
import { stepsAround, trail } from '#lib/trail.ts';
import { may } from '#lib/viewer.ts';
import { Avatar } from '#ui/badges/avatar.tsx';
import { type CorrectedField, correctable, edit } from './correction.ts';
import styles from './customer-header.module.css';
import { Editable } from './editable.tsx';

/** What the head of a customer's page asks. */
export const CustomerHeaderFragment = graphql(`
  fragment CustomerHeader on Customer {
    id
    displayName
    ownerName
    tags
    companies { isMain role sourceName company { id name } }
    emails { value display weak sourceNames }
    phones { value display weak sourceNames }
  }
`);

/** Who this is, and the ways to reach them; the way back to the list and on to the next. */
export function CustomerHeader({
  customer,
  onNote,
}: {
  customer: { id: string } & FragmentOf<typeof CustomerHeaderFragment>;
  /** Absent for people who may not write notes. */
  onNote: (() => void) | undefined;
}) {
  const say = useWords();
  const { number } = useFormat();
  const { id, displayName, ownerName, tags, companies, emails, phones } = useOwned(
    CustomerHeaderFragment,
    customer,
  );
  useCommands({
    id: 'customer-correct',
    label: 'customer.title',
    commands: may('Mutation.correctCustomer')
      ? [
          {
            id: 'customer-edit',
            label: 'customer.correctKey',
            keys: 'e',
            run: () => edit(id, fieldInFocus() ?? 'fullName'),
          },
        ]
      : [],
  });
  const list = useStore(trail);
  const { place, before, after } = stepsAround(list, id);
  const main = companies.find(({ isMain }) => isMain) ?? companies[0];
  const phone = phones.find(({ weak }) => !weak) ?? phones[0];
  const email = emails.find(({ weak }) => !weak) ?? emails[0];
  const facts = [
    main && [main.role, main.company.name].filter(Boolean).join(', '),
    ownerName ? say('customer.ownedBy', { name: colleagueText(ownerName) }) : say('customer.noOwner'),
  ].filter(Boolean);
  return (
    <header className={styles.head}>
      <nav className={styles.trail} aria-label={say('customer.trail')}>
        <a href={list.href} className={styles.back}>
          <ChevronLeft size={16} aria-hidden />
          {say('customers.title')}
        </a>
        {place > 0 && (
          <>
            <Step id={before} label={say('customer.previous')} icon={<ChevronLeft size={16} aria-hidden />} />
            <span className={styles.place}>
              {say('customer.place', {
                place: number(place),
                total: list.total === undefined ? `${number(list.ids.length)}+` : number(list.total),
              })}
            </span>
            <Step id={after} label={say('customer.next')} icon={<ChevronRight size={16} aria-hidden />} />
          </>
        )}
      </nav>
      <div className={styles.who}>
        <Avatar name={displayName} size={48} />
        <div className={styles.names}>
          <Editable
            block="div"
            customerId={id}
            field="fullName"
            value={displayName}
            show={(name) => <h1>{name}</h1>}
          >
            <h1>{displayName}</h1>
          </Editable>
          <p>{facts.join(' · ')}</p>
        </div>
        {tags.length > 0 && (
          <ul className={styles.tags} aria-label={say('customer.tags')}>
            {tags.slice(0, 6).map((tag) => (
              <li key={tag}>{tag}</li>
            ))}
          </ul>
        )}
        <div className={styles.acts}>
          {phone && (
            <a href={`tel:${phone.value}`} title={phone.display}>
              <Phone size={15} aria-hidden />
              {say('customer.call')}
            </a>
          )}
          {email && (
            <a href={`mailto:${email.value}`} title={email.display}>
              <Mail size={15} aria-hidden />
              {say('customer.mail')}
            </a>
          )}
          {onNote && (
            <button type="button" onClick={onNote}>
              <NotebookPen size={15} aria-hidden />
              {say('customer.note')}
            </button>
          )}
        </div>
      </div>
    </header>
  );
}

/** The value at which the focus stands. */
function fieldInFocus(): CorrectedField | undefined {
  const name = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field;
  return correctable.find((field) => field === name);
}

function Step({ id, label, icon }: { id: string | undefined; label: string; icon: React.ReactNode }) {
  if (!id) {
    return (
      <span className={styles.step} data-off>
        {icon}
      </span>
    );
  }
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: id }}
      className={styles.step}
      aria-label={label}
      title={label}
    >
      {icon}
    </Link>
  );
}
