import { isId } from '#kernel/id';
import { type Result, refuse } from '#kernel/result';
import { type Actor, recordAudit } from '#modules/access';
import type { Tx } from '#platform/database';
import { lockObstacle, putObstacle } from './data/obstacles.ts';
import { type Judgement, judged, type Obstacle, type ObstacleRefusal } from './domain/obstacle.ts';

/** Says of an obstacle that it is one or none, who looks after it, or that it was mended. */
export async function judgeObstacle(
  tx: Tx,
  by: Actor,
  id: string,
  wish: Judgement,
  now: Date,
): Promise<Result<Obstacle, ObstacleRefusal>> {
  const obstacle = isId(id) ? await lockObstacle(tx, id) : null;
  if (!obstacle) return refuse({ code: 'NOT_FOUND', message: 'There is no such obstacle.', field: 'id' });
  const outcome = judged(obstacle, wish, by.name, now);
  if (!outcome.ok) return outcome;
  await putObstacle(tx, outcome.value);
  await recordAudit(tx, by, { action: `${wish.act}-obstacle`, subjectType: 'Obstacle', subjectId: id });
  return outcome;
}
