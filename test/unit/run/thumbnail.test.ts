import { expect, test } from "vitest";
import { FORMATS } from "../../../src/model/formats/index.ts";
import { renderRequest } from "../../../src/model/request.ts";
import { thumbnailPpi } from "../../../src/run/thumbnail.ts";

test.each([50, 480, 1200])("every format makes a picture of %i px that a request may ask for", (width) => {
  for (const format of FORMATS) {
    const ppi = thumbnailPpi(format, width);
    const pixels = [format.width, format.height].map((length) => Math.round((length * ppi) / 25.4));
    expect(renderRequest.shape.ppi.safeParse(ppi).success, format.id).toBe(true);
    expect(pixels[0]! <= width + 1 && pixels[1]! <= width * 1.5 + 1, format.id).toBe(true);
    expect(pixels[0]! >= width - 1 || pixels[1]! >= width * 1.5 - 1, format.id).toBe(true);
  }
});
