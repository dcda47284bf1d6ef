/** The content feature: the library, what fits a customer now, and what came of it. */
export { CellButton } from './cell-button.tsx';
export { ContentFragment, contentItemQuery, libraryQuery } from './content.documents.ts';
export { ContentCard } from './content-card.tsx';
export { ContentEditor } from './content-editor.tsx';
export { ContentView } from './content-view.tsx';
export { HelpVoice } from './help-voice.tsx';
export { Library, type LibrarySearch, libraryVariables } from './library.tsx';
