/** The dialogs about somebody's place in a company: what they share is most of them, so they come together. */
export { AddPlace } from './add-place.tsx';
export { EditPlace } from './edit-place.tsx';
export { EndPlace } from './end-place.tsx';
