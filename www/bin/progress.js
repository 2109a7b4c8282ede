// How far it is: a bar on a terminal, one line at the end on a pipe.

/** How often the bar is drawn, in milliseconds, and how wide it is. */
const OFTEN = 100;
const WIDTH = 24;

const many = (number, one, several = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : several}`;

export class Progress {
  failed = 0;
  isDrawn = process.stderr.isTTY === true;
  #begun = performance.now();
  #drawn = 0;
  #done = 0;
  #names = 0;
  #quotes = 0;
  #total;

  /** How many there will be, once that is known. */
  async expect(total) {
    this.#total = await total;
  }

  step({ names = 0, quotes = 0 }) {
    this.#done++;
    this.#names += names;
    this.#quotes += quotes;
    if (this.isDrawn && performance.now() - this.#drawn >= OFTEN) this.#draw();
  }

  /** Names a file, and says what is wrong with it. */
  fail(path, error) {
    this.failed++;
    process.stderr.write(`${this.isDrawn ? "\r\u001b[K" : ""}newslight: ${path}: ${error}\n`);
  }

  end() {
    const seconds = (performance.now() - this.#begun) / 1000;
    const failed = this.failed ? `, ${this.failed} of them could not be annotated` : "";
    const rate = seconds >= 1 ? ` (${(this.#done / seconds).toFixed(1)} a second)` : "";
    const line = `${many(this.#done, "article")}${failed}: ${many(this.#names, "name")}, ${many(this.#quotes, "quote")} in ${seconds.toFixed(1)} s${rate}`;
    process.stderr.write(`${this.isDrawn ? "\r\u001b[K" : ""}newslight: ${line}\n`);
  }

  #draw() {
    this.#drawn = performance.now();
    const rate = this.#done / ((this.#drawn - this.#begun) / 1000);
    const share = this.#total ? this.#done / this.#total : 0;
    const full = Math.round(share * WIDTH);
    const bar = this.#total ? `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ` : "";
    const left = this.#total ? `, ${time((this.#total - this.#done) / rate)} left` : "";
    const of = this.#total ? ` of ${this.#total.toLocaleString("en")}` : "";
    process.stderr.write(`\r\u001b[K${bar}${this.#done.toLocaleString("en")}${of}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second${left}`);
  }
}

function time(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (hours) return `${hours} h ${minutes} min`;
  return minutes ? `${minutes} min` : `${Math.ceil(seconds)} s`;
}
