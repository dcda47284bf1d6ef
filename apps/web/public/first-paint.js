// Sets colours and language before the first paint, so that nothing flashes. A file of its own: the policy forbids inline scripts.
(() => {
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const wanted = read('ancora.theme');
  const dark =
    wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
  const language = read('ancora.locale');
  if (typeof language === 'string') document.documentElement.lang = language;
})();
