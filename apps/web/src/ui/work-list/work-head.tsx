import { Plus, Search } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { KeyHint } from '../badges/key-hint.tsx';
import { Button } from '../button/button.tsx';
import styles from './work-head.module.css';

/** Words that are typed become a question when nobody types for this long. */
const typedMs = 250;

/** The head of a list that is worked through: its views with their counts, words to find, the order, and what begins something new. */
export function WorkHead<Order extends string>({
  title,
  views,
  find,
  order,
  add,
  children,
}: {
  title: string;
  views: ReactNode;
  find: {
    label: string;
    text: string | undefined;
    /** The field, for its key. */
    field: RefObject<HTMLInputElement | null>;
    onFind: (text: string | undefined) => void;
  };
  order: {
    label: string;
    value: Order;
    options: readonly (readonly [Order, string])[];
    onOrder: (order: Order) => void;
  };
  /** Absent for people who may not. */
  add: { label: string; onAdd: () => void } | undefined;
  /** More ways to ask. */
  children?: ReactNode;
}) {
  const asked = find.text ?? '';
  const { onFind } = find;
  const [text, setText] = useState(asked);
  useEffect(() => setText(asked), [asked]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const words = text.trim();
      if (words !== asked) onFind(words || undefined);
    }, typedMs);
    return () => clearTimeout(timer);
  }, [text, asked, onFind]);

  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>{title}</h1>
        {add && (
          <Button tone="primary" icon={<Plus size={15} aria-hidden />} onClick={add.onAdd}>
            {add.label}
          </Button>
        )}
      </div>
      {views}
      <div className={styles.tools}>
        <label className={styles.find}>
          <Search size={15} aria-hidden />
          <span className="unseen">{find.label}</span>
          <input
            ref={find.field}
            type="search"
            value={text}
            placeholder={find.label}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
          <KeyHint keys="/" />
        </label>
        <select
          aria-label={order.label}
          value={order.value}
          onChange={(event) => {
            const chosen = order.options.find(([value]) => value === event.target.value);
            if (chosen) order.onOrder(chosen[0]);
          }}
        >
          {order.options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
        {children}
      </div>
    </header>
  );
}
