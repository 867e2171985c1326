/** Server-sent events (HTML, §9.2): what the open pages are told without asking. */

import type { ServerResponse } from "node:http";
import type { StudioEvent } from "../shared/wire.ts";

export interface Events {
  /** Adds an open page. */
  add(response: ServerResponse): void;
  send(event: StudioEvent): void;
  close(): void;
}

export function openEvents(version: string): Events {
  const open = new Set<ServerResponse>();
  const write = (response: ServerResponse, event: StudioEvent) =>
    response.write(`data: ${JSON.stringify(event)}\n\n`);
  return {
    add(response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("retry: 500\n\n");
      open.add(response);
      response.once("close", () => open.delete(response));
      write(response, { kind: "hello", version });
    },
    send(event) {
      for (const response of open) write(response, event);
    },
    close() {
      for (const response of open) response.end();
    },
  };
}
