import { expect, test } from "vitest";
import { openStore, type Store } from "../../../../../src/web/client/editor/store.ts";
import { EMPTY_DRAFT, type PieceDraft } from "../../../../../src/web/model/draft.ts";

const piece = (format: string, data: PieceDraft["data"] = {}): PieceDraft => ({
  template: "recruitment-flyer",
  format,
  theme: null,
  data,
});

const opened = (pieces: readonly PieceDraft[], data = {}): Store =>
  openStore({
    kind: "editor",
    catalogue: {
      ...{ institutions: [], campaigns: [], messages: [], audiences: [], events: [], ready: [] },
      ...{ themes: [], formats: [], templates: [], profiles: [] },
    },
    draft: { ...EMPTY_DRAFT, institution: "cd-y-te", pieces, data },
    form: { groups: [], fields: [] },
    base: { badge: "Tuyển sinh 2026" },
    first: null,
    pictures: [],
    gone: [],
  });

test("what is typed for the set shows, also where the piece had a text of its own", () => {
  const store = opened([piece("a5", { badge: "Riêng", "badge.short": "R" }), piece("a4", { badge: "Khác" })]);
  store.say("badge", "Cả bộ");
  expect(store.fieldValue("badge")).toBe("Cả bộ");
  expect(store.draft.value.data).toEqual({ badge: "Cả bộ" });
  expect(store.draft.value.pieces.map(({ data }) => data)).toEqual([{}, { badge: "Khác" }]);
});

test("a single piece is its set, whatever was chosen while there were more", () => {
  const store = opened([piece("a5", { badge: "Riêng" }), piece("a4")]);
  store.scope.value = "piece";
  store.change({ ...store.draft.value, pieces: store.draft.value.pieces.slice(0, 1) });
  store.say("badge", "Đã gõ");
  expect(store.fieldValue("badge")).toBe("Đã gõ");
  expect(store.isSaid("badge")).toBe(true);
  store.unsay("badge");
  expect(store.fieldValue("badge")).toBe("Tuyển sinh 2026");
});

test("a piece's text goes back to its set's, a set's to the sources'", () => {
  const store = opened([piece("a5", { badge: "Riêng" }), piece("a4")], { badge: "Cả bộ" });
  store.scope.value = "piece";
  store.unsay("badge");
  expect(store.fieldValue("badge")).toBe("Cả bộ");
  // There is nothing of this piece's to take back.
  expect(store.isSaid("badge")).toBe(false);
  store.scope.value = "set";
  store.unsay("badge");
  expect(store.fieldValue("badge")).toBe("Tuyển sinh 2026");
});

test("a piece may say what the sources say where its set says something else", () => {
  const store = opened([piece("a5"), piece("a4")], { badge: "Cả bộ" });
  store.scope.value = "piece";
  store.say("badge", "Tuyển sinh 2026");
  expect(store.fieldValue("badge")).toBe("Tuyển sinh 2026");
  store.say("badge", "Cả bộ");
  expect(store.draft.value.pieces[0]?.data).toEqual({});
});

test("several fields are one step to undo", () => {
  const store = opened([piece("a5")], { "photo.focus.x": 0.2, "photo.focus.y": 0.3 });
  store.sayAll({ "photo.file": "upload:x", "photo.focus.x": null, "photo.focus.y": null });
  expect(store.draft.value.data).toEqual({ "photo.file": "upload:x" });
  store.undo();
  expect(store.draft.value.data).toEqual({ "photo.focus.x": 0.2, "photo.focus.y": 0.3 });
  expect(store.canUndo.value).toBe(false);
});

test("looking at another piece is no step, and what was undone can be done again after it", () => {
  const store = opened([piece("a5"), piece("a4")]);
  store.say("badge", "Một");
  store.undo();
  store.look(1);
  expect(store.piece.value.format).toBe("a4");
  expect(store.canRedo.value).toBe(true);
  store.redo();
  expect(store.fieldValue("badge")).toBe("Một");
});

test.each([
  ["another change", (store: Store) => store.say("badge", "Khác")],
  ["undoing it elsewhere", (store: Store) => store.undo()],
])("the offer to take back the last change ends with %s", (_, act) => {
  const store = opened([piece("a5")]);
  store.say("badge", "Một");
  store.toast.value = { text: "…", action: { name: "Lấy lại", run: store.undo } };
  store.look(0);
  expect(store.toast.value).not.toBeNull();
  act(store);
  expect(store.toast.value).toBeNull();
});
