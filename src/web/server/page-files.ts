/** The built files of the pages: their addresses, and the renderer that runs here as it runs in the browser. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fail } from "../../base/diagnostic.ts";
import { packageRoot } from "../../base/package-root.ts";
import type { PageAssets, PageRenderer } from "../model/page.ts";

/** Where the built files are served. */
export const ASSETS = "/assets/";

export interface PageFiles extends PageRenderer {
  readonly assets: PageAssets;
  /** Folder of what browsers load. */
  readonly folder: string;
}

/** The pages are built from components of the browser, so they come from the built package, also when this is source. */
export async function openPageFiles(): Promise<PageFiles> {
  const root = join(packageRoot(), "dist", "web");
  const renderer = join(root, "pages.js");
  if (!existsSync(renderer))
    fail("internal.unexpected", { reason: `${renderer} is missing; run “npm run build”` });
  const { renderPage } = (await import(pathToFileURL(renderer).href)) as PageRenderer;
  const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as PageAssets;
  const address = (name: string) => ASSETS + name;
  return {
    renderPage,
    folder: join(root, "public"),
    assets: {
      script: address(manifest.script),
      style: address(manifest.style),
      fonts: manifest.fonts.map(address),
      preload: manifest.preload.map(address),
    },
  };
}
