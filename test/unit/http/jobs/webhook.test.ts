import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addressBlocks } from "../../../../src/http/access/address-blocks.ts";
import { callWebhook, checkWebhook, isPublicAddress } from "../../../../src/http/jobs/webhook.ts";
import { type Receiver, startReceiver } from "../../../support/https-receiver.ts";
import { isPresent, testWith } from "../../../support/judges.ts";

test.each([
  ...[
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
  ],
  ...["0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fd00::1", "ff02::1"],
  ...[
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:db8::1",
  ],
  ...["fec0::1", "3fff::1", "5f00::1", "::127.0.0.1", "not an address", ""],
])("%s is not of the public network", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "203.162.0.1", "2606:4700::1111", "::ffff:1.1.1.1"])("%s is", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const rules = {
  hosts: ["hooks.example.vn", "other.example.vn:8443", "10.0.0.5", "10.20.3.4", "10.21.0.1"],
  allowedPrivate: addressBlocks(["10.0.0.5", "10.20.0.0/16"]),
};

test.each([
  "https://hooks.example.vn/x?y=1",
  "https://HOOKS.example.vn",
  "https://other.example.vn:8443/",
  "https://10.0.0.5/x",
  "https://10.20.3.4/x",
])("%s is called", (url) => {
  expect(checkWebhook(url, rules).protocol).toBe("https:");
});

test.each([
  "http://hooks.example.vn/",
  "https://hooks.example.vn:8443/",
  "https://other.example.vn/",
  "https://sub.hooks.example.vn/",
  "https://a:b@hooks.example.vn/",
  "https://10.0.0.6/",
  "https://10.21.0.1/",
  "https://hooks.example.vn.",
])("%s is not", (url) => {
  expect(() => checkWebhook(url, rules)).toThrow("service.webhook-refused");
});

describe("a call", () => {
  let receiver: Receiver;
  beforeAll(async () => {
    if (isPresent("openssl")) receiver = await startReceiver();
  });
  afterAll(() => receiver?.stop());
  const LOOPBACK = ["127.0.0.0/8", "::1"];
  const call = (path: string, allowed = LOOPBACK, patience = 10_000) =>
    callWebhook(
      { url: `https://${receiver.host}${path}`, body: "{}", signature: "t=1,v1=ab" },
      { hosts: [receiver.host], allowedPrivate: addressBlocks(allowed) },
      patience,
    );

  testWith("openssl")("is taken by an answer of 2xx", async () => {
    expect(await call("/204")).toEqual({ verdict: "taken", reason: "204" });
    expect(receiver.calls.at(-1)).toEqual({ path: "/204", signature: "t=1,v1=ab", body: "{}" });
  });

  testWith("openssl")("follows nothing", async () => {
    expect(await call("/302")).toEqual({ verdict: "failed", reason: "302" });
    expect(receiver.calls.at(-1)!.path).toBe("/302");
  });

  testWith("openssl")("is over for a receiver that is gone, and only then", async () => {
    expect(await call("/410")).toEqual({ verdict: "refused", reason: "410" });
    expect(await call("/404")).toEqual({ verdict: "failed", reason: "404" });
    expect(await call("/503")).toEqual({ verdict: "failed", reason: "503" });
  });

  testWith("openssl")("tells why there is no answer", async () => {
    expect(await call("/cut")).toEqual({ verdict: "failed", reason: "ECONNRESET" });
    expect(await call("/200", ["10.0.0.0/8"])).toEqual({
      verdict: "failed",
      reason: "localhost has no public address",
    });
  });

  testWith("openssl")("does not wait for ever, also where something comes all the time", async () => {
    expect(await call("/silent", LOOPBACK, 200)).toEqual({ verdict: "failed", reason: "no answer in time" });
    expect(await call("/trickle", LOOPBACK, 200)).toEqual({ verdict: "failed", reason: "no answer in time" });
  });
});
