import { parentPort, Worker, workerData } from 'node:worker_threads';
import { deflateSync, inflateSync } from 'node:zlib';

/** What a PDF's compressed streams hold. */
export function readStreams(pdf: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at)) {
    const end = pdf.indexOf('\nendstream', at);
    const body = pdf.subarray(at + 7, end);
    if (body[0] === 0x78) streams.push(inflateSync(body));
    at = end + 10;
  }
  return streams;
}

/** Seconds that `workers` threads take to deflate the streams `count` times in all, and nothing else. */
export async function deflateInThreads(streams: Buffer[], count: number, workers: number): Promise<number> {
  const share = Math.ceil(count / workers);
  const started = performance.now();
  const threads = Array.from({ length: workers }, () => {
    const worker = new Worker(import.meta.filename, { workerData: { streams, count: share } });
    return new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  });
  await Promise.all(threads);
  return (performance.now() - started) / 1000;
}

if (parentPort) {
  const { streams, count } = workerData as { streams: Uint8Array[]; count: number };
  for (let turn = 0; turn < count; turn++) for (const stream of streams) deflateSync(stream);
  parentPort.postMessage('done');
}
