import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepPreviews } from "../../../../../src/web/client/editor/previews.ts";
import { keepSources } from "../../../../../src/web/client/editor/sources.ts";
import { openStore, type Store } from "../../../../../src/web/client/editor/store.ts";
import type { FormatCard } from "../../../../../src/web/model/catalogue.ts";
import { EMPTY_DRAFT, pieceKey } from "../../../../../src/web/model/draft.ts";

const PIECE = { template: "recruitment-flyer", format: "a5", theme: null, data: {} };
const REPLY = { pages: [], pageCount: 1, bleed: 0, diagnostics: [], sayings: {}, places: {}, took: 1 };
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

let answer: (path: string, body: string) => Response | null | Promise<Response>;
let fieldsTake: number;
let store: Store;
let stops: (() => void)[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    if (path === "/form/fields") await new Promise((later) => setTimeout(later, fieldsTake));
    const response = await answer(path, String(init.body));
    if (!response) throw new TypeError("away");
    return response;
  });
  answer = () => json(200, REPLY);
  fieldsTake = 1000;
  store = openStore({
    kind: "editor",
    catalogue: {
      ...{ institutions: [], campaigns: [], messages: [], audiences: [], events: [], ready: [] },
      ...{ themes: [], templates: [], profiles: [], formats: [{ id: "a5" } as FormatCard] },
    },
    draft: { ...EMPTY_DRAFT, institution: "cd-y-te", pieces: [PIECE] },
    ...{ form: { groups: [], fields: [] }, base: {}, first: null, pictures: [], gone: [] },
  });
  stops = [keepSources(store), keepPreviews(store)];
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const view = () => store.views.value[pieceKey(PIECE)];

test("a server that comes back with a refusal is back: what is mended then is drawn", async () => {
  await vi.advanceTimersByTimeAsync(10);
  answer = () => null;
  store.say("badge", "sai");
  await vi.advanceTimersByTimeAsync(10);
  expect(store.isAway.value).toBe(true);
  answer = (_, body) =>
    body.includes("sai") ? json(422, { title: "Sai.", diagnostics: [] }) : json(200, REPLY);
  await vi.advanceTimersByTimeAsync(2500);
  expect(store.isAway.value).toBe(false);
  expect(view()).toMatchObject({ isFresh: true, isRefused: true });
  store.say("badge", "đúng");
  await vi.advanceTimersByTimeAsync(10);
  expect(view()).toMatchObject({ isFresh: true, isRefused: false });
});

test("fields that do not come hold up no picture", async () => {
  await vi.advanceTimersByTimeAsync(10);
  let asked = 0;
  answer = (path) => {
    if (path !== "/form/fields") return json(200, REPLY);
    asked++;
    return asked === 1 ? null : json(200, { form: { groups: [], fields: [] }, base: {} });
  };
  store.change({ ...store.draft.value, event: "job-fair" });
  await vi.advanceTimersByTimeAsync(1500);
  expect([asked, view()?.isFresh]).toEqual([1, true]);
  store.say("badge", "Thử");
  await vi.advanceTimersByTimeAsync(10);
  expect(view()?.isFresh).toBe(true);
  await vi.advanceTimersByTimeAsync(3500);
  expect([asked, store.isAway.value]).toEqual([2, false]);
});

test("a picture that does not come in ten seconds is told to be waited for, until it is there", async () => {
  await vi.advanceTimersByTimeAsync(10);
  let arrive: (response: Response) => void = () => undefined;
  answer = () => new Promise((resolve) => (arrive = resolve));
  store.say("badge", "Thử");
  await vi.advanceTimersByTimeAsync(9_000);
  expect(store.isAway.value).toBe(false);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(store.isAway.value).toBe(true);
  arrive(json(200, REPLY));
  await vi.advanceTimersByTimeAsync(10);
  expect([store.isAway.value, view()?.isFresh]).toEqual([false, true]);
});

test("what was found is not said of a draft that has gone on, but of each of its pages", async () => {
  await vi.advanceTimersByTimeAsync(10);
  expect(store.isJudged.value).toBe(true);
  let arrive: (response: Response) => void = () => undefined;
  answer = () => new Promise((resolve) => (arrive = resolve));
  store.say("badge", "Thử");
  expect(store.isJudged.value).toBe(false);
  await vi.advanceTimersByTimeAsync(10);
  store.say("badge", "Thử nữa");
  arrive(json(200, REPLY));
  await vi.advanceTimersByTimeAsync(10);
  expect(store.isJudged.value).toBe(false);
  arrive(json(422, { title: "Sai.", diagnostics: [] }));
  await vi.advanceTimersByTimeAsync(10);
  expect(store.isJudged.value).toBe(true);
  store.page.value = 1;
  expect([view()?.isFresh, store.isJudged.value]).toEqual([false, true]);
  store.undo();
  expect(store.isJudged.value).toBe(false);
});
