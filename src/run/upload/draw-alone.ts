/**
 * Tries a drawing out in a process of its own. The library that reads and paints drawings ends the whole process where
 * it cannot go on; a stranger's file must not end the service and all that it renders for others.
 */

import { spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../base/package-root.ts";

/** ms: a hundred times what the largest logo takes. */
const PATIENCE = 15_000;

/**
 * Whether the drawing can be drawn. What it answers holds for this process too: both draw it the same way.
 * @param svg the cleaned text
 */
export function canBeDrawn(svg: Uint8Array, patience = PATIENCE): Promise<boolean> {
  const file = join(packageRoot(), "dist", "run", "upload", "draw.js");
  const child = spawn(process.execPath, [file], { stdio: ["pipe", "ignore", "ignore"], timeout: patience });
  // A process that ends early closes the pipe; its end tells enough.
  child.stdin.on("error", () => undefined);
  child.stdin.end(svg);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
}
