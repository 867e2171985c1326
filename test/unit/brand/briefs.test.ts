/** The four stress overlays: laid over a real brief, each still is one. */

import { describe, expect, it } from "vitest";
import { brief } from "../../../src/model/brief.ts";
import { campaign } from "../../../src/model/campaign.ts";
import { chapterKind } from "../../../src/model/handbook.ts";
import { institution } from "../../../src/model/institution.ts";
import { deepMerge } from "../../../src/resolve/deep-merge.ts";
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

const fixtures = new Map(dataFiles("brand/samples/briefs").map(({ name, json }) => [name, json]));
const laidOver = (name: string) => brief.parse(deepMerge(typical, fixtures.get(name)));

it("has the four data sets of the art direction", () => {
  expect([...fixtures.keys()]).toEqual(["bare", "long", "short", "typical"]);
});

describe.each([...fixtures.keys()])("%s", (name) => {
  it("is a brief, with icons that exist", () => {
    const icons = laidOver(name).programmes.flatMap(({ icon }) => icon ?? []);
    expect(icons.filter((icon) => !lucideHas(icon))).toEqual([]);
  });
});

it("typical keeps the campaign's and the institution's own words, and adds an event and a person", () => {
  const laid = laidOver("typical");
  const own = brief.parse(typical);
  const { event, person, award } = own;
  expect({ ...laid, event, person, award: { ...laid.award, number: award!.number } }).toEqual(own);
  expect([laid.event?.date, laid.event?.time, laid.event?.place?.text, laid.person?.name]).toEqual(
    Array(4).fill(expect.any(String)),
  );
});

it("short is short", () => {
  const { institution: who, programmes, person, award, handbook } = laidOver("short");
  expect(who.name.text).toBe("CĐ Y tế");
  expect(programmes).toHaveLength(3);
  expect(person!.name.length).toBeLessThan(8);
  expect(award!.citation.text.length).toBeLessThan(12);
  expect(new Set(handbook!.chapters.map(({ kind }) => kind))).toEqual(new Set(chapterKind.options));
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

it("long has long names, texts and lists for personal pieces and handbooks too", () => {
  const { person, award, invitation, handbook, directory } = laidOver("long");
  expect(person!.name.length).toBeGreaterThanOrEqual(40);
  expect(award!.citation.text.length).toBeGreaterThan(250);
  expect(award!.signer!.name.length).toBeGreaterThanOrEqual(35);
  expect(invitation!.purpose.text.length).toBeGreaterThan(120);
  expect(handbook!.chapters.length).toBeGreaterThanOrEqual(10);
  expect(Math.max(...handbook!.chapters.map(({ items }) => items.length))).toBeGreaterThanOrEqual(20);
  expect(directory.length).toBeGreaterThanOrEqual(16);
});

it("bare has nothing that can be left out", () => {
  const { institution: who, message, event, contact, ...rest } = laidOver("bare");
  expect({ ...rest, governingBody: who.governingBody, logo: who.logo, event }).toMatchObject({
    governingBody: null,
    logo: null,
    badge: null,
    event: null,
    photo: null,
    lead: null,
    benefits: [],
    qr: null,
    programmes: [],
    enrolmentPeriod: null,
    person: null,
    award: null,
    invitation: null,
    handbook: null,
    directory: [],
  });
  expect([message.overline, message.tail]).toEqual([null, null]);
  expect(contact).toMatchObject({ website: null, email: null, facebook: null, zalo: null });
  expect([contact.phones.length, contact.addresses.length]).toEqual([1, 1]);
});
