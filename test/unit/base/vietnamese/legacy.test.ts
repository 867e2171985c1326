/** Letter by letter: TCVN3 against an independent table, VNI against the fonts' published one. */

import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { fromTcvn3, TCVN3 } from "../../../../src/base/vietnamese/tcvn3.ts";
import { fromVni, VNI } from "../../../../src/base/vietnamese/vni.ts";
import { VIETNAMESE_LETTERS } from "../../../../src/cli/vietnamese-letters.ts";

const isSmall = (letter: string) => letter === letter.toLowerCase();

describe("TCVN3", () => {
  const has = VIETNAMESE_LETTERS.filter((letter) => isSmall(letter) || "ĂÂÊÔƠƯĐ".includes(letter));

  test("74 letters", () => {
    expect(has).toHaveLength(74);
    expect([...TCVN3.values()].sort()).toEqual([...has].sort());
  });

  // iconv-lite's table of TCVN 5712 was made by others.
  test.each(has)("%s", (letter) => {
    const bytes = iconv.encode(letter, "tcvn");
    expect(bytes).toHaveLength(1);
    expect(fromTcvn3(bytes.toString("latin1"))).toBe(letter);
  });

  test("a sentence as it stands in old files", () => {
    expect(fromTcvn3("Tr­êng Cao ®¼ng Kü nghÖ B×nh ThuËn, §µ N½ng")).toBe(
      "Trường Cao đẳng Kỹ nghệ Bình Thuận, Đà Nẵng",
    );
  });
});

describe("VNI", () => {
  test("134 letters, each once", () => {
    expect([...VNI.values()].sort()).toEqual([...VIETNAMESE_LETTERS].sort());
  });

  // Each row: letters, and how they are written.
  test.each([
    ["á à ả ã ạ", "aù aø aû aõ aï"],
    ["ă ắ ằ ẳ ẵ ặ", "aê aé aè aú aü aë"],
    ["â ấ ầ ẩ ẫ ậ", "aâ aá aà aå aã aä"],
    ["đ", "ñ"],
    ["é è ẻ ẽ ẹ", "eù eø eû eõ eï"],
    ["ê ế ề ể ễ ệ", "eâ eá eà eå eã eä"],
    ["í ì ỉ ĩ ị", "í ì æ ó ò"],
    ["ó ò ỏ õ ọ", "où oø oû oõ oï"],
    ["ô ố ồ ổ ỗ ộ", "oâ oá oà oå oã oä"],
    ["ơ ớ ờ ở ỡ ợ", "ô ôù ôø ôû ôõ ôï"],
    ["ú ù ủ ũ ụ", "uù uø uû uõ uï"],
    ["ư ứ ừ ử ữ ự", "ö öù öø öû öõ öï"],
    ["ý ỳ ỷ ỹ ỵ", "yù yø yû yõ î"],
  ])("%s", (letters, codes) => {
    expect(fromVni(codes)).toBe(letters);
    expect(fromVni(codes.toUpperCase())).toBe(letters.toUpperCase());
  });

  test("a sentence as it stands in old files", () => {
    expect(fromVni("Tröôøng Cao ñaúng Kyõ ngheä Bình Thuaän, Ñaø Naüng, NGUYEÃN THÒ AÙNH, AÙnh")).toBe(
      "Trường Cao đẳng Kỹ nghệ Bình Thuận, Đà Nẵng, NGUYỄN THỊ ÁNH, Ánh",
    );
  });
});
