// Keeps the query in the address, so that a reload, a link or another language opens it again.
const WAIT_MILLIS = 400;
const LENGTH_MOST = 16_000;

/** The address of the page with a query. */
const addressOf = (query, lang) => {
  const parameters = new URLSearchParams({query});
  if (lang) parameters.set('lang', lang);
  return '/sparql-editor?' + parameters;
};

export const keepAddress = (editor, share) => {
  let timer;
  const links = [...document.querySelectorAll('.languages a')];
  const update = () => {
    const query = editor.getValue();
    const lang = new URLSearchParams(location.search).get('lang');
    share.href = addressOf(query);
    share.hidden = false;
    if (query.length > LENGTH_MOST) return;
    history.replaceState(null, '', addressOf(query, lang));
    links.forEach((link) => { link.href = addressOf(query, link.hreflang); });
  };
  share.href = addressOf(editor.getValue());
  share.hidden = false;
  editor.on('changes', () => {
    clearTimeout(timer);
    timer = setTimeout(update, WAIT_MILLIS);
  });
};
