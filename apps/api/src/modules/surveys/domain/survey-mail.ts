import type { Invitation } from './invitation.ts';
import { choicesOf } from './survey.ts';
import { choiceWord, questionOf } from './survey-letter.ts';
import { surveyWords } from './survey-words.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (said: string): string => said.replace(/[&<>"']/g, (sign) => signs[sign]!);

const ink = '#1b1f2a';
const quiet = '#565c6d';
const button = `display:block;padding:12px 4px;border:1px solid #8a92a6;border-radius:8px;color:${ink};font-weight:600;line-height:20px;text-align:center;text-decoration:none`;

/** Dark mail programs turn colours themselves or ask for these. */
const style = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){body,.ground{background:#14161c!important}.card{background:#1d2129!important}.ink,.ink a,a.choice{color:#edf0f6!important}.quiet,.quiet a{color:#aab1c2!important}a.choice{border-color:#6d7588!important}}`;

/** One answer, as a link that looks like a button; what it means is in words, so that nothing depends on a picture. */
const choice = (invitation: Invitation, value: number, shown: string, link: string): string =>
  `<a class="choice" href="${text(`${link}?v=${value}`)}" aria-label="${text(choiceWord(invitation, value))}" style="${button}">${text(shown)}</a>`;

/** A row of so many buttons, as mail programs of all ages draw it. */
const row = (cells: readonly string[]): string =>
  `<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="table-layout:fixed"><tr>${cells
    .map((cell) => `<td style="padding:3px" valign="top">${cell}</td>`)
    .join('')}</tr></table>`;

/** Words need the whole width; numbers stand side by side, at most six in a row, wide enough for a thumb at 320 pixels. */
function scale(invitation: Invitation, link: string): string {
  const choices = choicesOf(invitation);
  if (invitation.look !== 'numbers')
    return [...choices]
      .reverse()
      .map((value) => {
        return row([choice(invitation, value, choiceWord(invitation, value), link)]);
      })
      .join('');
  const [low, high] = surveyWords[invitation.language].ends[invitation.instrument];
  const perRow = choices.length > 7 ? 6 : choices.length;
  const rows: string[] = [];
  for (let from = 0; from < choices.length; from += perRow) {
    const cells = choices
      .slice(from, from + perRow)
      .map((value) => choice(invitation, value, String(value), link));
    rows.push(row([...cells, ...Array<string>(perRow - cells.length).fill('')]));
  }
  return `${rows.join('')}<table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0"><tr><td class="quiet" style="padding:4px 3px;color:${quiet};font-size:13px;line-height:18px">${choices[0]} = ${text(low)}</td><td class="quiet" align="right" style="padding:4px 3px;color:${quiet};font-size:13px;line-height:18px">${choices.at(-1)} = ${text(high)}</td></tr></table>`;
}

/**
 * The question as a mail with the scale in it. One click opens the page with that answer filled in; only the form there sends it, because
 * scanners follow links. No picture and no address of anybody else is in it.
 */
export function surveyMail(
  invitation: Invitation,
  to: { name: string | null; about: string | null; link: string; leave: string },
): string {
  const words = surveyWords[invitation.language];
  return `<!doctype html>
<html lang="${invitation.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${text(words.subject)}</title><style>${style}</style></head>
<body style="margin:0;padding:0;background:#f3f4f8"><table class="ground" role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="background:#f3f4f8"><tr><td align="center" style="padding:24px 12px">
<table class="card ink" role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:560px;background:#ffffff;border-radius:12px;color:${ink};font:16px/24px system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"><tr><td style="padding:28px 24px">
<p style="margin:0 0 16px">${text(words.hello(to.name))}</p>
<h1 style="margin:0 0 8px;font-size:20px;line-height:28px">${text(questionOf(invitation))}</h1>
${to.about ? `<p class="quiet" style="margin:0 0 16px;color:${quiet}">${text(words.about(to.about))}</p>` : ''}
<p style="margin:0 0 10px">${text(words.oneClick)}</p>
${scale(invitation, to.link)}
<p style="margin:20px 0 0">${text(words.thanksAhead)}</p>
</td></tr></table>
<p class="quiet" style="max-width:560px;margin:16px 0 0;color:${quiet};font:13px/20px system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"><a href="${text(to.leave)}" style="color:${quiet}">${text(words.leaveButton)}</a></p>
</td></tr></table></body></html>`;
}
