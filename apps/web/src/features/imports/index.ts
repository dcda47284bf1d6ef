/** The imports feature: files of other systems become customers, in four steps that can be taken back. */
export { DropZone } from './drop-zone.tsx';
export { ImportHistory } from './import-history.tsx';
export { ImportTeller } from './import-teller.tsx';
export { importQuery, importsQuery } from './imports.documents.ts';
export { UploadList } from './upload-list.tsx';
export { useMoves } from './use-moves.ts';
export { type Upload, useUploads } from './use-uploads.ts';
export { Wizard } from './wizard.tsx';
export { WizardSteps } from './wizard-steps.tsx';
