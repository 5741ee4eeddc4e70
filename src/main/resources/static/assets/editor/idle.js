/** Says on an element whether something is on its way: `data-idle` stands there when nothing is. */
export class Idle {
  #place;
  #working = 0;

  constructor(place) {
    this.#place = place;
    place.dataset.idle = '';
  }

  /** Waits for a promise, and is not idle until then. */
  async during(work) {
    this.#working++;
    delete this.#place.dataset.idle;
    try {
      return await work;
    } finally {
      if (--this.#working === 0) this.#place.dataset.idle = '';
    }
  }
}
