/**
 * Opens the service's port. A name may stand for several addresses, `localhost` for one of each family: one server
 * answers on all of them, so that its limits hold whichever a caller takes.
 */

import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { type AddressInfo, createServer, isIP, type Server } from "node:net";
import type { FastifyInstance } from "fastify";
import { fail } from "../base/diagnostic.ts";
import { listenReason } from "../base/listen-reason.ts";
import { networkReason } from "../base/network-reason.ts";
import { isSystemError, type Reason } from "../base/system-reason.ts";
import type { Settings } from "./settings.ts";

/** Of machines without IPv6, whose names may still have such an address. */
const NOT_HERE: readonly string[] = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

/**
 * Answers the address of the first, `http://127.0.0.1:8080`.
 * @throws AnphamError `service.no-port`; `service.bad-setting` for an address that is not this machine's
 */
export async function listen(
  app: FastifyInstance,
  { HOST, PORT }: Pick<Settings, "HOST" | "PORT">,
  addressesOf: typeof lookUp = lookUp,
): Promise<string> {
  const doors: Server[] = [];
  let closing: Promise<unknown> = Promise.resolve();
  app.addHook("preClose", async () => {
    closing = Promise.all(doors.map((door) => once(door.close(), "close")));
  });
  // Before what answers need is closed: hooks that came first are run last.
  app.addHook("onClose", async () => {
    await closing;
  });
  try {
    const [first, ...others] = await addressesOf(HOST);
    const address = await app.listen({ host: first!, port: PORT });
    const { port } = app.server.address() as AddressInfo;
    for (const host of others) {
      const door = createServer((socket) => app.server.emit("connection", socket));
      door.maxConnections = app.server.maxConnections;
      try {
        door.listen({ host, port });
        await once(door, "listening");
        doors.push(door);
      } catch (thrown) {
        if (!isSystemError(thrown) || !NOT_HERE.includes(thrown.code ?? "")) throw thrown;
      }
    }
    return address;
  } catch (thrown) {
    if (!isSystemError(thrown)) throw thrown;
    const wrong = wrongAddress(thrown);
    if (!wrong) {
      const [reasonVi, reason] = listenReason(thrown);
      fail("service.no-port", { port: PORT, reasonVi, reason }, {}, { cause: thrown });
    }
    const [reasonVi, reason] = wrong;
    const [expectedVi, expected] = [
      "địa chỉ của máy này, như 127.0.0.1 hoặc 0.0.0.0",
      "an address of this machine, like 127.0.0.1 or 0.0.0.0",
    ];
    fail("service.bad-setting", { name: "ANPHAM_HOST", reasonVi, reason, expectedVi, expected });
  }
}

/** IPv4 first: every machine has it. */
async function lookUp(host: string): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const found = await lookup(host, { all: true, order: "ipv4first" });
  return [...new Set(found.map(({ address }) => address))];
}

const wrongAddress = ({ code = "" }: NodeJS.ErrnoException): Reason | null =>
  NOT_HERE.includes(code)
    ? ["máy này không có địa chỉ đó", "this machine does not have that address"]
    : networkReason(code);
