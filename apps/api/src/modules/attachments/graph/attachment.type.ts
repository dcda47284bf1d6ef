import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node, Special } from '#platform/graphql';
import type { Attachment } from '../domain/attachment.ts';
import type { FileKind } from '../domain/sniff.ts';

/** What files are, as the graph names it. */
export const FileKindEnum: Record<string, FileKind> = {
  IMAGE: 'image',
  DOCUMENT: 'document',
  ARCHIVE: 'archive',
  TEXT: 'text',
  MEDIA: 'media',
  ACTIVE: 'active',
  PROGRAM: 'program',
  UNKNOWN: 'unknown',
};

registerEnumType(FileKindEnum, {
  name: 'FileKind',
  description: 'What a file is by its own bytes.',
  valuesConfig: {
    IMAGE: { description: 'A picture that a browser shows without running anything.' },
    DOCUMENT: { description: 'A document.' },
    ARCHIVE: { description: 'Files packed into one.' },
    TEXT: { description: 'Plain text.' },
    MEDIA: { description: 'Sound or film.' },
    ACTIVE: { description: 'A page, or a picture with a program in it: it is never shown in place.' },
    PROGRAM: { description: 'Something that a machine would run.' },
    UNKNOWN: { description: 'Bytes that we know nothing of.' },
  },
});

/** What the world sees of an attachment. */
@Special()
@ObjectType('AttachedFile', {
  implements: Node,
  description: 'A file that came with a message or went with one.',
})
export class AttachmentType
  extends Node
  implements Pick<Attachment, 'id' | 'name' | 'kind' | 'isLying' | 'bytes' | 'width' | 'height'>
{
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => FileKindEnum, { description: 'What it is by its bytes.' })
  kind: FileKind;

  @Field(() => Boolean, {
    description: 'Whether its name or its sender says that it is something harmless which it is not.',
  })
  isLying: boolean;

  @Field(() => Int, { description: 'How large it is.' })
  bytes: number;

  @Field(() => Int, { nullable: true, description: 'How wide a picture is.' })
  width: number | null;

  @Field(() => Int, { nullable: true, description: 'How high a picture is.' })
  height: number | null;
}
