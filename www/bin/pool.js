// Threads that annotate: each has a module of its own, and one that fails is replaced.

import { Worker } from "node:worker_threads";

/** How many jobs for each thread are worth having at the same time: a long one does not keep the others from their turn. */
const WIDTH = 16;

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
    this.#threads = Array.from({ length: size }, () => ({}));
  }

  /** How many jobs are worth having at the same time. */
  get width() {
    return this.#threads.length * WIDTH;
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
    for (const thread of this.#threads) {
      if (!this.#waiting.length) return;
      if (thread.current) continue;
      thread.worker ??= this.#start(thread);
      thread.current = this.#waiting.shift();
      thread.worker.postMessage(thread.current.job);
    }
  }

  #start(thread) {
    const worker = new Worker(this.#script, { workerData: this.#settings });
    worker.on("message", (result) => thread.worker === worker && this.#end(thread, result));
    worker.on("error", (error) => this.#lose(thread, worker, error));
    worker.on("exit", () => this.#lose(thread, worker, new Error("the thread ended")));
    return worker;
  }

  /** A thread is gone, with the job that it was at: one at a time, since a failure may overtake the results before it. */
  #lose(thread, worker, error) {
    if (this.#isClosed || thread.worker !== worker) return;
    thread.worker = undefined;
    this.#end(thread, { error: error.message });
  }

  #end(thread, result) {
    const { current } = thread;
    thread.current = undefined;
    current?.resolve(result);
    this.#next();
  }
}
