import { face, thumb } from './drawings.ts';
import { make } from './make.ts';
import type { Question } from './talk.ts';
import type { ChatWords } from './words.ts';

const shown = ({ look, choices }: Question, value: number): Node =>
  look === 'thumbs'
    ? thumb(value !== choices[0]!.value)
    : look === 'faces'
      ? face(value)
      : make('span', { 'aria-hidden': 'true' }, String(value));

/**
 * The scale of a question, answered with one press; why, if it is asked, comes after it, so that nobody has to write to answer. What was
 * chosen stays marked and can be changed.
 */
export function drawQuestion(
  first: Question,
  words: ChatWords,
  send: (value: number, comment?: string) => Promise<Question>,
): HTMLElement {
  const holder = make('div', { class: 'question' });
  const draw = (question: Question, thanks: boolean, focus: 'choice' | 'why' | 'none'): void => {
    const trouble = make('p', { class: 'trouble', role: 'alert', hidden: '' });
    const take = (value: number, comment?: string) =>
      send(value, comment).then(
        (next) => draw(next, true, comment === undefined && next.asksWhy && !next.comment ? 'why' : 'none'),
        () => {
          trouble.hidden = false;
          trouble.textContent = words.failed;
        },
      );
    const scale = make('div', {
      class: `scale ${question.look}${question.choices.length > 7 ? ' many' : ''}`,
      role: 'group',
      'aria-label': question.question,
    });
    for (const { value, word } of question.choices) {
      const choice = make(
        'button',
        { type: 'button', 'aria-label': word, title: word, 'aria-pressed': String(value === question.value) },
        shown(question, value),
      );
      choice.disabled = !question.isOpen;
      choice.addEventListener('click', () => void take(value));
      scale.append(choice);
    }
    const parts: Node[] = [scale];
    if (question.look === 'numbers')
      parts.push(
        make('p', { class: 'ends' }, make('span', {}, question.ends[0]), make('span', {}, question.ends[1])),
      );
    const chosen = question.value;
    const asksNow = chosen !== null && question.asksWhy && !question.comment && question.isOpen;
    const why = make('input', { maxlength: '4000', 'aria-label': words.why, placeholder: words.whyShort });
    if (asksNow) {
      const form = make(
        'form',
        { class: 'why' },
        why,
        make('button', { type: 'submit', class: 'send' }, words.send),
      );
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        if (why.value.trim()) void take(chosen, why.value.trim());
      });
      parts.push(form);
    }
    if (question.comment) parts.push(make('p', { class: 'said' }, `“${question.comment}”`));
    if (thanks) parts.push(make('p', { class: 'thanks', role: 'status' }, words.thanks));
    holder.replaceChildren(...parts, trouble);
    // What has just come of an answer must not stand below the edge.
    if (thanks) holder.scrollIntoView({ block: 'nearest' });
    if (focus === 'why' && asksNow) why.focus();
  };
  draw(first, first.value !== null, 'none');
  return holder;
}
