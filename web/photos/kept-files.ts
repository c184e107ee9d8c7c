/** Photos that wait to be sent, kept through a reload: a phone's browser is often closed while its camera is open. */
const STORE = 'waiting';

export interface KeptFile {
  slot: string;
  file: File;
}

export function keepFile(place: string, slot: string, file: File): Promise<void> {
  return withStore('readwrite', (store) => store.put({ place, slot, file }, `${place}/${slot}`)).then(
    () => undefined,
  );
}

export const dropFile = (place: string, slot: string): Promise<void> =>
  withStore('readwrite', (store) => store.delete(`${place}/${slot}`)).then(() => undefined);

export async function listFiles(place: string): Promise<KeptFile[]> {
  const all = await withStore<(KeptFile & { place: string })[]>('readonly', (store) => store.getAll());
  return (all ?? []).filter((one) => one.place === place);
}

/** Undefined where the browser keeps nothing (a private window): memory still holds the photo. */
async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<T | undefined> {
  try {
    const database = await settled<IDBDatabase>(openDatabase());
    const answer = await settled<T>(work(database.transaction(STORE, mode).objectStore(STORE)));
    database.close();
    return answer;
  } catch {
    return undefined;
  }
}

function openDatabase(): IDBOpenDBRequest {
  const request = indexedDB.open('faircast-photos', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return request;
}

const settled = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
