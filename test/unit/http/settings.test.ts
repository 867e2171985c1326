import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnphamError } from "../../../src/base/diagnostic.ts";
import { isLoopback, keysFileOf, readPlaces, readSettings } from "../../../src/http/settings.ts";

const refused = (environment: Record<string, string>) => {
  try {
    readSettings(environment);
    return [];
  } catch (thrown) {
    return (thrown as AnphamError).diagnostics.map(({ code, message }) => `${code}: ${message.en}`);
  }
};

describe("settings", () => {
  test("without any, the service is this machine's own", () => {
    expect(readSettings({})).toMatchObject({ HOST: "127.0.0.1", PORT: 8080, AUTH: "off", CORS: [] });
  });

  test("the command line says more than the environment", () => {
    expect(readSettings({ ANPHAM_PORT: "1", ANPHAM_QUEUE: "5" }, { PORT: "0" })).toMatchObject({
      PORT: 0,
      QUEUE: 5,
    });
  });

  test("every wrong variable is told at once, a misspelt one too", () => {
    const found = refused({ ANPHAM_PORT: "http", ANPHAM_QUEUE: "0", ANPHAM_KEY: "x" });
    expect(found).toHaveLength(3);
    expect(found.join("\n")).toMatch(/ANPHAM_KEY .*no such setting[\s\S]*ANPHAM_PORT[\s\S]*ANPHAM_QUEUE/);
  });

  const inBoth = (environment: Record<string, string>) => {
    try {
      readSettings(environment);
      return [];
    } catch (thrown) {
      return (thrown as AnphamError).diagnostics.map(({ message, hint }) => ({
        vi: `${message.vi} ${hint.vi}`,
        en: `${message.en} ${hint.en}`,
      }));
    }
  };

  test.each([
    ["ANPHAM_PORT", "http", "it is “http”. Expected: a number."],
    ["ANPHAM_QUEUE", "0", "it is “0”. Expected: at least 1."],
    ["ANPHAM_GRACE", "1.5", "it is “1.5”. Expected: a whole number."],
    ["ANPHAM_LOG", "loud", "it is “loud”. Expected: one of: silent, error, warn, info, debug."],
    ["ANPHAM_WEBHOOKS_HOSTS", "x", "there is no such setting. Expected: ANPHAM_WEBHOOK_HOSTS"],
  ])("%s=%s is told in both languages, with what is wanted", (name, value, english) => {
    const [found, ...more] = inBoth({ [name]: value });
    expect(more).toEqual([]);
    expect(found!.en).toContain(`${name} is not valid: ${english}`);
    expect(found!.vi).toMatch(/không hợp lệ: (đang là “|không có cấu hình này).*Cần: /);
    expect(found!.vi).not.toMatch(/expected|Invalid|Too small/);
  });

  test("what is secret stands in no complaint", () => {
    const [found] = inBoth({ ANPHAM_SECRET: "mật khẩu ngắn" });
    expect(found!.en).toContain("Expected: at least 32 characters.");
    expect(JSON.stringify(found)).not.toContain("mật khẩu");
  });

  test.each([
    [
      "ANPHAM_CORS",
      ["https://a.vn", "http://localhost:3000"],
      ["https://a.vn/", "*", "a.vn", "HTTPS://a.vn", "https://*.a.vn"],
    ],
    ["ANPHAM_HOSTS", ["a.vn", "10.0.0.5", "::1"], ["https://a.vn", "a.vn:443", "*.a.vn"]],
    ["ANPHAM_TRUST_PROXY", ["127.0.0.1", "10.0.0.0/8", "loopback"], ["proxy", "10.0.0.0/40", "0.0.0.0/0"]],
    ["ANPHAM_WEBHOOK_HOSTS", ["a.vn", "a.vn:8443", "10.0.0.5"], ["https://a.vn", "a.vn/x", "*.a.vn"]],
    ["ANPHAM_WEBHOOK_PRIVATE", ["10.0.0.5", "10.0.0.0/8", "fd00::/8"], ["localhost", "10.0.0.0/0"]],
  ])("a part of %s that would never fit anything is refused", (name, sound, wrong) => {
    const read = readSettings({ [name]: sound.join(" ") });
    expect(read[name.slice("ANPHAM_".length) as "CORS"]).toEqual(sound);
    expect(refused({ [name]: [...sound, ...wrong].join(", ") })).toEqual(
      wrong.map((part) => `service.bad-setting: The setting ${name} is not valid: it is “${part}”.`),
    );
  });

  test.each(["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.evil.example", "example.org"])(
    "without keys, nothing is opened at %s",
    (host) => {
      expect(refused({ ANPHAM_HOST: host })[0]).toContain("service.open-without-keys");
      expect(readSettings({ ANPHAM_HOST: host, ANPHAM_AUTH: "keys" }).HOST).toBe(host);
    },
  );

  test.each([
    [{}, {}, "anpham-state/keys.json"],
    [{ ANPHAM_STATE: "/srv/a" }, {}, "/srv/a/keys.json"],
    [{ ANPHAM_STATE: "/srv/a", ANPHAM_KEYS: "/etc/k.json" }, {}, "/etc/k.json"],
    [{ ANPHAM_STATE: "/srv/a" }, { STATE: "/srv/b" }, "/srv/b/keys.json"],
  ])("whoever makes keys finds the service's file: %o, %o", (environment, given, file) => {
    expect(keysFileOf(readPlaces(environment, given))).toBe(resolve(file));
    expect(keysFileOf(readSettings(environment, given))).toBe(resolve(file));
  });

  test("making keys asks nothing of other settings, but for their names", () => {
    expect(readPlaces({ ANPHAM_HOST: "0.0.0.0", ANPHAM_PORT: "http", ANPHAM_STATE: "/srv/a" })).toEqual({
      STATE: "/srv/a",
      KEYS: null,
    });
    expect(() => readPlaces({ ANPHAM_STAT: "/srv/a" })).toThrow("ANPHAM_STAT ");
  });

  test.each([
    [{ ANPHAM_REDIS: "http://:hush@host" }, "queue.bad-address"],
    [{ ANPHAM_STORE: "ftp://me:hush@host/x" }, "store.bad-address"],
    [{ ANPHAM_STORE: "s3://bucket/x?endpoint=minio:9000" }, "store.bad-address"],
  ])("%o is refused at the start, not by every job", (environment, code) => {
    const [found, ...more] = refused(environment as Record<string, string>);
    expect(found).toContain(code);
    expect(found).not.toContain("hush");
    expect(more).toEqual([]);
  });

  test("loopback", () => {
    expect(["127.0.0.1", "127.9.9.9", "localhost", "::1"].every(isLoopback)).toBe(true);
  });
});
