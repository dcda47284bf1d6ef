import { isId, newId } from '#kernel/id';
import { accept, type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit, usersById } from '#modules/access';
import type { Tx } from '#platform/database';
import { macrosById, putMacro, putTeam, teamsById } from './data/desk.ts';
import {
  badChange,
  type DeskRefusal,
  type Macro,
  macroWish,
  noSuch,
  type Team,
  teamWish,
} from './domain/desk.ts';
import { resolveChange } from './resolve-change.ts';

const noSuchMacro = noSuch('There is no such macro.');
const noSuchTeam = noSuch('There is no such team.');

/** Keeps a macro: a new one, or another state of the one with this id. */
export async function saveMacro(
  tx: Tx,
  actor: Actor,
  id: string | null,
  wish: unknown,
  now: Date,
): Promise<Result<Macro, DeskRefusal>> {
  const read = macroWish.safeParse(wish);
  if (!read.success) return refuse(badChange(String(read.error.issues[0]?.path[0] ?? 'name')));
  const change = await resolveChange(tx, read.data.change);
  if (!change.ok) return change;
  const [before] = id && isId(id) ? await macrosById(tx, [id]) : [null];
  if (id && !before) return refuse(noSuchMacro);
  const macro: Macro = {
    ...read.data,
    id: id ?? newId(),
    uses: before?.uses ?? 0,
    createdAt: before?.createdAt ?? now,
    removedAt: null,
  };
  await putMacro(tx, macro);
  await recordAudit(tx, actor, { action: 'save-macro', subjectType: 'Macro', subjectId: macro.id });
  return accept(macro);
}

/** Takes a macro away, or (`null`) puts it back. */
export async function removeMacro(
  tx: Tx,
  actor: Actor,
  id: string,
  at: Date | null,
): Promise<Result<Macro, DeskRefusal>> {
  const [before] = isId(id) ? await macrosById(tx, [id]) : [null];
  if (!before) return refuse(noSuchMacro);
  const macro = { ...before, removedAt: at };
  await putMacro(tx, macro);
  await recordAudit(tx, actor, {
    action: at ? 'remove-macro' : 'restore-macro',
    subjectType: 'Macro',
    subjectId: id,
  });
  return accept(macro);
}

/** Keeps a team: a new one, or another state of the one with this id. */
export async function saveTeam(
  tx: Tx,
  actor: Actor,
  id: string | null,
  wish: unknown,
): Promise<Result<Team, DeskRefusal>> {
  const read = teamWish.safeParse(wish);
  if (!read.success) return refuse(badChange(String(read.error.issues[0]?.path[0] ?? 'name')));
  const memberIds = [...new Set(read.data.memberIds)];
  if ((await usersById(tx, memberIds)).some((user) => !user)) return refuse(badChange('memberIds'));
  if (id && !(isId(id) && (await teamsById(tx, [id]))[0])) return refuse(noSuchTeam);
  const team: Team = { id: id ?? newId(), name: read.data.name, memberIds, removedAt: null };
  await putTeam(tx, team);
  await recordAudit(tx, actor, { action: 'save-team', subjectType: 'Team', subjectId: team.id });
  return accept(team);
}
