/** The engines of a worker thread. */

import { LRUCache } from "lru-cache";
import { createEngine, type Engine, type Folders } from "../render.ts";

/** A worker serves one set of folders, two where a studio compares. */
const engines = new LRUCache<string, Promise<Engine>>({ max: 2 });

/** The same engine for the same folders, with all that it remembers. */
export function engineFor(folders: Folders): Promise<Engine> {
  const key = JSON.stringify([folders.brand, folders.fonts, folders.templates, folders.uploads]);
  let engine = engines.get(key);
  if (!engine) {
    engine = createEngine(folders);
    engines.set(key, engine);
    // Folders that cannot be opened now may be there for the next job.
    engine.catch(() => engines.delete(key));
  }
  return engine;
}
