// Compares words as people write them.

/** Without capitals, accents, spaces and signs. */
export const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Letters to add, drop, change or swap with their neighbour to make one word of the other; more than the limit counts as infinite. */
export const distance = (a, b, limit) => {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before = [];
  let previous = Array.from({length: b.length + 1}, (unused, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return Infinity;
    before = previous;
    previous = row;
  }
  return previous[b.length] <= limit ? previous[b.length] : Infinity;
};
