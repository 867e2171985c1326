import { expect, test } from "vitest";
import { KEPT_SLOTS, SLOT_PRIORITY } from "../../../src/model/brief.ts";
import { sampleBrief } from "../kit/sample-job.ts";

const rank = (slot: (typeof SLOT_PRIORITY)[number]) => SLOT_PRIORITY.indexOf(slot);

test("what a lawful, useful piece cannot lack comes first, the lead goes first", () => {
  expect(SLOT_PRIORITY.slice(0, 4)).toEqual([...KEPT_SLOTS]);
  expect(SLOT_PRIORITY.slice(-4)).toEqual(["institution.governingBody", "benefits", "message.tail", "lead"]);
  expect(rank("event.date")).toBeLessThan(rank("programmes"));
  expect(rank("contact.addresses.0")).toBeLessThan(rank("contact.addresses.*"));
  expect(new Set(SLOT_PRIORITY).size).toBe(SLOT_PRIORITY.length);
});

test.each(SLOT_PRIORITY)("%s is a slot of the brief", (slot) => {
  let value: unknown = sampleBrief();
  for (const step of slot.split(".").map((part) => (part === "*" ? "0" : part))) {
    expect(value).toHaveProperty([step]);
    value = (value as Record<string, unknown>)[step];
  }
});
