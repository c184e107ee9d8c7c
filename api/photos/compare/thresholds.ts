/** Changes whenever a figure below or a way of measuring changes; stored with every decision. */
export const COMPARISON_VERSION = 'photo-2026-11';

/** Chosen by leaving each product out in turn (npm run bench:photos prints what they give), with margin on both sides. */
export const THRESHOLDS = {
  /** Points found on both photos; fewer may be chance. */
  leastInliers: 20,
  /** Part of the ink's contrast that is unexplained: same goods stay under 0.12 (0.18 in glare), changed print starts at 0.28. */
  printScore: 0.2,
  /** Smallest changed spot, in pixels of the working picture. */
  leastPrintPixels: 24,
  /** Turn of the chroma: a hue turned by 28° gives 0.10 to 0.15. */
  colourScore: 0.06,
  /** Smallest changed patch of colour, in cells of 4 × 4 pixels: same goods stay under 50. */
  leastColourCells: 120,
  /** Part of the print that differs from which on this is another product. */
  otherProductShare: 0.33,
  /** Blur the sealed photo needs to look as soft as the shipped one, in pixels. */
  mostBlurPixels: 2.8,
  /** Part of the sealed print that lies outside the shipped photo. */
  mostCutOffShare: 0.01,
  /** The same on a curved pack, whose edges turn away in any photo. */
  mostCutOffShareCurved: 0.15,
  /** Part of the sealed print that is whited out. */
  mostGlareShare: 0.02,
  /** Of the brightest fiftieth of a photo on which nothing was found, of 255. */
  leastBrightness: 40,
  /** Difference of ink and paper on the shipped photo, of 255. */
  leastContrast: 25,
  /** Part of the sealed photo that the common part must fill where no label is marked. */
  leastCommonShare: 0.35,
  /** Or of the label's outline, where one stands out. */
  leastLabelShare: 0.4,
  /** Size of the label on the shipped photo against the sealed one, by length. */
  leastScale: 0.4,
} as const;
