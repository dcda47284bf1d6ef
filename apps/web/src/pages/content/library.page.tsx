import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ContentEditor, HelpVoice, Library } from '#features/content';
import { useCommands } from '#lib/hotkeys/use-commands.ts';
import { useWords } from '#lib/intl/words.ts';
import { useTitle } from '#lib/use-title.ts';
import { may } from '#lib/viewer.ts';
import { Button } from '#ui/button/button.tsx';
import styles from './content.module.css';

const route = getRouteApi('/in/content');

/** The library: everything there is to give to customers. */
export function LibraryPage() {
  const say = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [writing, setWriting] = useState(false);
  const mayWrite = may('Mutation.createContent');
  useTitle(say('content.library'));
  useCommands(
    {
      id: 'library',
      label: 'content.library',
      commands: [{ id: 'content-new', label: 'content.new', keys: 'c', run: () => setWriting(true) }],
    },
    mayWrite,
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{say('content.library')}</h1>
          <p>{say('content.libraryText')}</p>
        </div>
        {mayWrite && (
          <Button
            tone="primary"
            icon={<Plus size={16} aria-hidden />}
            keys="c"
            onClick={() => setWriting(true)}
          >
            {say('content.new')}
          </Button>
        )}
      </header>
      <Library
        search={search}
        change={(next) => void navigate({ to: '/content', search: next, replace: true })}
        link={(id, title) => (
          <Link to="/content/$contentId" params={{ contentId: id }}>
            {title}
          </Link>
        )}
      />
      <HelpVoice
        link={(id, title) => (
          <Link to="/content/$contentId" params={{ contentId: id }}>
            {title}
          </Link>
        )}
      />
      {writing && (
        <ContentEditor
          onClose={() => setWriting(false)}
          onKept={(id) => {
            setWriting(false);
            void navigate({ to: '/content/$contentId', params: { contentId: id } });
          }}
        />
      )}
    </div>
  );
}
