/**
 * Attachments: files that come and go with messages. They are looked into and never believed by their names, kept once for each content,
 * and given only to who may read messages, in a way that no browser runs.
 */
import type { Manifest } from '#modules/house';
import { AttachmentEntity } from './data/attachment.entity.ts';
import { attachmentsById } from './data/attachments.ts';
import { StoredFileEntity } from './data/stored-file.entity.ts';
import { AttachmentResolver } from './graph/attachment.resolver.ts';
import { sweepAttachmentsJob } from './sweep-attachments.ts';

export { attachmentRoutes } from './attachment-routes.ts';
export {
  attachmentsById,
  attachmentsByKey,
  attachmentsByMessage,
  hangAttachments,
  type MessageName,
  releaseAttachments,
} from './data/attachments.ts';
export { databaseStore, type FileStore } from './data/file-store.ts';
export { type Attachment, bytesAtMost, filesAtMost, isShown } from './domain/attachment.ts';
export { isLying, sniff } from './domain/sniff.ts';
export { AttachmentType } from './graph/attachment.type.ts';
export { type GivenFile, keepAttachments } from './keep-attachment.ts';
export { sweepAttachments } from './sweep-attachments.ts';

export const attachments: Manifest = {
  name: 'attachments',
  entities: [StoredFileEntity, AttachmentEntity],
  resolvers: [AttachmentResolver],
  nodes: [
    {
      typeName: 'AttachedFile',
      batch: attachmentsById,
      mayRead: (file, reader) => file.messageKey !== null || file.addedBy === reader.id,
    },
  ],
  follows: ['attachment'],
  jobs: [sweepAttachmentsJob],
};
