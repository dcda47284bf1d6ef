import type { KnowledgeAnswer } from '#modules/house';
import type { Egress } from '#platform/egress';
import type { ModelEnvironment } from '#platform/environment';
import type { ChatLanguage } from './domain/chat.ts';
import { askModel, type DrivenAnswer, passagesFor, readModel } from './domain/driven-answer.ts';

/**
 * Puts an answer into words out of passages that were found. It may say nothing at any time (`null`); the bot then says what stands in the
 * closest article, or fetches a person.
 */
export interface AnswerDriver {
  answer(
    question: string,
    language: ChatLanguage,
    found: readonly KnowledgeAnswer[],
  ): Promise<DrivenAnswer | null>;
}

/** After so many failures in a row it rests for so long: visitors must not wait each time for a model that is not there. */
const failuresInARow = 3;
const restMs = 60_000;
const callsAtOnce = 4;

/** Asks a language model by HTTP, in the common shape of chat completions; through the guarded way out, within its time. */
export function modelDriver(
  model: ModelEnvironment,
  egress: Egress,
  tell: (trouble: string) => void = () => {},
  now: () => number = Date.now,
): AnswerDriver {
  let failures = 0;
  let restsUntil = 0;
  let underWay = 0;
  return {
    async answer(question, language, found) {
      const passages = passagesFor(found);
      if (passages.length === 0 || underWay >= callsAtOnce || now() < restsUntil) return null;
      underWay += 1;
      try {
        const answer = await egress.ask(model.url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(model.key ? { authorization: `Bearer ${model.key}` } : {}),
          },
          body: JSON.stringify(askModel(question, language, passages, model)),
          bytesAtMost: 64 * 1024,
          milliseconds: model.milliseconds,
          // One that dribbles its answer is as late as one that is silent.
          signal: AbortSignal.timeout(model.milliseconds),
        });
        if (answer.status !== 200) throw new Error(`It answers ${answer.status}.`);
        failures = 0;
        return readModel(parsed(answer.body), passages);
      } catch (error) {
        failures += 1;
        if (failures >= failuresInARow) {
          restsUntil = now() + restMs;
          failures = 0;
        }
        tell((error as Error).message);
        return null;
      } finally {
        underWay -= 1;
      }
    },
  };
}

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};
