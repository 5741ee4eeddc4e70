// Puts YASQE in the place of the text field. It is told to load, store and send nothing by itself.

/** Opens the editor with what the field holds; null where YASQE is not there, and the field stays. */
export const openEditor = (field, label, act) => {
  const {Yasqe} = window;
  if (!Yasqe) return null;
  // Its own completers ask other sites, and its own error marks need styles that the policy of the page forbids.
  Yasqe.defaults.autocompleters = [];
  Yasqe.prototype.checkSyntax = function () {};
  const holder = document.createElement('div');
  holder.className = 'editor-holder';
  field.after(holder);
  const editor = new Yasqe(holder, {
    value: field.value,
    autocompleters: [],
    consumeShareLink: null,
    createShareableLink: null,
    persistenceId: null,
    resizeable: false,
    showQueryButton: false,
    editorHeight: 'auto',
    viewportMargin: Infinity,
    inputStyle: 'textarea',
    screenReaderLabel: label,
    extraKeys: {
      'Ctrl-Enter': act.run,
      'Cmd-Enter': act.run,
      'Ctrl-Space': act.complete,
      'Ctrl-S': false,
      Esc: act.leave,
    },
  });
  editor.getInputField().setAttribute('aria-describedby', field.getAttribute('aria-describedby'));
  field.hidden = true;
  document.querySelector(`label[for="${field.id}"]`)?.addEventListener('click', () => editor.focus());
  return editor;
};
