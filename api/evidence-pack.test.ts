import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkCaseHashes } from '../db/queries/book-checks/sealed-checks.ts';
import { inTransaction } from '../db/transaction.ts';
import { verifyPack } from './cases/pack/verify-pack.ts';
import { SYSTEM } from './domain/identity.ts';
import { likeSealed, nextSeed, openInspectionScene } from './inspections/inspection-scene.testing.ts';
import { addPhoto } from './photo-scene.testing.ts';

const { scene, addSealed, mystery } = openInspectionScene();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-pack-'));
let caseId: number;
let inspectionId: number;
const compliance = async (url: string, body?: unknown) => {
  const response = await (body === undefined
    ? scene.compliance.get(`/api${url}`)
    : scene.compliance.post(`/api${url}`, body));
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(200);
  return answer;
};
async function fetchPack(name: string): Promise<string> {
  const response = await scene.compliance.get(`/api/cases/${caseId}/evidence-pack`);
  expect(response.status).toBe(200);
  const file = path.join(folder, name);
  fs.writeFileSync(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

beforeAll(async () => {
  const productId = await addSealed();
  inspectionId = (await (await mystery(productId)).json()).id;
  const unit = await (
    await scene.operator.post(`/api/inspections/${inspectionId}/units`, {
      attributes: { ...likeSealed(), netContent: '15 ml' },
      photos: [{ face: 'front', photoId: await addPhoto(scene.operator, nextSeed()) }],
    })
  ).json();
  const [difference] = unit.differences;
  const upheld = await compliance(`/inspection-differences/${difference.id}/uphold`, {
    reason: '实物标注 15 ml',
  });
  caseId = upheld.caseId;
});

describe('a critical difference that is upheld', () => {
  it('opens one case, with its hold, its stop of sale and what was found', async () => {
    const shown = await compliance(`/cases/${caseId}`);
    expect(shown).toMatchObject({
      ...{ origin: 'inspection', inspectionId, stage: 'evidence', upheldDifferences: 1, isHolding: true },
      evidence: [{ kind: 'inspection', inspectionId }],
      stopSale: { liftedAt: null },
    });
    // the mystery order of 1 May speaks for thirty days before it, where nothing clean was found
    expect(Date.parse(shown.holds[0].scope.paidFrom)).toBe(Date.parse('2026-04-01T10:00:00+08:00'));
    const { rows } = await sql<{
      cases: number;
    }>`select count(*) as cases from substitution_case where inspection_id = ${inspectionId}`.execute(
      scene.testDb.ownerDb,
    );
    expect(rows[0]!.cases).toBe(1);
  });

  it('is asked for by its inspection alone: what the inspection says itself is refused, not passed over', async () => {
    const ask = (body: object) => scene.compliance.post('/api/cases', body);
    const said = {
      ...{ title: '另一个标题', hold: null, batch: 'B2' },
      evidence: [{ kind: 'note', title: '称重', note: '15 g' }],
    };
    const refused = await ask({ inspectionId, ...said });
    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).errors).sort()).toEqual(['batch', 'evidence', 'hold', 'title']);
    expect((await compliance('/cases', { inspectionId })).id).toBe(caseId);
    const lacking = await ask({ title: '没有商品' });
    expect(Object.keys((await lacking.json()).errors).sort()).toEqual(['hold', 'productId', 'reason']);
  });

  it('keeps the sample from being given away as long as the case is open', async () => {
    const { rows } = await sql<{
      kept: boolean;
    }>`select sample_has_open_case(sample_id) as kept from inspection where id = ${inspectionId}`.execute(
      scene.testDb.ownerDb,
    );
    expect(rows[0]!.kept).toBe(true);
  });
});

describe('evidence of a case', () => {
  it('is picked from what its goods were looked at with: a photo, a comparison once it is done', async () => {
    const sources = () => compliance(`/cases/${caseId}/evidence-sources`);
    const before = await sources();
    expect(before.inspections).toMatchObject([{ id: inspectionId, upheld: 1, isUsed: true }]);
    expect(before.photos).toMatchObject([
      { inspectionId: null, face: 'front', isUsed: false },
      { inspectionId, unitNo: 1, face: 'front', isUsed: false },
    ]);
    expect(before.comparisons).toEqual([]);
    const { rows } = await sql<{ id: number }>`select id from photo_comparison`.execute(scene.testDb.ownerDb);
    const add = (body: object) => scene.compliance.post(`/api/cases/${caseId}/evidence`, body);
    const compared = { kind: 'comparison', title: '正面比对', photoComparisonId: rows[0]!.id };
    expect((await add(compared)).status).toBe(422);
    expect((await add({ ...compared, photoComparisonId: null })).status).toBe(422);
    await sql`update photo_comparison set state = 'done', outcome = 'different', boxes = '[{"x": 1.5, "y": 2, "width": 3, "height": 4, "kind": "print"}]',
      score = 0.31, thresholds = '{"print": 0.4}', engine_version = 'v1', finished_at = now()`.execute(
      scene.testDb.ownerDb,
    );
    expect((await sources()).comparisons).toMatchObject([
      { id: rows[0]!.id, places: 1, upheld: 0, isUsed: false },
    ]);
    expect((await add(compared)).status).toBe(200);
    const photo = { kind: 'photo', title: '开箱', photoId: before.photos[1].photoId };
    const shown = await (await add(photo)).json();
    expect(shown.evidence.slice(-2)).toMatchObject([
      { kind: 'comparison', comparison: { unitNo: 1, face: 'front', outcome: 'different', places: 1 } },
      { kind: 'photo', photoId: before.photos[1].photoId, comparison: null },
    ]);
    const after = await sources();
    expect([after.comparisons[0].isUsed, after.photos[1].isUsed]).toEqual([true, true]);
    const report = await inTransaction(scene.testDb.db, SYSTEM, checkCaseHashes);
    expect(report).toMatchObject({ ok: true, violations: 0 });
  });
});

