// Completes what is typed in a search box. Without this script the box is an ordinary form field.
'use strict';

(() => {
  const WAIT = 80;

  for (const input of document.querySelectorAll('input[type=search][data-complete]')) {
    const form = input.form;
    const list = document.createElement('ul');
    list.id = input.id + '-names';
    list.className = 'completions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.dataset.complete);
    list.hidden = true;
    input.parentElement.append(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');

    // A box that fills hands the id to its form, one that keeps holds the name with it; others lead to the page.
    const go = (id, name) => {
      if (input.dataset.choose === 'keep') {
        input.value = name + ' (' + id + ')';
        close();
        return;
      }
      if (input.dataset.choose !== 'fill') {
        location.href = '/id/' + id;
        return;
      }
      input.value = id;
      form.requestSubmit();
    };

    let timer;
    let asked = 0;
    let chosen = -1;

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };

    const choose = index => {
      const options = list.children;
      if (chosen >= 0) options[chosen].setAttribute('aria-selected', 'false');
      chosen = (index + options.length + 1) % (options.length + 1);
      if (chosen === options.length) chosen = -1;
      if (chosen >= 0) {
        options[chosen].setAttribute('aria-selected', 'true');
        input.setAttribute('aria-activedescendant', options[chosen].id);
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    };

    const show = names => {
      list.replaceChildren(...names.map((each, index) => {
        const option = document.createElement('li');
        option.id = list.id + '-' + index;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.dataset.id = each.id;
        option.dataset.label = each.label;
        const name = document.createElement('span');
        name.className = 'completion-name';
        name.textContent = each.name;
        if (each.lang && each.lang !== document.documentElement.lang) name.lang = each.lang;
        const kind = document.createElement('span');
        kind.className = 'completion-kind';
        kind.textContent = each.name === each.label ? each.typeLabel : each.typeLabel + ' · ' + each.label;
        option.append(name, ' ', kind);
        option.addEventListener('mousedown', event => {
          event.preventDefault();
          go(each.id, each.label);
        });
        return option;
      }));
      chosen = -1;
      list.hidden = names.length === 0;
      input.setAttribute('aria-expanded', String(names.length > 0));
    };

    const ask = async () => {
      const typed = input.value.trim();
      const number = ++asked;
      const narrow = input.dataset.narrow ? document.getElementById(input.dataset.narrow).value : '';
      if (typed.length < 2 && !narrow) return close();
      try {
        const answer = await fetch((input.dataset.from || '/api/v1/suggest') + '?lang=' + document.documentElement.lang
          + '&q=' + encodeURIComponent(typed.slice(0, 100))
          + (narrow ? '&source=' + encodeURIComponent(narrow.slice(0, 200)) : ''));
        if (answer.ok && number === asked && document.activeElement === input) show((await answer.json()).suggestions);
      } catch {
        close();
      }
    };

    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' && list.hidden) return ask();
      if (list.hidden) return;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Escape') {
        event.preventDefault();
        close();
      } else if (event.key === 'Enter' && chosen >= 0) {
        event.preventDefault();
        go(list.children[chosen].dataset.id, list.children[chosen].dataset.label);
      }
    });
    form.addEventListener('submit', close);
  }
})();
