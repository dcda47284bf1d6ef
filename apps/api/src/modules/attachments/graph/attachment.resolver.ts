import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Special } from '#platform/graphql';
import { type Attachment, isShown } from '../domain/attachment.ts';
import { AttachmentType } from './attachment.type.ts';

/** Where a file is. */
@Resolver(() => AttachmentType)
export class AttachmentResolver {
  @Special()
  @FieldResolver(() => String, { description: 'The path from which it is downloaded.' })
  path(@Root() { id }: Attachment): string {
    return `/attachments/${id}`;
  }

  @Special()
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The path of the picture to be shown in place; null for all that is no real picture, or too large.',
  })
  shownPath(@Root() file: Attachment): string | null {
    return isShown(file) ? `/attachments/${file.id}/shown` : null;
  }
}
