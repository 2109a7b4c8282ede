// A client of WebDriver, the classic protocol: one command after the other, each answered by JSON.

import http from "node:http";

/** How long an answer may take, in milliseconds. */
const PATIENCE = 45_000;

export class Driver {
  #port;
  #session;
  #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  constructor(port) {
    this.#port = port;
  }

  /** Waits until the driver's program listens. */
  async arrives() {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#call("GET", "/status");
      } catch (error) {
        if (attempt === 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Starts a browser. */
  async begin(capabilities) {
    const answer = await this.#call("POST", "/session", { capabilities: { alwaysMatch: capabilities } }, 15_000);
    this.#session = answer.sessionId;
  }

  get(path) {
    return this.#call("GET", `/session/${this.#session}${path}`);
  }

  post(path, body = {}) {
    return this.#call("POST", `/session/${this.#session}${path}`, body);
  }

  delete(path) {
    return this.#call("DELETE", `/session/${this.#session}${path}`);
  }

  #call(method, path, body, patience = PATIENCE) {
    const data = body && JSON.stringify(body);
    const headers = data ? { "content-type": "application/json", "content-length": Buffer.byteLength(data) } : {};
    return new Promise((resolve, reject) => {
      const request = http.request({ host: "127.0.0.1", port: this.#port, method, path, headers, agent: this.#agent }, async (response) => {
        const parts = await response.toArray();
        const { value } = JSON.parse(Buffer.concat(parts));
        if (response.statusCode === 200) resolve(value);
        else reject(new Error(`${value?.error}: ${value?.message}`));
      });
      request.on("error", reject);
      request.setTimeout(patience, () => request.destroy(new Error(`no answer to ${method} ${path}`)));
      request.end(data);
    });
  }
}
