import { useState } from 'react';
import { useWords } from '#lib/intl/words.ts';
import { Button } from '#ui/button/button.tsx';
import { Dialog } from '#ui/dialog/dialog.tsx';
import { DialogHead } from '#ui/dialog/dialog-head.tsx';
import styles from './content.module.css';

/** Sends content back to its writer, with what to mend. */
export function ReturnDialog({
  onClose,
  onReturn,
}: {
  onClose: () => void;
  onReturn: (remark: string) => void;
}) {
  const say = useWords();
  const [remark, setRemark] = useState('');
  return (
    <Dialog label={say('content.sendBack')} onClose={onClose} size="small">
      <DialogHead title={say('content.sendBack')} onClose={onClose} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onReturn(remark.trim());
        }}
      >
        <label className={styles.area}>
          {say('content.whatToMend')}
          <textarea
            data-first
            rows={4}
            required
            maxLength={1_000}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        </label>
        <div className={styles.foot}>
          <Button onClick={onClose}>{say('ui.cancel')}</Button>
          <Button type="submit" tone="primary">
            {say('content.sendBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
