/** What callers are told where the real finding would name files, hosts and buckets of the operator; that is logged. */

import type { Code } from "../../base/codes.ts";
import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";

const CANNOT_KEEP = diagnose("service.cannot-keep", {});
const UNEXPECTED = diagnose("service.unexpected", {});
const QUEUE_AWAY = diagnose("service.queue-away", {});

const INSTEAD: Readonly<Partial<Record<Code, Diagnostic>>> = {
  "output.cannot-write": CANNOT_KEEP,
  "run.folder-in-use": CANNOT_KEEP,
  "internal.unexpected": UNEXPECTED,
  "queue.bad-address": QUEUE_AWAY,
  "queue.unreachable": QUEUE_AWAY,
  "queue.refused": QUEUE_AWAY,
  "store.bad-address": QUEUE_AWAY,
  "store.cannot-write": QUEUE_AWAY,
  "store.cannot-read": QUEUE_AWAY,
  "store.missing-file": QUEUE_AWAY,
  "store.wrong-content": QUEUE_AWAY,
};

/** `null` for what everybody may hear. */
export const saidInstead = ({ code }: Diagnostic): Diagnostic | null => INSTEAD[code] ?? null;