describe('a sample whose photo is evidence', () => {
  it('is not given away either, as long as the case is open', async () => {
    const productId = await addSealed();
    const opened = await compliance('/cases', { productId, title: '颜色不同', reason: '投诉', hold: null });
    const isKept = async () => {
      const { rows } = await sql<{ kept: boolean }>`
        select sample_has_open_case(sample_id) as kept from sample_seal where product_id = ${productId}`.execute(
        scene.testDb.ownerDb,
      );
      return rows[0]!.kept;
    };
    expect(await isKept()).toBe(false);
    const { photos } = await compliance(`/cases/${opened.id}/evidence-sources`);
    const piece = { kind: 'photo', title: '封样 正面', photoId: photos[0].photoId };
    await compliance(`/cases/${opened.id}/evidence`, piece);
    expect(await isKept()).toBe(true);
  });
});

describe('the evidence pack', () => {
  it('is the same bytes twice, and proves itself unchanged', async () => {
    const form = new FormData();
    form.append('file', new File(['称重 15.2 g'], '记录.txt'));
    const sent = await scene.compliance.request(`/api/cases/${caseId}/files?title=weight`, {
      method: 'POST',
      body: form,
    });
    expect(sent.status).toBe(200);
    const [one, two] = [await fetchPack('one.zip'), await fetchPack('two.zip')];
    expect(fs.readFileSync(one).equals(fs.readFileSync(two))).toBe(true);
    const verdict = await verifyPack(one);
    expect(verdict).toMatchObject({ isUnchanged: true, changed: [], missing: [] });
    const audit = await scene.testDb.ownerDb
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', 'cases.pack')
      .execute();
    expect(audit.map((row) => (row.after as { head: string }).head)).toEqual([verdict.head, verdict.head]);
  });

  it('holds the photos as they came and with frames, the letter, the sums and the timeline', async () => {
    const file = await fetchPack('names.zip');
    const { stdout } = await promisify(execFile)('unzip', ['-Z1', file]).catch(() => ({ stdout: '' }));
    const names = stdout.split('\n').filter(Boolean);
    if (names.length === 0) return;
    expect(names).toEqual(
      expect.arrayContaining(['calculation.json', 'case.json', 'manifest.json', 'pack.pdf', 'timeline.json']),
    );
    expect(names.filter((name) => /photo-\d+-marked\.jpg$/.test(name))).toHaveLength(2);
  });

  it('names the file that was changed by a byte', async () => {
    const file = await fetchPack('changed.zip');
    const bytes = fs.readFileSync(file);
    const at = bytes.indexOf('files/evidence-');
    // past the entry's name and extra field: the first byte of what it holds
    const content = at + bytes.readUInt16LE(at - 4) + bytes.readUInt16LE(at - 2);
    bytes.writeUInt8(bytes.readUInt8(content) ^ 1, content);
    fs.writeFileSync(file, bytes);
    const verdict = await verifyPack(file);
    expect(verdict.isUnchanged).toBe(false);
    expect(verdict.changed[0]!.name).toContain('evidence-');
  });

  it('says what is gone from the store instead of passing over it', async () => {
    const { evidence } = await compliance(`/cases/${caseId}`);
    const kept = evidence.find((one: { kind: string }) => one.kind === 'document');
    fs.rmSync(path.join(scene.app.services.dataDir, 'files', kept.sha256.slice(0, 2), kept.sha256));
    const verdict = await verifyPack(await fetchPack('gone.zip'));
    expect(verdict).toMatchObject({ isUnchanged: true, missing: [expect.stringContaining('evidence-')] });
  });

  it('is refused to whom it is not for, and no other file is taken for one', async () => {
    expect((await scene.operator.get(`/api/cases/${caseId}/evidence-pack`)).status).toBe(403);
    const pdf = await scene.compliance.get(`/api/cases/${caseId}/evidence-pack.pdf?lang=en`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const other = path.join(folder, 'not.zip');
    fs.writeFileSync(other, 'hello');
    await expect(verifyPack(other)).rejects.toThrow();
  });
});
