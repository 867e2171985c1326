import { expect, test } from "vitest";
import { addressBlocks, readBlock } from "../../../../src/http/access/address-blocks.ts";

test.each(["10.0.0.5", "10.0.0.0/8", "::1", "fd00::/8", "::ffff:10.0.0.5"])("%s can be read", (text) => {
  expect(readBlock(text)).not.toBeNull();
});

test.each(["", "localhost", "10.0.0", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "fd00::/129", "[::1]"])(
  "“%s” cannot",
  (text) => {
    expect(readBlock(text)).toBeNull();
  },
);

test("all addresses are no block: nobody means that", () => {
  expect(readBlock("0.0.0.0/0")).toBeNull();
  expect(readBlock("::/0")).toBeNull();
});

test("addresses are found however they are written", () => {
  const { has } = addressBlocks(["10.20.0.0/16", "192.168.1.7", "fd00::/8", "::1"]);
  expect(["10.20.255.1", "::ffff:10.20.0.1", "192.168.1.7", "fd12::1", "0:0:0:0:0:0:0:1"].every(has)).toBe(
    true,
  );
  expect(["10.21.0.1", "192.168.1.8", "::2", "localhost", ""].some(has)).toBe(false);
});
