import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";

/** Whether a file really lies in one of the folders. */
export function isWatched(file: string, folders: readonly string[]): boolean {
  const real = realPath(resolve(file));
  return folders.some((folder) => {
    const inside = relative(realPath(resolve(folder)), real);
    return inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
  });
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
