import { EventEmitter, once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
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

test.each([
  ["nothing, as browsers do", ""],
  ["half a head", "GET / HT"],
])(
  "a stop waits for no connection on which there is %s",
  async (_, sent) => {
    const app = fastify({ forceCloseConnections: "idle" });
    drainConnections(app);
    await app.listen({ host: "127.0.0.1", port: 0 });
    const arrived = once(app.server, "connection") as Promise<[Socket]>;
    const caller = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
    const ended = once(
      caller.on("error", () => undefined),
      "close",
    );
    const [socket] = await arrived;
    if (sent !== "") {
      const read = once(socket, "data");
      caller.write(sent);
      await read;
    }
    await app.close();
    await ended;
  },
  5000,
);
