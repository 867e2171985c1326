import { expect, it } from "vitest";
import { crc32 } from "../../../../../src/export/raster/png/crc32.ts";

it("checks as the standard does, whatever the length", () => {
  // The check value of CRC-32/ISO-HDLC, and the chunk that ends every PNG file.
  expect(crc32(Buffer.from("123456789"))).toBe(0xcbf43926);
  expect(crc32(Buffer.from("IEND"))).toBe(0xae426082);
  expect(crc32(new Uint8Array(0))).toBe(0);
});
