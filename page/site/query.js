// The editor takes the place of the form. It asks this server and no other: prefixes and terms are completed from nowhere
// but what is written here.
(() => {
  const form = document.querySelector('form.query');
  const place = document.querySelector('.editor');
  if (!form || !place || !window.Yasgui) return;
  const { Yasgui } = window;
  const endpoint = new URL('/sparql', location.href).href;
  const area = form.querySelector('textarea');

  Yasgui.Yasqe.defaults.autocompleters = ['variables'];
  Yasgui.Yasqe.defaults.value = area.value;
  place.hidden = false;
  let editor;
  try {
    editor = new Yasgui(place, {
      requestConfig: { endpoint, method: 'POST', headers: {}, args: [] },
      copyEndpointOnNewTab: true,
      endpointCatalogueOptions: { getData: () => [{ endpoint }] },
      persistenceId: null,
      persistencyExpire: 0,
      autofocus: false,
    });
  } catch (error) {
    place.hidden = true;
    throw error;
  }
  form.hidden = true;
  // The editor asks by itself what the address holds.
  for (const answer of document.querySelectorAll('.answer')) answer.hidden = true;
  const tab = editor.getTab();
  tab.setQuery(area.value);

  // Things of this server are opened here, where their IRIs say they are elsewhere.
  const { base } = place.dataset;
  place.addEventListener('click', (event) => {
    const address = event.target.closest('a')?.href ?? '';
    if (!address.startsWith(base)) return;
    event.preventDefault();
    const { pathname, hash } = new URL(address);
    window.open(new URL(pathname + hash, location.origin).href, '_blank', 'noopener');
  });

  for (const link of document.querySelectorAll('a[data-query]'))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const current = editor.getTab();
      current.setQuery(link.dataset.query);
      current.getYasqe().query();
      place.scrollIntoView({ block: 'nearest' });
    });
})();
