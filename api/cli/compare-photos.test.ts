import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD, photoOf, SERUM, STRAIGHT } from '../photos/photos.testing.ts';
import { openCommands } from './processes.testing.ts';

const commands = openCommands();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-photos-'));
const inFolder = (name: string) => path.join(folder, name);
beforeAll(async () => {
  const sealed = await photoOf(SERUM, STRAIGHT);
  const shipped = await photoOf({ ...SERUM, batch: 'QY260418', netContent: '15 ml' }, HELD);
  fs.writeFileSync(inFolder('sealed.jpg'), sealed.bytes);
  fs.writeFileSync(inFolder('shipped.jpg'), shipped.bytes);
  fs.writeFileSync(inFolder('half.jpg'), shipped.bytes.subarray(0, shipped.bytes.length >> 1));
  fs.writeFileSync(inFolder('zones.json'), JSON.stringify(sealed.zones));
  fs.writeFileSync(inFolder('bad.json'), '{"label":[[0,0],[1,"2"],[3,4],[5,6]]}');
});
afterAll(() => {
  commands.endAll();
  fs.rmSync(folder, { recursive: true, force: true });
});

const run = (command: string, ...args: string[]) =>
  commands.start([command, ...args.map((arg) => (/\.\w+$/.test(arg) ? inFolder(arg) : arg))]).ended;

describe('the command compare-photos', () => {
  it('prints one JSON document: the outcome, and boxes on the sealed photo', async () => {
    const ended = await run('compare-photos', 'sealed.jpg', 'shipped.jpg', '--zones', 'zones.json', '--json');
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 0, err: '' });
    const found = JSON.parse(ended.out);
    expect(found).toMatchObject({ outcome: 'different', reasons: [], version: 'photo-2026-11' });
    expect(found.differences).toHaveLength(1);
    expect(found.differences[0]).toMatchObject({ kind: 'print', box: expect.any(Array) });
  });

  it.each([
    [['sealed.jpg', 'half.jpg'], 1, /ends too early/],
    [['sealed.jpg', 'none.jpg'], 1, /there is no file/],
    [['sealed.jpg', 'shipped.jpg', '--zones', 'bad.json'], 1, /label must be corners of two numbers/],
    [['sealed.jpg'], 2, /name the sealed photo and the shipped one/],
  ])('refuses %j in a sentence', async (args, code, said) => {
    const ended = await run('compare-photos', ...args);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toMatch(said);
    expect(ended.err).not.toMatch(/at .*\.ts:/);
  });
});

describe('the command read-barcode', () => {
  it('prints the codes it reads', async () => {
    const { code, out } = await run('read-barcode', 'shipped.jpg', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ codes: [{ format: 'EAN-13', text: SERUM.gtin }] });
  });
});
