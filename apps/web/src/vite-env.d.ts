/// <reference types="vite/client" />

declare module 'virtual:messages/*' {
  import type { MessageFormatElement } from 'react-intl';

  const messages: Record<string, string | MessageFormatElement[]>;
  export default messages;
}

declare module '@fontsource-variable/inter';

declare module 'virtual:documents-version' {
  /** Names the documents this client was built with; empty while developing. */
  const version: string;
  export default version;
}
