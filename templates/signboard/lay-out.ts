import {
  fitHeadline,
  grid,
  type PageContext,
  phraseSettings,
  setLogo,
  setPhrase,
  stackHeight,
  typeScale,
} from "anpham/kit";
import { setFoot } from "./foot.tsx";

/** An upright sign holds so many letters in a line that a name does not fall apart into single words. */
const lines = (name: string) => Math.ceil(name.length / 9);

/** Mark, governing body and registered name: as large as the board allows, the name never in its short form. */
function setTitle(
  page: PageContext,
  room: { readonly width: number; readonly height: number },
  logoHeight: number,
) {
  const { institution } = page.brief;
  const type = typeScale(page, 0.05);
  const upright = page.format.height > page.format.width;
  const logo =
    logoHeight > 0 ? setLogo(page, "logo", { height: logoHeight, maxWidth: room.width * 0.6 }) : null;
  const gap = logoHeight * (upright ? 0.25 : 0.22);
  const width = room.width - (logo && !upright ? logo.width + gap : 0);
  const body =
    institution.governingBody &&
    setPhrase(page, institution.governingBody, {
      size: type.size(upright ? 0.2 : 0.45),
      weight: 500,
      leading: 1.3,
      width,
      maxLines: upright ? 3 : 1,
      minimum: type.minimum,
    });
  const between = type.minimum * 0.5;
  const over = stackHeight([body || null], between) + (logo && upright ? logo.height + gap : 0);
  const name = fitHeadline(
    page,
    phraseSettings(page, institution.name.text, upright ? lines(institution.name.text) : 5),
    {
      width,
      height: room.height - over,
      align: upright ? "center" : "left",
    },
  );
  return { logo, gap, body: body || null, between, name, width, over, upright };
}

/** The foot takes what it needs; the title takes the rest, its mark as large as leaves the name room. */
export function layOut(page: PageContext) {
  const { trim } = page.geometry;
  const { box, baseline, short } = grid(page, 0.07);
  const type = typeScale(page, 0.05);
  const upright = trim.height > trim.width;
  const foot = setFoot(page, { width: box.width, gap: baseline, upright });
  const footY = box.y + box.height - foot.height;
  const fieldY = footY - 1.3 * baseline;
  const room = { width: box.width, height: fieldY - 1.3 * baseline - box.y };
  const shares = upright ? [0.5, 0.36, 0.26] : [0.6, 0.48, 0.36, 0];
  const titles = shares.map((share) => setTitle(page, room, share * (upright ? short : room.height)));
  const title = titles.find(({ name }) => name.size >= type.message * 1.15) ?? titles.at(-1)!;
  return { box, upright, foot, footY, fieldY, room, title };
}
