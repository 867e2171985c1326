import { beforeAll, expect, test } from "vitest";
import type { RenderRequest } from "../../../../src/model/request.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { createEngine, type Engine } from "../../../../src/render.ts";
import { fitOf, withoutText, withText } from "../../../../src/run/form/fit.ts";
import { preview } from "../../../../src/run/form/preview.ts";

const folders = packageFolders();
const flyer: RenderRequest = { template: "recruitment-flyer", format: "a5", institution: "cd-y-te" };
let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(folders);
});
const roomOf = (request: RenderRequest, path: string, limit = 600) =>
  fitOf(engine, { kind: "fit", folders, request, path, limit });
const look = (request: RenderRequest) => preview(engine, { kind: "preview", folders, request, pages: [] });

test("as many characters as it says can be added, and then there is next to no room left", async () => {
  const typed = (text: string) => withText(flyer, "message.text", text);
  const { room } = await roomOf(typed("Học nghề hôm nay"), "message.text", 200);
  expect(room).toBeGreaterThan(10);
  const filled = typed(`Học nghề hôm nay${" học nghề cùng nhà trường".repeat(9).slice(0, room! - 1)}`);
  expect((await look(filled)).sayings["message.text"]).toBe("whole");
  expect((await roomOf(filled, "message.text", 200)).room).toBeLessThan(room! / 2);
});

test("the counter of a text that grows goes down: nothing drifts", async () => {
  const room = async (text: string) =>
    (await roomOf(withText(flyer, "message.text", text), "message.text", 200)).room!;
  const short = await room("Học nghề hôm nay");
  const longer = await room("Học nghề hôm nay, vững tương lai");
  expect(short).toBeGreaterThan(0);
  expect(longer).toBeLessThan(short);
});

test("a text that is too long says how much must go, and without that it fits", async () => {
  const standee: RenderRequest = {
    ...flyer,
    template: "standee",
    format: "standee-800x1800",
    event: "labour-skills-day",
  };
  const lead = `${"Học đi đôi với hành, gắn với doanh nghiệp, vững tay nghề. ".repeat(6)}`.trim();
  const { room } = await roomOf(withText(standee, "lead", lead), "lead");
  expect(room).toBeLessThan(0);
  const shorter = withText(standee, "lead", lead.slice(0, lead.length + room!));
  expect((await look(shorter)).sayings.lead).toBe("whole");
});

test("a text that the piece never says has no figure", async () => {
  expect((await roomOf(flyer, "award.citation")).room).toBeNull();
});

test("texts are laid over and taken away at their path", () => {
  const request = withText({ ...flyer, data: { benefits: ["a", "b"] } }, "benefits.1", "c");
  expect(request.data).toEqual({ benefits: ["a", "c"] });
  expect(withoutText(withText(flyer, "message.text", "x"), "message.text").data).toEqual({ message: {} });
});
