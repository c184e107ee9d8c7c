import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildWebWhenNeeded } from './build-web.ts';

let root: string;
let said: string[];
const build = () => buildWebWhenNeeded((line) => said.push(line), root);
const write = (name: string, text: string) => fs.writeFileSync(path.join(root, name), text);

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-build-'));
  said = [];
  fs.mkdirSync(path.join(root, 'web'));
  write('vite.config.ts', "export default { root: 'web', html: { cspNonce: '__NONCE__' } };");
  write('web/index.html', '<script type="module" src="./main.ts"></script>');
  write('web/main.ts', 'document.title = "one";');
});

describe('building the screens', () => {
  it('is done when there are none, and not again while nothing changes', async () => {
    const webDir = (await build())!;
    expect(fs.readFileSync(path.join(webDir, 'index.html'), 'utf8')).toContain('nonce="__NONCE__"');
    expect(await build()).toBe(webDir);
    expect(said).toHaveLength(1);
    expect(fs.readdirSync(path.join(root, 'dist'))).toEqual(['web']);
  });

  it('is done again when a source is newer, tests apart', async () => {
    await build();
    const later = new Date(Date.now() + 5000);
    write('web/main.test.ts', '');
    fs.utimesSync(path.join(root, 'web/main.test.ts'), later, later);
    await build();
    expect(said).toHaveLength(1);
    fs.utimesSync(path.join(root, 'web/main.ts'), later, later);
    await build();
    expect(said).toHaveLength(2);
  });

  it('keeps the old screens and tells Vite’s reason when the new ones do not build', async () => {
    const webDir = (await build())!;
    const later = new Date(Date.now() + 5000);
    write('web/main.ts', "import './missing.ts';");
    fs.utimesSync(path.join(root, 'web/main.ts'), later, later);
    await expect(build()).rejects.toThrow(/missing\.ts/);
    expect(fs.existsSync(path.join(webDir, 'index.html'))).toBe(true);
    expect(fs.readdirSync(path.join(root, 'dist'))).toEqual(['web']);
  });
});
