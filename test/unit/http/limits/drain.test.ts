import { EventEmitter, once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { fastify } from "fastify";
import { expect, test } from "vitest";
import { drainConnections } from "../../../../src/http/limits/drain.ts";

test("a stop answers what runs and waits for no caller that keeps its connection", async () => {
  const app = fastify({ forceCloseConnections: "idle" });
  drainConnections(app);
  const signs = new EventEmitter();
  const begun = once(signs, "begun");
  app.get("/", async () => {
    signs.emit("begun");
    await once(signs, "finish");
    return "done";
  });
  const address = await app.listen({ port: 0 });
  const agent = new Agent({ keepAlive: true });
  const answer = once(get(address, { agent }), "response") as Promise<[IncomingMessage]>;
  await begun;
  const closed = app.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  signs.emit("finish");
  const [response] = await answer;
  expect(response.statusCode).toBe(200);
  response.resume();
  await closed;
  agent.destroy();
}, 5000);
