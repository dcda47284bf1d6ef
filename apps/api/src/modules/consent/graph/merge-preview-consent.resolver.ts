import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { MergePreviewType } from '#modules/identity';
import { Personal, type RequestContext } from '#platform/graphql';
import { ledgersByCustomer } from '../data/consent-entries.ts';
import { type JoinedConsent, joinConsents } from '../domain/consent.ts';
import { JoinedConsentType } from './joined-consent.type.ts';

/** What consent adds to the preview of a merge: `MergePreview.consentBecomes`. */
@Resolver(() => MergePreviewType)
export class MergePreviewConsentResolver {
  @Personal()
  @FieldResolver(() => [JoinedConsentType], {
    nullable: true,
    description:
      'What becomes of consent: a merge never opens a channel that one of the two has closed. A plain list: a handful.',
  })
  async consentBecomes(
    @Root() preview: MergePreviewType,
    @Ctx() ctx: RequestContext,
  ): Promise<JoinedConsent[]> {
    const [survivor, other] = await Promise.all(
      [preview.survivorId, preview.otherId].map((id) => ctx.load(ledgersByCustomer, id)),
    );
    return joinConsents(survivor!, other!);
  }
}
