/** Writes ui/icons.generated.ts anew: `node src/web/client/generate-icons.mjs`. Add names to the file first, with "". */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const target = fileURLToPath(new URL("ui/icons.generated.ts", import.meta.url));
const icons = fileURLToPath(new URL("../../../node_modules/lucide-static/icons/", import.meta.url));
const written = readFileSync(target, "utf8").replace(/^ {2}"([a-z0-9-]+)": .*$/gm, (_, name) => {
  const [, inner] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(readFileSync(`${icons}${name}.svg`, "utf8"));
  return `  ${JSON.stringify(name)}: ${JSON.stringify(inner.replace(/\s+/g, " ").trim().replaceAll(" />", "/>").replaceAll("> <", "><"))},`;
});
writeFileSync(target, written);
