/** One word on a picture of a page, in pixels from its top left corner. */
export interface RecognisedWord {
  text: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** An engine that reads pictures of pages. Whatever it is, what it reads is marked as recognised and to be confirmed. */
export interface TextRecogniser {
  name: string;
  /** `imagePath`: a PNG in grey, about 200 dots per inch. Rejects when the engine fails or is stopped. */
  recognise: (imagePath: string, signal: AbortSignal) => Promise<RecognisedWord[]>;
}
