// Pages need none of this.
(() => {
  'use strict';
  const find = (query) => [...document.querySelectorAll(query)];

  // One voice of an article is looked at, the others dimmed.
  const text = document.getElementById('text');
  const picks = find('[data-pick]');
  const choose = (voice) => {
    const all = voice === 'all';
    text.classList.toggle('alone', !all);
    for (const part of text.querySelectorAll('[data-v], .own')) {
      const own = part.dataset.v ?? 'own';
      const inner = part.dataset.w ? part.dataset.w.split(' ') : [own];
      part.classList.toggle('dim', !all && !inner.includes(voice));
    }
    for (const pick of picks) {
      if (pick.dataset.pick === voice && !all) pick.setAttribute('aria-current', 'true');
      else pick.removeAttribute('aria-current');
      if (pick.dataset.pick === 'all') pick.hidden = all;
    }
  };
  if (text) {
    for (const pick of picks) {
      pick.addEventListener('click', (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        const again = pick.hasAttribute('aria-current');
        const all = find('[data-pick="all"]')[0];
        choose(again ? 'all' : pick.dataset.pick);
        history.replaceState(null, '', again && all ? all.href : pick.href);
      });
    }
  }

  // A slash begins a search, unless somebody who speaks to the browser has turned that off.
  const key = find('[data-slash]')[0];
  const store = (value) => {
    try {
      if (value) localStorage.setItem('slash', value);
      return localStorage.getItem('slash');
    } catch { return value; }
  };
  let slash = store() !== 'off';
  key.hidden = false;
  key.setAttribute('aria-pressed', slash);
  key.addEventListener('click', () => {
    slash = !slash;
    store(slash ? 'on' : 'off');
    key.setAttribute('aria-pressed', slash);
  });
  document.addEventListener('keydown', (event) => {
    if (!slash || event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    const field = find('[role=search] [type=search]').find((box) => box.offsetParent);
    if (!field) { location.href = '/'; return; }
    field.focus();
    field.select();
  });

  for (const button of find('[data-copy]')) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const said = document.getElementById('copied');
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        said.textContent = 'Copied.';
      } catch { said.textContent = 'The browser does not let pages copy; select the text instead.'; }
    });
  }
})();
