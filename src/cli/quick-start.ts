import { setFlagsFromString } from "node:v8";

/**
 * Tunes V8 for a process that renders one piece and ends. Optimising satori's and HarfBuzz's WebAssembly takes
 * longer than the whole piece, competes with it for the processor, and a process cannot end in the middle of it
 * (measured: 0.4 s). Long runs must not call this. It has to come before anything loads WebAssembly.
 */
export const preferQuickStart = (): void => setFlagsFromString("--wasm-tiering-budget=180000000");
