import { createDb, createPool } from '../../db/connect.ts';
import { SYSTEM } from '../domain/identity.ts';
import { importOrders } from './import-orders.ts';

/** A process of its own that imports one file and can be killed in the middle: `node import-crash.testing.ts URL FILE DATADIR`. */
const [url, path, dataDir] = process.argv.slice(2) as [string, string, string];
const db = createDb(createPool(url, { max: 3 }));
const result = await importOrders({ db, identity: SYSTEM, dataDir, file: { path, name: 'orders.csv' } });
await db.destroy();
process.stdout.write(JSON.stringify({ lines: result.lines, stored: result.stored }));
