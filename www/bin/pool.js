// Threads that annotate: each has a module of its own, and one that fails is replaced.

import { Worker } from "node:worker_threads";

/** How many a thread has in hand: the next is there when one is done. */
const IN_HAND = 2;

export class Pool {
  #settings;
  #script;
  #threads;
  #waiting = [];
  #isClosed = false;

  /** So many threads, told once what holds for all that they are given. */
  constructor(size, settings, script = new URL("./worker.js", import.meta.url)) {
    this.#settings = settings;
    this.#script = script;
    this.#threads = Array.from({ length: size }, () => ({ jobs: [] }));
  }

  /** How many jobs are worth having at the same time: a long one does not keep the others from their turn. */
  get width() {
    return this.#threads.length * IN_HAND * 8;
  }

  /** What comes of a job: `{ words }` or `{ error }`. */
  run(job) {
    return new Promise((resolve) => {
      this.#waiting.push({ job, resolve });
      this.#next();
    });
  }

  async close() {
    this.#isClosed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker?.terminate()));
  }

  #next() {
    while (this.#waiting.length) {
      const thread = this.#threads.reduce((least, other) => (other.jobs.length < least.jobs.length ? other : least));
      if (thread.jobs.length >= IN_HAND) return;
      thread.worker ??= this.#start(thread);
      const job = this.#waiting.shift();
      thread.jobs.push(job);
      thread.worker.postMessage(job.job);
    }
  }

  #start(thread) {
    const worker = new Worker(this.#script, { workerData: this.#settings });
    worker.on("message", (result) => this.#take(thread, result));
    worker.on("error", (error) => this.#lose(thread, worker, error));
    worker.on("exit", () => this.#lose(thread, worker, new Error("the thread ended")));
    return worker;
  }

  #take(thread, result) {
    thread.jobs.shift().resolve(result);
    this.#next();
  }

  /** A thread is gone, with the job that it was at; what it had besides goes to others. */
  #lose(thread, worker, error) {
    if (this.#isClosed || thread.worker !== worker) return;
    thread.worker = undefined;
    const [failed, ...others] = thread.jobs.splice(0);
    failed?.resolve({ error: error.message });
    this.#waiting.unshift(...others);
    this.#next();
  }
}
