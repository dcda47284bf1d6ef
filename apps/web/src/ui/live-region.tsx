import { announcement } from '#lib/announce.ts';
import { useStore } from '#lib/store/store.ts';

/** The one polite live region: what happened, for people who listen. */
export function LiveRegion() {
  const { text, turn } = useStore(announcement);
  return (
    <div role="status" aria-live="polite" className="unseen">
      {/* A changed key replaces the node, so that the same sentence is spoken again. */}
      <span key={turn}>{text}</span>
    </div>
  );
}
