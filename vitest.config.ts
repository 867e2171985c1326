import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^anpham\/kit$/, replacement: source("kit/index.ts") },
      { find: /^anpham\/jsx-(dev-)?runtime$/, replacement: source("kit/jsx-runtime.ts") },
      { find: /^anpham$/, replacement: source("index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
