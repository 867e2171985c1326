/** A server of a caller's, by TLS, whose certificate this process trusts while it runs. */

import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, globalAgent, type RequestOptions } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./judges.ts";

export interface Receiver {
  /** `localhost:…` */
  readonly host: string;
  /** What came, in order. */
  readonly calls: readonly { readonly path: string; readonly signature: string; readonly body: string }[];
  stop(): Promise<void>;
}

/**
 * `/404` is answered with that status, `/302` sends on to `/200`; `/silent` is not answered, `/trickle` never to the end,
 * and `/cut` by hanging up. Needs `openssl`.
 */
export async function startReceiver(): Promise<Receiver> {
  const folder = await mkdtemp(join(tmpdir(), "anpham-receiver-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  run(
    "openssl",
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"],
    ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert],
  );
  const calls: { path: string; signature: string; body: string }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const trickle = (socket: Socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const timer = setInterval(() => socket.write("x-more: to come\r\n"), 20);
    timers.add(timer);
    socket.once("close", () => clearInterval(timer)).on("error", () => undefined);
  };
  const server = createServer(
    { key: await readFile(key), cert: await readFile(cert) },
    async (request, response) => {
      let body = "";
      for await (const chunk of request) body += String(chunk);
      const path = request.url!;
      calls.push({ path, signature: String(request.headers["anpham-signature"]), body });
      if (path === "/cut") request.socket.destroy();
      else if (path === "/trickle") trickle(request.socket);
      else if (path !== "/silent") {
        const status = Number(path.slice(1)) || 200;
        response.writeHead(status, { location: `https://${request.headers.host}/200` }).end("x");
      }
    },
  );
  const trusting: RequestOptions = globalAgent.options;
  trusting.ca = await readFile(cert);
  await rm(folder, { recursive: true });
  // As many systems look names up: the first address of `localhost` alone.
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    host: `localhost:${(server.address() as AddressInfo).port}`,
    calls,
    async stop() {
      delete trusting.ca;
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
