/** What happens to a job, in order, for those who watch: kept on disk, so that watching goes on after a restart. */

import { appendFile, readFile } from "node:fs/promises";
import * as z from "zod";
import { createBell } from "../../run/bell.ts";

const jobEvent = z.object({
  /** Counts from 1. */
  id: z.int().min(1),
  event: z.enum(["state", "progress"]),
  data: z.record(z.string(), z.unknown()),
});
export type JobEvent = z.output<typeof jobEvent>;

export interface JobEvents {
  add(event: JobEvent["event"], data: JobEvent["data"]): void;
  /**
   * Events after the given one, then those to come, until the job is over.
   * @param after 0 for all
   */
  watch(after: number, signal: AbortSignal): AsyncGenerator<JobEvent>;
  /** No more events come: those who watch hear what is left, and the end. */
  end(): void;
  /** Resolves when the journal has every event so far. */
  written(): Promise<void>;
}

/** Kept in memory: whoever was away longer hears the latest. */
const REMEMBERED = 1000;

/** @param file journal, one JSON line an event */
export async function openJobEvents(file: string): Promise<JobEvents> {
  const known = await readEvents(file);
  let last = known.at(-1)?.id ?? 0;
  let isOver = false;
  let writing: Promise<void> = Promise.resolve();
  const bell = createBell();
  return {
    add(event, data) {
      const added: JobEvent = { id: ++last, event, data };
      known.push(added);
      if (known.length > REMEMBERED) known.shift();
      // A disk that is full loses events, never the job: its own record says how it stands.
      writing = writing.then(() => appendFile(file, `${JSON.stringify(added)}\n`)).catch(() => undefined);
      bell.ring();
    },
    async *watch(after, signal) {
      let told = after;
      while (!signal.aborted) {
        const fresh = known.filter(({ id }) => id > told);
        for (const each of fresh) {
          told = each.id;
          yield each;
        }
        if (fresh.length > 0) continue;
        if (isOver) return;
        await bell.next(signal);
      }
    },
    end() {
      isOver = true;
      bell.ring();
    },
    written: () => writing,
  };
}

async function readEvents(file: string): Promise<JobEvent[]> {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.split("\n").slice(-REMEMBERED - 1);
  return lines.flatMap((line) => {
    try {
      return [jobEvent.parse(JSON.parse(line))];
    } catch {
      // Torn by a stop in the middle.
      return [];
    }
  });
}
