// The texts of the page in the reader's language, which the page carries as JSON.
const texts = JSON.parse(document.getElementById('editor-texts').textContent);
const lang = document.documentElement.lang;

/** The language of the page. */
export const language = lang;

/** That and the languages that stand in for it, in order. */
export const languages = texts.languages.split(' ');

/** The language of messages to programs. */
export const documentation = texts['language.documentation'];

/** The text in the nearest language, of texts by language; undefined without one. */
export const nearest = (byLanguage) => byLanguage[languages.find((each) => each in byLanguage)];

/** A text with {0} and {1} filled in. */
export const text = (key, ...values) => {
  if (!(key in texts)) throw new Error('No text ' + key);
  return texts[key].replace(/\{(\d)\}/g, (whole, index) => String(values[index]));
};

/** Whether there is such a text. */
export const hasText = (key) => key in texts;

const numbers = new Intl.NumberFormat(lang);

/** A number as readers of this language write it. */
export const number = (value) => numbers.format(value);

/** Makes an element with attributes and children. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
};
