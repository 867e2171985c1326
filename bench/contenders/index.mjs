/** Who takes part. Modules are loaded only when asked for: a contender that is not installed is skipped by name. */

export const CONTENDERS = [
  {
    id: "anpham",
    name: "anpham (PDF/X-4, CMYK)",
    pictureName: "anpham",
    file: "./anpham.mjs",
    makes: ["pdf", "png", "merged"],
  },
  { id: "anpham-web", name: "anpham (web PDF, RGB)", file: "./anpham-web.mjs", makes: ["pdf", "merged"] },
  { id: "satori", name: "satori + resvg", file: "./satori.mjs", makes: ["png"] },
  { id: "takumi", name: "takumi", file: "./takumi.mjs", makes: ["png"] },
  { id: "typst", name: "Typst", file: "./typst.mjs", makes: ["pdf", "merged"] },
  { id: "chromium", name: "Chromium", file: "./chromium.mjs", makes: ["pdf", "png", "merged"] },
  { id: "react-pdf", name: "react-pdf", file: "./react-pdf.mjs", makes: ["pdf", "merged"] },
];

/** @returns {Promise<{ parallel: object, open: () => Promise<object> }>} */
export async function loadContender(id) {
  const { file } = CONTENDERS.find((each) => each.id === id);
  return (await import(file)).default;
}
