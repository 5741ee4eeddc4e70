// Finds examples by their words. Without this they are folded lists of links.
import {fold} from './words.js';

export const findExamples = (search) => {
  const topics = [...document.querySelectorAll('.example-topic')];
  const opened = topics.map((topic) => topic.open);
  search.parentElement.hidden = false;
  search.addEventListener('input', () => {
    const words = search.value.split(/\s+/).map(fold).filter((word) => word !== '');
    topics.forEach((topic, index) => {
      let some = false;
      for (const item of topic.querySelectorAll('li')) {
        const all = fold(item.textContent + item.dataset.words);
        item.hidden = !words.every((word) => all.includes(word));
        some ||= !item.hidden;
      }
      topic.hidden = !some;
      topic.open = words.length > 0 ? some : opened[index];
    });
  });
};
