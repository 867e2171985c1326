import {
  type ColorToken,
  Frame,
  groupPhone,
  type Node,
  type PageContext,
  setText,
  stackHeight,
  Text,
  type TextSetting,
  Tile,
  textOn,
  tileColors,
} from "anpham/kit";
import { sizes, unitOf } from "./panels.ts";

interface Step {
  readonly number: TextSetting;
  readonly title: TextSetting;
  readonly text: TextSetting | null;
  readonly height: number;
}

/** How one enrols, step by step. */
export interface EnrolmentSetting {
  readonly title: TextSetting;
  readonly steps: readonly Step[];
  readonly tile: number;
  readonly gap: number;
  readonly width: number;
  readonly height: number;
}

const MOST = 4;

/** The handbook's way to enrol, where the campaign has one; else the usual three steps. */
function stepsOf({
  brief,
}: PageContext): readonly { readonly title: string; readonly text: string | null }[] {
  const { handbook, contact, enrolmentPeriod } = brief;
  const chapter = handbook?.chapters.find(({ kind, items }) => kind === "contact" && items.length > 1);
  if (chapter) return chapter.items.slice(0, MOST).map(({ title, text }) => ({ title: title.text, text }));
  return [
    { title: "Gọi để được tư vấn", text: groupPhone(contact.phones[0]!) },
    { title: "Đến trường, xem xưởng thực hành", text: contact.addresses[0]!.text },
    {
      title: "Nộp hồ sơ xét tuyển",
      text: enrolmentPeriod?.text ?? "Hỏi trước nhà trường những giấy tờ cần nộp.",
    },
  ];
}

/** From the largest type with all words to the smallest, closer together at last; then the same with the titles alone. */
const WAYS = [
  ...[2, 1.6, 1.3, 1, 0.7, 0.4, 0.1].map((step) => ({ step, texts: true, apart: 1 })),
  ...[0.75, 0.5].map((apart) => ({ step: 0.1, texts: true, apart })),
  ...[0.4, 0.1].map((step) => ({ step, texts: false, apart: 1 })),
  ...[0.75, 0.5].map((apart) => ({ step: 0.1, texts: false, apart })),
];

/** As much as the room allows; `null` where there is too little. */
export function setEnrolment(page: PageContext, width: number, height: number): EnrolmentSetting | null {
  const size = sizes(page);
  const heading = { weight: 700, family: "display", width, leading: 1.2 } as const;
  const title = setText(page, "Đăng ký học thế nào?", { ...heading, size: size(2) });
  const sets = WAYS.map(({ step, texts, apart }) => {
    const gap = 6 * unitOf(page) * apart;
    const tile = size(step) * 2;
    const inner = width - 1.4 * tile;
    const steps = stepsOf(page).map((one, index): Step => {
      const name = setText(page, one.title, { size: size(step), weight: 700, width: inner, leading: 1.3 });
      const text =
        texts && one.text
          ? setText(page, one.text, { size: size(step - 0.4), width: inner, leading: 1.4 })
          : null;
      const number = setText(page, String(index + 1), { size: size(step), weight: 700 });
      return { number, title: name, text, height: Math.max(tile, name.height + (text?.height ?? 0)) };
    });
    return { title, steps, tile, gap, width, height: title.height + stackHeight(steps, gap) };
  });
  return sets.find((set) => set.height <= height) ?? null;
}

export interface EnrolmentProps {
  readonly set: EnrolmentSetting;
  readonly x: number;
  readonly y: number;
  readonly ground: ColorToken;
}

export const Enrolment = ({ set, x, y, ground }: EnrolmentProps, page: PageContext): Node => {
  const { title, steps, tile, gap, width, height } = set;
  const tileColor = tileColors(page, ground);
  const strong = textOn(page, ground, "primary", "paper");
  return (
    <>
      <Frame name="steps-title" x={x} y={y} width={width} height={title.height}>
        <Text set={title} color={strong} />
      </Frame>
      <Frame name="steps" x={x} y={y + title.height + gap} width={width} height={height - title.height - gap}>
        <div style={{ display: "flex", flexDirection: "column", gap, width }}>
          {steps.map((step) => (
            <div style={{ display: "flex", gap: 0.4 * tile, height: step.height }}>
              <Tile size={tile} color={tileColor.ground}>
                <Text set={step.number} color={tileColor.figure} />
              </Tile>
              <div style={{ display: "flex", flexDirection: "column" }}>
                <Text set={step.title} color={strong} />
                {step.text && <Text set={step.text} color={textOn(page, ground, "ink", "paper")} />}
              </div>
            </div>
          ))}
        </div>
      </Frame>
    </>
  );
};
