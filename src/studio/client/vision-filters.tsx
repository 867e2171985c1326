import { colorMatrix, VISIONS } from "./vision.ts";

/** The filters that the picture's style names. */
export const VisionFilters = () => (
  <svg width="0" height="0" aria-hidden="true" class="filters">
    {VISIONS.map(
      (vision) =>
        vision !== "none" && (
          <filter id={`vision-${vision}`} color-interpolation-filters="linearRGB" key={vision}>
            <feColorMatrix type="matrix" values={colorMatrix(vision)} />
          </filter>
        ),
    )}
  </svg>
);
