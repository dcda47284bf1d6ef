import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Customer, CustomerType } from '#modules/customers';
import { type Source, SourceType, sourcesById } from '#modules/sources';
import { DateTime, Internal, Json, Personal, type RequestContext, Special } from '#platform/graphql';
import { identifiersByRecord } from '../data/identifier-rows.ts';
import { type RecordRow, recordsByCustomer } from '../data/record-rows.ts';
import { pointersOf } from '../domain/statement.ts';
import { showName } from '../domain/written-name.ts';
import { IdentifierType, shownIdentifier } from './identifier.type.ts';
import { SourceRecordType } from './source-record.type.ts';

/** `Customer.sourceRecords`. */
@Resolver(() => CustomerType)
export class CustomerSourceRecordsResolver {
  @Internal()
  @FieldResolver(() => [SourceRecordType], {
    nullable: true,
    description: 'What each source says of them, oldest first. A plain list: a handful.',
  })
  sourceRecords(@Root() customer: Customer, @Ctx() ctx: RequestContext): Promise<RecordRow[]> {
    return ctx.load(recordsByCustomer, customer.id);
  }
}

/** The fields of a record that are not columns. */
@Resolver(() => SourceRecordType)
export class SourceRecordResolver {
  @Internal()
  @FieldResolver(() => SourceType, { description: 'Who says it.' })
  source(@Root() record: RecordRow, @Ctx() ctx: RequestContext): Promise<Source | null> {
    return ctx.load(sourcesById, record.sourceId);
  }

  @Personal()
  @FieldResolver(() => String, {
    description: 'The name it has there; a mailbox, phone or the id without one.',
  })
  displayName(@Root() { current, sourceKey }: RecordRow): string {
    const { emails, phones } = pointersOf(current);
    return showName(current.values)?.display ?? emails[0] ?? phones[0] ?? sourceKey;
  }

  @Special()
  @FieldResolver(() => Json, {
    nullable: true,
    description: 'Everything the source says, by attribute; its own columns are `extra.<column>`.',
  })
  profile(@Root() { current }: RecordRow): Record<string, unknown> {
    return { ...current.values, ...pointersOf(current), ...(current.tags ? { tags: current.tags } : {}) };
  }

  @Internal()
  @FieldResolver(() => DateTime, { description: 'When the source last said something new.' })
  observedAt(@Root() { current, createdAt }: RecordRow): Date {
    return current.at ? new Date(current.at) : createdAt;
  }

  @Personal()
  @FieldResolver(() => [IdentifierType], {
    description: 'What points at the person there. A plain list: a handful.',
  })
  async identifiers(@Root() record: RecordRow, @Ctx() ctx: RequestContext): Promise<IdentifierType[]> {
    return (await ctx.load(identifiersByRecord, record.id)).map(shownIdentifier);
  }
}
