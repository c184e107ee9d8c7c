import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCatalog } from './catalog.ts';
import { writeSchemaPage } from './generate-schema-page.ts';
import { writeTypes } from './generate-type-file.ts';
import { migrate } from './migrate.ts';
import { startThrowAwayServer } from './throw-away-server.ts';

/** `node db/generate-types.ts` writes db/types.ts and docs/schema.md; `--check` only compares and exits 1 on drift. */
async function main(): Promise<void> {
  const root = path.dirname(import.meta.dirname);
  const isCheck = process.argv.includes('--check');
  let drifted = 0;
  for (const [name, content] of await generateFiles()) {
    const file = path.join(root, name);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === content) continue;
    drifted += 1;
    if (!isCheck) fs.mkdirSync(path.dirname(file), { recursive: true });
    if (!isCheck) fs.writeFileSync(file, content);
    console.error(isCheck ? `${name} does not match the migrations: run npm run generate` : `wrote ${name}`);
  }
  if (isCheck && drifted > 0) process.exitCode = 1;
}

/** The generated files, by their path in the project, from a throw-away database with every migration applied. */
export async function generateFiles(): Promise<Map<string, string>> {
  const server = await startThrowAwayServer();
  try {
    await migrate(server.ownerUrl);
    const tables = await readCatalog(server.ownerUrl);
    return new Map([
      ['db/types.ts', writeTypes(tables)],
      ['docs/schema.md', writeSchemaPage(tables)],
    ]);
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
