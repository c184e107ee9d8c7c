import fs from 'node:fs';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPack } from '../../api/cases/pack/verify-pack.ts';
import { formatYuan as yuan } from '../../api/domain/money.ts';
import { MYSTERY } from '../../db/seed/samples.ts';
import {
  ask,
  brokenRules,
  compareOnePhoto,
  download,
  nameAnotherBarcode,
  openAnew,
  openCaseScene,
  saying,
  sumsOf,
  take,
  wordsOf,
} from './case-scene.testing.ts';
import { lookAt } from './look.ts';
import { goTo, settle, type Visitor } from './visitor.ts';

const scene = openCaseScene();
let compliance: Visitor;
let phone: Visitor;
let anchor: Visitor;
let second: Visitor;
beforeAll(() => {
  ({ compliance, phone, anchor, second } = scene);
});

interface Seen {
  id: number;
  no: string;
  stage: string;
  heldFen: number;
  releasedFen: number;
}

describe('the swapped serum, from its inspection to the claim against the brand', () => {
  let id: number;
  let hash: string;
  let heldFen: number;
  let before: Awaited<ReturnType<typeof sumsOf>>;
  let productId: number;
  const seen = () => ask<Seen>(compliance, `/cases/${id}`);

  it('opens a case when a critical difference is upheld, and the inspection leads to it', async () => {
    const { page } = compliance;
    const inspections = await ask<{ id: number; orderNo: string; productId: number }[]>(
      compliance,
      '/inspections',
    );
    const mystery = inspections.find(({ orderNo }) => orderNo === MYSTERY.orderNo);
    productId = mystery!.productId;
    before = await sumsOf(scene, productId);
    const { units } = await ask<{ units: { differences: { id: number; attribute: string }[] }[] }>(
      compliance,
      `/inspections/${mystery!.id}`,
    );
    const swapped = units[0]!.differences.filter(({ attribute }) =>
      ['netContent', 'ingredients'].includes(attribute),
    );
    for (const one of swapped)
      await ask(compliance, `/inspection-differences/${one.id}/uphold`, { reason: '与封样不一致' });
    await openAnew(compliance, `#/inspections/${mystery!.id}/show`);
    await page.getByRole('link', { name: '看案件' }).click();
    await page.waitForURL(/cases\/\d+\/show/);
    await settle(page);
    id = Number(/cases\/(\d+)/.exec(page.url())![1]);
    hash = `#/cases/${id}/show`;
    expect((await seen()).stage).toBe('evidence');
    await saying(compliance).toContain('QY260328C');
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('is opened once, however often the inspection asks for it', async () => {
    const { page } = compliance;
    const { inspectionId } = await ask<{ inspectionId: number }>(compliance, `/cases/${id}`);
    await goTo(page, `#/cases/create?inspectionId=${inspectionId}`);
    await saying(compliance).toContain('积雪草舒缓精华液');
    expect(await lookAt(compliance)).toEqual([]);
    await page.locator('#main-content').getByRole('button', { name: '立案' }).click();
    await page.waitForURL(/cases\/\d+\/show/);
    expect(Number(/cases\/(\d+)/.exec(page.url())![1])).toBe(id);
    await settle(page);
  });

  it('says on both screens why the other steps cannot be taken', async () => {
    await openAnew(phone, hash);
    await phone.page.getByText('现在还不能做的，为什么').click();
    const words = await wordsOf(phone);
    expect(words).toContain('2 / 7');
    expect(words).not.toContain('undefined');
    expect(await lookAt(phone)).toEqual([]);
  });

  it('holds the shares of every sale since the last clean lot to the fen, and nothing else', async () => {
    ({ heldFen } = await seen());
    const during = await sumsOf(scene, productId);
    expect(heldFen).toBeGreaterThan(0);
    expect([heldFen, during.heldFen]).toEqual([before.affectedFen, before.heldFen + before.affectedFen]);
    const lines = await ask<{ heldFen: number }[]>(compliance, `/cases/${id}/lines?range=[0,99]`);
    expect(lines.reduce((sum, line) => sum + line.heldFen, 0)).toBe(heldFen);
    for (const words of [yuan(heldFen), '林小满', '2026年4月', '作为应收'])
      await saying(compliance).toContain(words);
    expect(await brokenRules(scene)).toEqual([]);
  });

  it('takes nothing a second time by hand', async () => {
    const { page } = compliance;
    await page.locator('#main-content').getByRole('button', { name: '冻结款项' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('为什么冻结').fill('同一批次 4 月已经发出');
    await dialog.getByLabel(/付款时间从/).fill('2026-04-01T00:00');
    await dialog.getByRole('button', { name: '预览' }).click();
    await dialog.getByText(`其中已由其他冻结拿住 ${yuan(heldFen)} 元`).waitFor();
    expect(await lookAt(compliance)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('is seen by the anchor: how much, why, and each order', async () => {
    await openAnew(anchor, '#/');
    await anchor.page.getByRole('link', { name: /为什么，到什么时候/ }).click();
    await anchor.page.waitForURL(/holds/);
    await anchor.page.getByText('可能与封样不一致').first().waitFor();
    await settle(anchor.page);
    const words = await wordsOf(anchor);
    expect(words).toContain(yuan(heldFen));
    expect(words).toContain('可能与封样不一致');
    expect(words).not.toContain('抽检 #');
    await anchor.page.getByRole('button', { name: /看每一笔/ }).click();
    await settle(anchor.page);
    await saying(anchor).toContain('69260');
    expect(await lookAt(anchor)).toEqual([]);
  });

  it('takes photos, a comparison, order lines and a file as evidence, on a phone', async () => {
    const { page } = phone;
    await compareOnePhoto(scene);
    await openAnew(phone, hash);
    const choose = async (kind: string, dialog: Locator) => {
      await dialog.getByLabel('哪种证据').click();
      await page.getByRole('option', { name: kind, exact: true }).click();
    };
    await take(page, '添加证据', async (dialog) => {
      await choose('照片', dialog);
      await dialog.getByRole('button', { name: '封样 FY-2026-0001 · 正面' }).click();
      await dialog.getByRole('button', { name: /第 1 件 · 正面/ }).click();
      await dialog.getByText('已选 2 项').waitFor();
      expect(await lookAt(phone)).toEqual([]);
    });
    await take(page, '添加证据', async (dialog) => {
      await choose('照片比对', dialog);
      await dialog.getByRole('checkbox').first().check();
    });
    await take(page, '添加证据', async (dialog) => {
      await choose('订单行', dialog);
      await dialog.getByRole('checkbox').nth(0).check();
      await dialog.getByRole('checkbox').nth(1).check();
    });
    await take(page, '上传文件', async (dialog) => {
      const file = { name: '称重记录.txt', mimeType: 'text/plain', buffer: Buffer.from('15.2 g') };
      await dialog.locator('input[type=file]').setInputFiles(file);
    });
    const { evidence } = await ask<{ evidence: { kind: string; lineCount: number | null }[] }>(
      phone,
      `/cases/${id}`,
    );
    expect(evidence.map(({ kind }) => kind)).toEqual([
      ...['inspection', 'photo', 'photo', 'comparison', 'order_lines', 'document'],
    ]);
    expect(evidence[4]!.lineCount).toBe(2);
    for (const said of ['封样 FY-2026-0001 · 正面', '照片比对', '2 行', '称重记录'])
      await saying(phone).toContain(said);
    expect(await lookAt(phone)).toEqual([]);
  });

  it('asks the brand with a deadline, and writes down what it says', async () => {
    const { page } = compliance;
    await take(
      page,
      '函告品牌',
      (dialog) => dialog.getByLabel(/要求/).fill('说明批次 QY260328C 的来源，承担退款。'),
      '冻结并函告',
    );
    expect((await seen()).stage).toBe('brand_notified');
    await take(page, '登记答复', (dialog) =>
      dialog.getByLabel(/品牌说了什么/).fill('该批次误用旧瓶灌装，愿意承担。'),
    );
    expect((await seen()).stage).toBe('answered');
    expect(await lookAt(compliance)).toEqual([]);
  });

  it('is decided on a phone: a substitution, borne by the brand', async () => {
    await openAnew(phone, hash);
    await take(phone.page, '作出决定', (dialog) =>
      dialog.getByLabel(/理由/).fill('净含量 30 ml 变为 15 ml，少一种成分，另一批次。'),
    );
    await saying(phone).toContain('认定货不对板');
    expect(await lookAt(phone)).toEqual([]);
  });

  it('releases the anchor, who does not bear it, and claims from the brand', async () => {
    const { page } = compliance;
    await openAnew(compliance, hash);
    await take(page, '出具索赔书', async () => {}, '确定');
    await saying(compliance).toContain('退一赔三');
    await take(page, '放行', (dialog) => dialog.getByLabel(/理由/).fill('由品牌承担，主播不承担。'));
    expect(await seen()).toMatchObject({ heldFen: 0, releasedFen: heldFen });
    expect(await sumsOf(scene, productId)).toEqual(before);
    expect(await lookAt(compliance)).toEqual([]);
    await openAnew(anchor, '#/holds');
    await saying(anchor).toContain('已解冻');
    expect(await lookAt(anchor)).toEqual([]);
  });

  it('hands out whom to refund by order number alone, and a pack that proves itself unchanged', async () => {
    const csv = fs.readFileSync(await download(scene, compliance, '退款名单（CSV）'), 'utf8');
    const lines = await ask<{ paidFen: number; refundedFen: number; orderNo: string }[]>(
      compliance,
      `/cases/${id}/lines?range=[0,99]`,
    );
    const [head, ...rows] = csv.trim().split('\r\n');
    expect(head).toContain('订单号,子订单号,商品,数量,实付（元）');
    expect(rows).toHaveLength(lines.filter((line) => line.paidFen > line.refundedFen).length);
    const verdict = await verifyPack(await download(scene, compliance, '证据包（zip）'));
    expect(verdict).toMatchObject({ isUnchanged: true, changed: [], missing: [] });
    expect(verdict.caseNo).toBe((await seen()).no);
  });

  it('closes after its remedies, and the books are clean', async () => {
    const { page } = compliance;
    await take(page, '安排补救', (dialog) => dialog.getByLabel(/怎么做/).fill('按名单逐单退款'));
    await take(page, '开始补救', async () => {});
    await take(page, '完成', (dialog) => dialog.getByLabel(/结果/).fill('21 单已退'));
    await take(page, '结案', async () => {});
    expect((await seen()).stage).toBe('closed');
    await saying(compliance).toContain('档案保存至');
    expect(await lookAt(compliance)).toEqual([]);
    await goTo(page, '#/cases');
    expect(await lookAt(compliance)).toEqual([]);
    await openAnew(phone, '#/cases');
    expect(await lookAt(phone)).toEqual([]);
    expect(await brokenRules(scene)).toEqual([]);
  });
});

describe('a signal, an anchor who bears it, and a brand that appeals', () => {
  let id: number;
  let brandId: number;
  const shown = () =>
    ask<
      Seen & {
        brandId: number;
        clawedBackFen: number;
        evidence: { id: number; kind: string }[];
        holds: Held[];
      }
    >(compliance, `/cases/${id}`);
  interface Held {
    parties: { partyName: string; anchorId: number | null; heldFen: number }[];
  }

  it('opens a case from a signal with the lines behind it, and holds money by hand after a preview', async () => {
    const { page } = compliance;
    await nameAnotherBarcode(scene);
    await openAnew(compliance, '#/case-signals');
    await page.getByText('订单中出现条码 6901234567892').waitFor();
    await page.locator('#main-content').getByRole('button', { name: '立案', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '立案', exact: true }).click();
    await page.waitForURL(/cases\/\d+\/show/);
    await page.getByRole('heading', { name: '冻结的款项' }).waitFor();
    await settle(page);
    id = Number(/cases\/(\d+)/.exec(page.url())![1]);
    expect((await shown()).evidence.map(({ kind }) => kind)).toEqual(['signal']);
    await take(page, '冻结款项', async (dialog) => {
      const doIt = dialog.getByRole('button', { name: '冻结款项', exact: true });
      await dialog.getByLabel('为什么冻结').fill('投诉集中');
      await dialog.getByLabel(/付款时间从/).fill('2026-04-01T00:00');
      expect(await doIt.isDisabled()).toBe(true);
      await dialog.getByRole('button', { name: '预览' }).click();
      await dialog.getByText(/将冻结 \d+ 行/).waitFor();
    });
    const { heldFen } = await shown();
    expect(heldFen).toBeGreaterThan(0);
    await saying(compliance).toContain(yuan(heldFen));
  });

  it('takes money from the anchor whose fault is shown, by another person than who decided', async () => {
    const { evidence, holds, ...opened } = await shown();
    brandId = opened.brandId;
    const bearer = holds.flatMap(({ parties }) => parties).find(({ anchorId }) => anchorId !== null)!;
    const note = { kind: 'note', title: '直播回放', note: '主播自行换货发出', difference: '发出的不是样品' };
    await ask(compliance, `/cases/${id}/evidence`, note);
    await ask(compliance, `/cases/${id}/notify`, { answerBy: '2099-01-01' });
    await ask(compliance, `/cases/${id}/answer`, {
      text: '与我方无关',
      answeredOn: '2026-07-01',
      accepts: false,
    });
    await ask(compliance, `/cases/${id}/decide`, {
      ...{ outcome: 'substitution', bearer: 'anchor', bearerAnchorId: bearer.anchorId, reason: '回放可见' },
      anchorFaultEvidenceIds: [(await shown()).evidence.at(-1)!.id],
    });
    await openAnew(compliance, `#/cases/${id}/show`);
    await compliance.page
      .locator('#main-content')
      .getByRole('button', { name: '追回', exact: true })
      .first()
      .click();
    await compliance.page.getByRole('dialog').getByText('决定的人不能自己追回，要由另一位合规来做').waitFor();
    await compliance.page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await openAnew(second, `#/cases/${id}/show`);
    await take(second.page, '追回', async (dialog) => {
      await dialog.getByLabel(/理由/).fill('由主播承担');
      expect(await lookAt(second)).toEqual([]);
    });
    expect(await shown()).toMatchObject({ clawedBackFen: bearer.heldFen });
    await saying(second).toContain(yuan(bearer.heldFen));
    expect(evidence).toHaveLength(1);
  });

  it('lists the brand, hears its appeal, and lets another person decide it', async () => {
    const { page } = compliance;
    const hash = `#/supplier-scores/${brandId}/show`;
    await openAnew(compliance, hash);
    await take(page, '列入黑名单', (dialog) => dialog.getByLabel(/为什么列入/).fill('两次货不对板'));
    await take(page, '登记申诉', (dialog) => dialog.getByLabel(/品牌怎么说/).fill('已更换代工厂'));
    await page.getByText('等待决定').waitFor();
    await page.getByRole('button', { name: '决定申诉' }).waitFor();
    expect(await page.getByRole('button', { name: '决定申诉' }).getAttribute('aria-disabled')).toBe('true');
    expect(await lookAt(compliance)).toEqual([]);
    await openAnew(second, hash);
    await take(second.page, '决定申诉', async (dialog) => {
      await dialog.getByLabel(/结论/).click();
      await second.page.getByRole('option', { name: '解除黑名单' }).click();
      await dialog.getByLabel(/理由/).fill('新批次抽检合格');
    });
    await second.page.getByText(/韩复 于 .* 解除：新批次抽检合格/).waitFor();
    expect(await brokenRules(scene)).toEqual([]);
  });
});
