import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { deflated } from "../../../src/base/deflated.ts";
import fc from "../../support/property.ts";

test("holds what it was made of, in memory of its own", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ minLength: 20_000, maxLength: 40_000 }),
  );
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 9 }), (given, level) => {
      const data = deflated(given, level);
      expect(inflateSync(data)).toEqual(Buffer.from(given));
      expect(data.buffer.byteLength).toBe(data.byteLength);
    }),
    { numRuns: 40 },
  );
});
