import { join } from "node:path";
import { packageRoot } from "./base/package-root.ts";
import type { Folders } from "./render.ts";

/** The folders that ship with the package. */
export function packageFolders(): Folders & { readonly templates: string } {
  const root = packageRoot();
  return { brand: join(root, "brand"), fonts: join(root, "fonts"), templates: join(root, "templates") };
}
