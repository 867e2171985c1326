/**
 * A process that draws one picture, given as the bytes of a cleaned SVG, as pieces will draw it, and ends. Its own entry
 * point of the build: processes start from a file.
 */

import { buffer } from "node:stream/consumers";
import { assetPictures } from "../../layout/asset-pictures.ts";
import { pictureFrom } from "../../resolve/assets.ts";
import { lookAtMark } from "../../resolve/mark-look.ts";

const picture = await pictureFrom(new Uint8Array(await buffer(process.stdin)), "");
const look = await lookAtMark(picture);
await assetPictures([{ ...picture, role: "logo", focus: { x: 0.5, y: 0.5 }, tones: null, look }]);
