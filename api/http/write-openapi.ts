import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import pino from 'pino';
import { createDb, createPool } from '../../db/connect.ts';
import { createApp } from '../app.ts';
import { openApiDocument } from './openapi.ts';

// Writes docs/openapi.json; with --check refuses a file that is not what the routes say.
const file = new URL('../../docs/openapi.json', import.meta.url);
// The document needs no database: this pool never connects.
const db = createDb(createPool('postgres://nobody@127.0.0.1:1/none', { max: 1 }));
const services = { db, dataDir: '', sealKey: randomBytes(32), log: pino({ level: 'silent' }) };
const app = createApp(services, { authSecret: randomBytes(32).toString('base64url') });
const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  fs.mkdirSync(new URL('.', file), { recursive: true });
  fs.writeFileSync(file, text);
} else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
  console.error('docs/openapi.json is not what the routes say: run npm run generate');
  process.exitCode = 1;
}
