import type { Answer, Route } from '#platform/http';

/**
 * The page of the chat window, which stands in a frame of our customer's web site: the one page of ours that may be framed, by the sites that
 * the operator names and by ourselves. It holds nothing of anybody: who talks is known by the secret that the frame keeps.
 */
export const chatWindow = (
  files: Answer,
  headers: readonly [string, string][],
  origins: readonly string[],
): Route[] => [
  windowPage(files, headers, origins),
  {
    method: 'GET',
    path: '/chat-button.js',
    answer(request, response, asked) {
      // The one script of ours that other sites may load.
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      return files(request, response, asked);
    },
  },
];

const windowPage = (
  files: Answer,
  headers: readonly [string, string][],
  origins: readonly string[],
): Route => ({
  method: 'GET',
  path: '/chat',
  answer(request, response, asked) {
    for (const [name, value] of headers)
      if (name === 'content-security-policy')
        response.setHeader(
          name,
          value.replace("frame-ancestors 'none'", ['frame-ancestors', "'self'", ...origins].join(' ')),
        );
    response.removeHeader('x-frame-options');
    return files(request, response, { ...asked, path: '/chat/index.html' });
  },
});
