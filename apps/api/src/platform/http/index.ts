/** The door to the network: one thin node:http host for the API, its sockets and the web app's files. */
export { BodyRefusal, bodyStream, readBody } from './body.ts';
export { type Host, type HostOptions, openHost } from './host.ts';
export { html, type Inside, Markup } from './markup.ts';
export {
  moment,
  type PublicLanguage,
  type PublicPage,
  publicLanguage,
  publicLanguages,
  publicPage,
  readForm,
  sendPublicPage,
  topWithName,
} from './public-page.ts';
export type { Answer, Asked, Route } from './router.ts';
export { securityHeaders } from './security-headers.ts';
export { sendFileInBox, sendJson, sendRefusal, sendText } from './send.ts';
export { webFiles } from './web-files.ts';
