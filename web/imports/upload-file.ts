import { sendFile } from '../fields/send-file.ts';

/** What the API read of a file before anything of it is stored. */
export interface Preview {
  fileToken: string;
  fileName: string;
  /** A profile's id, `mapping` for a saved mapping, null when one has to be made. */
  recognised: string | null;
  title: string | null;
  platform: string | null;
  encoding: string | null;
  delimiter: string | null;
  headers: string[];
  sampleRows: string[][];
  suggestedMapping: Record<string, unknown> | null;
}

/** Sends a file for a first look; as `sendFile`. */
export const uploadFile = (file: File, onProgress: (sentBytes: number, totalBytes: number) => void) =>
  sendFile<Preview>('/imports/preview', file, onProgress);
