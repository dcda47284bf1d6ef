import type { Route } from '#platform/http';
import { sendJson, sendText } from '#platform/http';
import type { Progress } from './progress.ts';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page a browser sees while the house is not ready: it asks again every second, without any script. */
export function startingPage({ doing, done, of }: Progress): string {
  const bar = of ? `<progress value="${done ?? 0}" max="${of}"></progress>` : '<progress></progress>';
  const count = of ? `${(done ?? 0).toLocaleString('en')} of ${of.toLocaleString('en')}` : '';
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="1">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Ancora is starting</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-content: center; min-height: 90vh; margin: 0; padding: 1rem }
progress { width: min(26rem, 86vw); height: 0.6rem }
p { margin: 0.4rem 0; opacity: 0.75; font-variant-numeric: tabular-nums }
</style>
<h1>Ancora is starting</h1>
<p role="status">${escaped(doing)}</p>
${bar}
<p>${count}&nbsp;</p>
</html>
`;
}

/** What is served until everything runs: the page above, and 503 for everybody who asks as a program. */
export function startingRoutes(progress: () => Progress): Route[] {
  const notYet: Route['answer'] = (_request, response) => {
    response.setHeader('retry-after', '1');
    sendJson(response, 503, { ready: false, ...progress() });
  };
  return [
    { method: 'GET', path: '/health/live', answer: (_, response) => sendJson(response, 200, { live: true }) },
    { method: 'GET', path: '/health/ready', answer: notYet },
    {
      method: 'GET',
      path: '/*',
      answer: (request, response, asked) => {
        if (!request.headers.accept?.includes('text/html')) return notYet(request, response, asked);
        response.setHeader('cache-control', 'no-store');
        response.setHeader('retry-after', '1');
        sendText(response, 503, 'text/html; charset=utf-8', startingPage(progress()));
      },
    },
    { method: '*', path: '/*', answer: notYet },
  ];
}
