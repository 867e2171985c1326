/** Whom a card is for: form of address, name, role and number; without a person, lines to write on. */

import {
  type ColorToken,
  capitals,
  column,
  Frame,
  fitHeadline,
  Headline,
  type Mm,
  type PageContext,
  type Rect,
  setPhrase,
  setText,
  stackHeight,
  Text,
  type TextSetting,
  textOn,
  typeScale,
} from "anpham/kit";

type Align = PageContext["theme"]["align"];

export interface PersonSetting {
  readonly align: Align;
  readonly title: TextSetting | null;
  readonly name: TextSetting;
  readonly detail: TextSetting | null;
  readonly number: TextSetting | null;
  readonly gap: Mm;
  readonly at: Rect;
}

/** Widths to break the name for, in parts of its length on one line. */
const SHARES = [1.02, 0.62, 0.48, 0.36, 0.28];
/** How much larger than running text a name must be. */
const LARGER = 1.5;
/** The largest name, in parts of the height it may take: short ones leave air. */
const LARGEST = 0.42;

/** Ways to break a name, in the theme's case. */
function nameSettings(page: PageContext, name: string): readonly (readonly string[])[] {
  const text = page.theme.headline.capitals ? capitals(name) : name;
  const options = { size: 1, family: "display", weight: page.theme.headline.weight } as const;
  const whole = setText(page, text, options).width;
  return SHARES.map((share) => setText(page, text, { ...options, width: whole * share }).lines);
}

/** The number in parts of the size of running text: who looks for it stands at a desk's width. */
const NUMBER = 1.25;

/** Figures alone do not say what they count. */
const numberWords = (number: string): string => (/\p{L}/u.test(number) ? number : `Số ${number}`);

/** With the number; title and role as far as the name stays the largest thing. `null` without a person. */
export function setPerson(page: PageContext, at: Rect, gap: Mm, align: Align): PersonSetting | null {
  const { person } = page.brief;
  if (!person) return null;
  const type = typeScale(page);
  const size = type.size(0.4);
  const title = person.title
    ? setText(page, person.title, { size, weight: 500, width: at.width, leading: 1.25 })
    : null;
  const setDetail = (phrase: Parameters<typeof setPhrase>[1]) =>
    setPhrase(page, phrase, {
      size,
      minimum: type.minimum,
      weight: 500,
      width: at.width,
      leading: 1.3,
      maxLines: 2,
    });
  const detail = person.detail && setDetail(person.detail);
  const short = person.detail?.short ? setDetail({ text: person.detail.short, short: null }) : null;
  const number = person.number
    ? setText(page, numberWords(person.number), { size: size * NUMBER, weight: 700, width: at.width })
    : null;
  const ways = [
    [title, detail, number],
    [null, detail, number],
    [null, short, number],
    [title, null, number],
    [null, null, number],
  ] as const;
  const settings = ways.map(([before, after, last]) => {
    const height = at.height - stackHeight([before, after, last], gap);
    const name = fitHeadline(page, nameSettings(page, person.name), {
      width: at.width,
      height: Math.max(height, at.height * 0.2),
      maximum: at.height * LARGEST,
      align,
    });
    const fits = name.height <= height + ROUNDING;
    return { title: before, name, detail: after, number: last, gap, at, align, fits };
  });
  return settings.find(({ fits, name }) => fits && name.size >= size * LARGER) ?? settings.at(-1)!;
}

const ROUNDING = 1e-6;

interface PersonProps {
  readonly set: PersonSetting;
  readonly ground: ColorToken;
}

export const Person = ({ set, ground }: PersonProps, page: PageContext) => {
  const { title, name, detail, number, gap, at, align } = set;
  const height = stackHeight([title, name, detail, number], gap) - gap;
  const next = column(at.y + (at.height - height) / 2, gap);
  const place = (block: TextSetting) => ({ ...at, y: next(block), height: block.height });
  const quiet = textOn(page, ground, "muted", "tint");
  return (
    <>
      {title && (
        <Frame name="person-title" {...place(title)}>
          <Text set={title} color={quiet} align={align} />
        </Frame>
      )}
      <Frame name="person-name" {...place(name)}>
        <Headline set={name} color={textOn(page, ground, "primary", "paper")} align={align} />
      </Frame>
      {detail && (
        <Frame name="person-detail" {...place(detail)}>
          <Text set={detail} color={textOn(page, ground, "ink", "paper")} align={align} />
        </Frame>
      )}
      {number && (
        <Frame name="person-number" {...place(number)}>
          <Text set={number} color={textOn(page, ground, "primary", "paper")} align={align} />
        </Frame>
      )}
    </>
  );
};

interface BlanksProps {
  readonly at: Rect;
  readonly ground: ColorToken;
}

/** White between the first rule and the next label, in parts of the height. */
const BETWEEN = 0.07;
/** Thickness of a ruled line. */
const RULE: Mm = 0.25;

/** What a pen fills in. */
export const Blanks = ({ at, ground }: BlanksProps, page: PageContext) => {
  const gap = at.height * BETWEEN;
  const row = (at.height - gap) / 2;
  return ["Họ và tên", "Lớp, đơn vị"].map((label, index) => {
    const set = setText(page, label, { size: typeScale(page).minimum * 1.02, weight: 500, leading: 1.25 });
    const y = at.y + (row + gap) * index;
    return (
      <>
        <Frame name={`blank-${index + 1}`} x={at.x} y={y} width={at.width} height={set.height}>
          <Text set={set} color={textOn(page, ground, "muted")} />
        </Frame>
        <Frame
          name={`rule-${index + 1}`}
          role="art"
          x={at.x}
          y={y + row - 2 * RULE}
          width={at.width}
          height={RULE}
        >
          <div style={{ width: at.width, height: RULE, backgroundColor: page.color("muted") }} />
        </Frame>
      </>
    );
  });
};
