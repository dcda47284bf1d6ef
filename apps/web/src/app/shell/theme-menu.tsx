import { Monitor, Moon, Sun } from 'lucide-react';
import { useWords } from '#lib/intl/words.ts';
import { useStore } from '#lib/store/store.ts';
import { Menu } from '#ui/menu/menu.tsx';
import { chooseScheme, scheme } from '#ui/theme/scheme.ts';

const choices = [
  { id: 'light', label: 'shell.light', icon: Sun },
  { id: 'dark', label: 'shell.dark', icon: Moon },
  { id: 'auto', label: 'shell.auto', icon: Monitor },
] as const;

/** Light, dark, or as the system says. */
export function ThemeMenu() {
  const say = useWords();
  const chosen = useStore(scheme);
  const Shown = choices.find(({ id }) => id === chosen)?.icon ?? Sun;
  return (
    <Menu
      label={say('shell.theme')}
      trigger={<Shown size={18} aria-hidden />}
      items={choices.map(({ id, label, icon: Icon }) => ({
        id,
        label: say(label),
        icon: <Icon size={16} aria-hidden />,
        checked: id === chosen,
        onSelect: () => chooseScheme(id),
      }))}
    />
  );
}
