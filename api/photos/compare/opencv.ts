import { createRequire } from 'node:module';
import type openCv from '@techstark/opencv-js';

export type OpenCv = typeof openCv;

let loaded: Promise<{ cv: OpenCv }> | undefined;

/** OpenCV, loaded once a thread from its package. Wrapped, because the module itself looks like a promise. */
export function loadOpenCv(): Promise<{ cv: OpenCv }> {
  loaded ??= new Promise((resolve) => {
    const module = createRequire(import.meta.url)('@techstark/opencv-js') as OpenCv & {
      then?: unknown;
      onRuntimeInitialized: () => void;
    };
    if (module.Mat) resolve({ cv: module });
    else module.onRuntimeInitialized = () => resolve({ cv: module });
  });
  return loaded;
}

/** Runs work whose every `keep` is deleted at its end: the engine's memory is not collected. */
export function withMats<T>(work: (keep: <M extends { delete(): void }>(mat: M) => M) => T): T {
  const kept: { delete(): void }[] = [];
  try {
    return work((mat) => {
      kept.push(mat);
      return mat;
    });
  } finally {
    for (const mat of kept) mat.delete();
  }
}
