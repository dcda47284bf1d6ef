import { useEffect, useRef } from 'react';
import { openScope, type Scope } from './registry.ts';

/** Opens a scope of commands for as long as the component is on the screen (and `when` is true). */
export function useCommands(scope: Scope, when = true): void {
  const latest = useRef(scope);
  latest.current = scope;
  const shape = scope.commands.map((command) => `${command.id}=${command.keys}`).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is reopened when its shape changes; what its commands do is read when they run.
  useEffect(() => {
    if (!when) return undefined;
    return openScope({
      ...latest.current,
      commands: latest.current.commands.map((command) => ({
        ...command,
        run: (event) => latest.current.commands.find((now) => now.id === command.id)?.run(event),
      })),
    });
  }, [scope.id, shape, when]);
}
