/** How many more characters fit, as the engine found by trying; or that the text does not show as it is. */

import { pieceKey } from "../../../model/draft.ts";
import { useStore } from "../editor.tsx";
import { fitKey } from "../fitting.ts";

/** A Vietnamese word with its blank has some five letters (a syllable 3.2 and a blank, by the campaign's own texts 4.6). */
const LETTERS = 4.6;

export function RoomCount({ path }: { readonly path: string }) {
  const store = useStore();
  const { piece, fits, view, focus } = store;
  const saying = view.value.sayings[path];
  const value = store.fieldValue(path);
  if (typeof value !== "string" || value === "") return null;
  const room = fits.value[fitKey(pieceKey(piece.value), path)];
  const isLive = focus.value === path;
  const [text, tone] = words(room, saying, isLive);
  return text === "" ? null : (
    <span class={`count ${tone}`} aria-live={isLive ? "polite" : undefined}>
      {text}
    </span>
  );
}

function words(
  room: number | null | undefined,
  saying: string | undefined,
  isLive: boolean,
): readonly [text: string, tone: string] {
  const count = (characters: number) => Math.max(1, Math.floor(Math.abs(characters) / LETTERS));
  if (saying === "unsaid") {
    if (isLive && room !== undefined && room !== null && room < 0)
      return [`dài quá ${count(room)} chữ, chưa hiện`, "over"];
    return ["không đủ chỗ trên khổ này", ""];
  }
  if (saying === "short") {
    if (isLive && room !== undefined && room !== null && room < 0)
      return [`bớt ${count(room)} chữ để hiện đủ`, "tight"];
    return ["", ""];
  }
  if (!isLive || room === undefined) return ["", ""];
  if (room === null || room < LETTERS) return ["vừa khít", "tight"];
  if (room >= 200) return ["còn nhiều chỗ", ""];
  const left = count(room);
  return [`còn vừa ${left} chữ`, left <= 2 ? "tight" : ""];
}
