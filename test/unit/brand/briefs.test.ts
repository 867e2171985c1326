/** The four stress overlays: laid over a real brief, each still is one. */

import { describe, expect, it } from "vitest";
import { brief } from "../../../src/model/brief.ts";
import { campaign } from "../../../src/model/campaign.ts";
import { institution } from "../../../src/model/institution.ts";
import { dataFiles, lucideHas } from "./brand-files.ts";

const school = institution.parse(
  dataFiles("brand/institutions").find(({ name }) => name === "cd-ky-nghe-binh-thuan")?.json,
);
const plan = campaign.parse(dataFiles("brand/campaigns").find(({ name }) => name === "gdnn-2026")?.json);
const audience = plan.audiences[0]!;
const typical = {
  institution: {
    name: school.name,
    monogram: school.monogram,
    governingBody: school.governingBody,
    logo: school.logo,
  },
  audience: { id: audience.id, name: audience.name.vi },
  badge: plan.badge,
  message: plan.messages[0],
  lead: audience.lead,
  event: null,
  programmesTitle: "Nghề đào tạo",
  programmes: school.programmes,
  benefits: school.benefits,
  callToAction: audience.callToAction,
  enrolmentPeriod: plan.enrolmentPeriod,
  contact: school.contact,
  award: plan.awards[0],
  invitation: plan.invitation,
  handbook: plan.handbook,
  qr: school.enrolmentUrl,
  photo: null,
};

/** Objects merge; arrays and plain values replace; null clears. */
function overlay(base: unknown, over: unknown): unknown {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(base) || !isObject(over)) return over;
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = overlay(base[key], value);
  return merged;
}

const fixtures = new Map(dataFiles("test/fixtures/briefs").map(({ name, json }) => [name, json]));
const laidOver = (name: string) => brief.parse(overlay(typical, fixtures.get(name)));

it("has the four data sets of the art direction", () => {
  expect([...fixtures.keys()]).toEqual(["bare", "long", "short", "typical"]);
});

describe.each([...fixtures.keys()])("%s", (name) => {
  it("is a brief, with icons that exist", () => {
    const icons = laidOver(name).programmes.flatMap(({ icon }) => icon ?? []);
    expect(icons.filter((icon) => !lucideHas(icon))).toEqual([]);
  });
});

it("typical overrides nothing", () => {
  expect(laidOver("typical")).toEqual(brief.parse(typical));
});

it("short is short", () => {
  const { institution: who, programmes } = laidOver("short");
  expect(who.name.text).toBe("CĐ Y tế");
  expect(programmes).toHaveLength(3);
});

it("long is long, without a short form to fall back on", () => {
  const { institution: who, programmes, contact, lead } = laidOver("long");
  expect(who.name.text.length).toBeGreaterThanOrEqual(90);
  expect(who.name.short).toBeNull();
  expect(programmes).toHaveLength(14);
  expect(programmes.filter(({ name }) => name.text.length < 35)).toEqual([]);
  expect(contact.phones).toHaveLength(3);
  expect(contact.addresses).toHaveLength(2);
  expect(lead!.text.length).toBeGreaterThan(200);
});

it("bare has nothing that can be left out", () => {
  const { institution: who, event, photo, lead, benefits, qr, programmes, contact } = laidOver("bare");
  expect({ logo: who.logo, event, photo, lead, benefits, qr, programmes }).toEqual({
    logo: null,
    event: null,
    photo: null,
    lead: null,
    benefits: [],
    qr: null,
    programmes: [],
  });
  expect(contact).toMatchObject({ website: null, email: null, facebook: null, zalo: null });
  expect([contact.phones.length, contact.addresses.length]).toEqual([1, 1]);
});
