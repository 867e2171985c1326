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

  test("loopback", () => {
    expect(["127.0.0.1", "127.9.9.9", "localhost", "::1"].every(isLoopback)).toBe(true);
  });
});
