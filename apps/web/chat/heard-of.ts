import { make } from './make.ts';
import { type HeardOfQuestion, sayHeardOf } from './talk.ts';

/** "How did you hear of us?", asked once when a conversation is over: one press answers, one passes it over. */
export function drawHeardOf(heard: HeardOfQuestion, failed: string, done: () => void): HTMLElement {
  const trouble = make('p', { class: 'trouble', role: 'alert', hidden: '' });
  const choice = make('select', { id: 'heard', required: '' }, make('option', { value: '' }, heard.choose));
  for (const [way, word] of Object.entries(heard.ways)) choice.append(make('option', { value: way }, word));
  const own = make('input', { id: 'heard-words', maxlength: '500' });
  const ownLabel = make('label', { for: 'heard-words' }, heard.words);
  for (const part of [own, ownLabel]) part.hidden = true;
  const pass = make('button', { type: 'button' }, heard.skip);
  const form = make(
    'form',
    { class: 'reach heard', 'aria-label': heard.ask },
    make('label', { for: 'heard' }, heard.ask),
    choice,
    ownLabel,
    own,
    trouble,
    make('div', { class: 'buttons' }, make('button', { type: 'submit', class: 'send' }, heard.send), pass),
  );
  choice.addEventListener('change', () => {
    for (const part of [own, ownLabel]) part.hidden = !choice.value || choice.value === 'unknown';
  });
  const give = (way: string | null, said?: string) =>
    sayHeardOf(way, said).then(
      () => {
        if (way === null) form.remove();
        else form.replaceChildren(make('p', { class: 'thanks', role: 'status' }, heard.thanks));
        done();
      },
      () => {
        trouble.hidden = false;
        trouble.textContent = failed;
      },
    );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (choice.value) void give(choice.value, own.hidden ? undefined : own.value.trim());
  });
  pass.addEventListener('click', () => void give(null));
  return form;
}
