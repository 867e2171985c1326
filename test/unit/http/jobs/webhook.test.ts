import { expect, test } from "vitest";
import { checkWebhook, isPublicAddress } from "../../../../src/http/jobs/webhook.ts";

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
  ...["::127.0.0.1", "not an address", ""],
])("%s is not of the public network", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "203.162.0.1", "2606:4700::1111", "::ffff:1.1.1.1"])("%s is", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

const rules = {
  hosts: ["hooks.example.vn", "other.example.vn:8443", "10.0.0.5"],
  allowedPrivate: ["10.0.0.5"],
};

test.each([
  "https://hooks.example.vn/x?y=1",
  "https://HOOKS.example.vn",
  "https://other.example.vn:8443/",
  "https://10.0.0.5/x",
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
  "https://hooks.example.vn.",
])("%s is not", (url) => {
  expect(() => checkWebhook(url, rules)).toThrow("service.webhook-refused");
});
