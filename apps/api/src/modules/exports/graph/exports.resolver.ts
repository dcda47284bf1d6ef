import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Internal, type RefusalType, type RequestContext, refused } from '#platform/graphql';
import { fetchableUntil } from '../domain/list-export.ts';
import { prepareExport } from '../prepare-export.ts';
import { CustomersFileResult, type CustomersFileType, ExportCustomersInput } from './exports.type.ts';

/** Lists that leave as files. */
@Resolver()
export class ExportsResolver {
  @Internal()
  @Mutation(() => CustomersFileResult, {
    description:
      'Asks for a list of customers as a CSV file, with the columns that the viewer’s role may take along. Each file that is fetched stands in the audit trail.',
  })
  async exportCustomers(
    @Arg('input', () => ExportCustomersInput) input: ExportCustomersInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CustomersFileType | RefusalType> {
    const outcome = await ctx.db.transaction((tx) => prepareExport(tx, ctx.viewer, input, new Date()));
    if (!outcome.ok) return refused(outcome.refusal.code, outcome.refusal.message, outcome.refusal.field);
    const { id, askedAt } = outcome.value;
    return { path: `/exports/${id}/customers.csv`, until: fetchableUntil(askedAt) };
  }
}
