// The button that opens the chat on a web site: <script src="https://ancora.example.org/chat-button.js" async></script>.
// It adds a button and, when asked, a frame; it reads nothing of the page it stands on.
(() => {
  const here = new URL(document.currentScript.src).origin;
  const labels = {
    en: ['Talk with us', 'Close the chat'],
    it: ['Parli con noi', 'Chiudi la chat'],
    fr: ['Parlez avec nous', 'Fermer la discussion'],
    ro: ['Vorbiți cu noi', 'Închide discuția'],
  };
  const [open, close] = labels[navigator.language.slice(0, 2).toLowerCase()] ?? labels.en;
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `
    button { position: fixed; inset: auto 20px 20px auto; z-index: 2147483000; min-height: 52px; padding: 0 20px; border: 0; border-radius: 26px;
      background: #27408b; color: #fff; font: 600 16px system-ui, sans-serif; cursor: pointer; box-shadow: 0 4px 16px rgb(0 0 0 / .3); }
    button:focus-visible { outline: 3px solid #fff; outline-offset: -6px; }
    iframe { position: fixed; inset: auto 20px 84px auto; z-index: 2147483000; width: 380px; height: min(620px, calc(100dvh - 104px)); border: 0;
      border-radius: 16px; box-shadow: 0 8px 40px rgb(0 0 0 / .35); background: Canvas; }
    iframe[hidden] { display: none; }
    @media (max-width: 480px) { iframe { inset: 0; width: 100%; height: 100dvh; border-radius: 0; } button[aria-expanded="true"] { display: none; } }`;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = open;
  button.setAttribute('aria-expanded', 'false');
  let frame;
  const show = (wanted) => {
    if (wanted && !frame) {
      frame = document.createElement('iframe');
      frame.src = `${here}/chat`;
      frame.title = open;
      shadow.append(frame);
    }
    if (frame) frame.hidden = !wanted;
    button.textContent = wanted ? close : open;
    button.setAttribute('aria-expanded', String(wanted));
    if (wanted) frame.focus();
    else button.focus();
  };
  button.addEventListener('click', () => show(!frame || frame.hidden));
  window.addEventListener('message', (event) => {
    if (event.origin === here && event.data === 'ancora-chat-close') show(false);
  });
  shadow.append(style, button);
  document.body.append(host);
})();
