/** A server that nobody may ever ask. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Trap {
  /** `http://127.0.0.1:…` */
  readonly address: string;
  /** What was asked for. */
  readonly caught: readonly string[];
  close(): Promise<void>;
}

export async function openTrap(): Promise<Trap> {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    caught.push(`${request.method} ${request.url}`);
    response.end();
  });
  server.on("connection", () => caught.push("connection"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    caught,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
