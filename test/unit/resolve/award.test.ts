import { expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { campaign } from "../../../src/model/campaign.ts";
import { chooseAward, withoutAwardId } from "../../../src/resolve/award.ts";
import { CAMPAIGN } from "./brand-folder.ts";

const plan = campaign.parse(CAMPAIGN);
const [skillsDay, fair] = plan.events;
const chosen = (...[event, data]: [typeof skillsDay | null, Record<string, unknown>]) =>
  chooseAward(plan, event ?? null, data)?.id;

test("what the data names goes before the event's, the event's before the first", () => {
  expect(chosen(null, {})).toBe("course");
  expect(chosen(fair, {})).toBe("course");
  expect(chosen(skillsDay, {})).toBe("skills");
  expect(chosen(skillsDay, { award: "course" })).toBe("course");
  expect(chosen(skillsDay, { award: { id: "course", number: "Số: 2" } })).toBe("course");
  expect(chosen(skillsDay, { award: null })).toBe("skills");
  expect(chooseAward({ ...plan, awards: [] }, fair!, {})).toBeNull();
});

test("an event that names none of the campaign's awards is reported", () => {
  expect(() => chooseAward(plan, { ...fair!, award: "skill" }, {})).toThrow(AnphamError);
});

test("the choice is taken out of the data, texts stay", () => {
  expect(withoutAwardId({ award: "course", lead: "x" })).toEqual({ lead: "x" });
  expect(withoutAwardId({ award: { id: "course", number: "Số: 2" } })).toEqual({
    award: { number: "Số: 2" },
  });
  for (const data of [{}, { award: null }, { award: { number: "Số: 2" } }, { award: 5 }]) {
    expect(withoutAwardId(data)).toBe(data);
  }
});
