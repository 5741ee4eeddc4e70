// A page that the browser kept shows its forms as the reader left them; what stands on it belongs to its address.
'use strict';

addEventListener('pageshow', event => {
  if (event.persisted) {
    for (const form of document.forms) form.reset();
  }
});
