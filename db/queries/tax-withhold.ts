import { sql } from 'kysely';
import { DomainError } from '../../api/domain/error.ts';
import { fen } from '../../api/domain/money.ts';
import type { Month } from '../../api/domain/month.ts';
import { type AnchorRegime, taxAnchorMonth, type WithheldMonth } from '../../api/domain/tax/anchor-month.ts';
import type { TaxSettings } from '../../api/domain/tax/settings.ts';
import type { Trx } from '../connect.ts';
import { readPaymentSettings } from './payment-settings.ts';
import { tellRefusal } from './tax-refusals.ts';

/** What one anchor's month withholds, or withheld. Amounts in fen. */
export interface AnchorWithholding {
  anchorId: number;
  anchorName: string;
  regime: AnchorRegime;
  grossFen: number;
  taxFen: number;
  vatFen: number;
  netFen: number;
  /** First day of the table that was used, `2019-01-01`. */
  tableVersion: string;
  working: { zh: string; en: string }[];
}

/** An anchor whose month cannot be reckoned, and what a person has to do first. */
export interface WithholdingRefusal {
  anchorId: number;
  anchorName: string;
  grossFen: number;
  code: string;
  message: string;
  whatToDo: { zh: string; en: string };
}

export interface MonthWithholding {
  withheld: AnchorWithholding[];
  refused: WithholdingRefusal[];
}

export interface GrossOfAnchor {
  anchorId: number;
  grossFen: number;
}

/**
 * Reckons and keeps what a month withholds of these anchors; amounts of zero and below withhold nothing and are left
 * out. With a refusal nothing is kept: the caller says who is missing what. An anchor's month is withheld once
 * (`withheld_once_a_month`), and not before a month that was withheld already (23001).
 */
export async function withholdMonth(
  trx: Trx,
  month: Month,
  anchors: readonly GrossOfAnchor[],
  createdBy: string | null,
): Promise<MonthWithholding> {
  const reckoned = await reckonMonth(trx, month, anchors);
  if (reckoned.refused.length === 0) await insertWithholdings(trx, month, reckoned.kept, createdBy);
  return { withheld: reckoned.withheld, refused: reckoned.refused };
}

/** The same reckoning with nothing kept. */
export async function previewMonth(
  trx: Trx,
  month: Month,
  anchors: readonly GrossOfAnchor[],
): Promise<MonthWithholding> {
  const { withheld, refused } = await reckonMonth(trx, month, anchors);
  return { withheld, refused };
}

interface Kept extends AnchorWithholding {
  profileId: number;
  inputId: number | null;
}

async function reckonMonth(
  trx: Trx,
  month: Month,
  anchors: readonly GrossOfAnchor[],
): Promise<MonthWithholding & { kept: Kept[] }> {
  const { platformWorkerCumulative, naturalPersonVat } = await readPaymentSettings(trx);
  const settings: TaxSettings = { platformWorkerCumulative, naturalPersonVat };
  const paid = anchors.filter(({ grossFen }) => grossFen > 0);
  const facts = await gatherFacts(trx, month, paid);
  const kept: Kept[] = [];
  const refused: WithholdingRefusal[] = [];
  for (const one of facts) {
    const result = reckonAnchor(one, month, settings);
    if ('code' in result) refused.push(result);
    else kept.push(result);
  }
  return { kept, withheld: kept.map(({ profileId: _, inputId: __, ...one }) => one), refused };
}

interface Facts extends GrossOfAnchor {
  anchorName: string;
  profileId: number | null;
  regime: AnchorRegime | null;
  inputId: number | null;
  deductedFen: number;
  /** Months of the year withheld under this regime. */
  earlier: WithheldMonth[];
}

function reckonAnchor(facts: Facts, month: Month, settings: TaxSettings): Kept | WithholdingRefusal {
  const { anchorId, anchorName, grossFen, profileId, regime, inputId, earlier } = facts;
  const head = { anchorId, anchorName, grossFen };
  if (regime === null || profileId === null)
    return {
      ...head,
      ...tellRefusal('no_tax_profile', `nobody has said under which tax regime ${anchorName} is paid`),
    };
  try {
    const { steps, ...tax } = taxAnchorMonth({
      ...{ regime, settings, anchorName, month, earlier },
      grossFen: fen(grossFen),
      deductedFen: fen(facts.deductedFen),
    });
    const working = steps.map(({ text, textEn }) => ({ zh: text, en: textEn }));
    return { ...head, regime, ...tax, working, profileId, inputId };
  } catch (error) {
    if (error instanceof DomainError) return { ...head, ...tellRefusal(error.code, error.message) };
    throw error;
  }
}

async function gatherFacts(trx: Trx, month: Month, anchors: readonly GrossOfAnchor[]): Promise<Facts[]> {
  const { rows } = await sql<Facts>`
    with given as (select g."anchorId", g."grossFen" from jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) as g("anchorId" int, "grossFen" bigint))
    select given."anchorId", given."grossFen", a.name as "anchorName", p.id as "profileId", p.regime, i.id as "inputId",
           coalesce(i.social_insurance_fen + i.special_additional_fen + i.other_deduction_fen, 0)::bigint as "deductedFen", coalesce(e.earlier, '[]') as earlier
      from given join anchor a on a.id = given."anchorId"
      left join lateral (select id, regime from tax_profile where anchor_id = a.id and effective_from <= ${month} order by effective_from desc, id desc limit 1) p on true
      left join lateral (select * from tax_input where anchor_id = a.id and month = ${month} order by id desc limit 1) i on true
      left join lateral (
        select jsonb_agg(jsonb_build_object('month', w.month, 'grossFen', w.gross_fen, 'taxFen', w.tax_fen,
                 'deductedFen', coalesce(x.social_insurance_fen + x.special_additional_fen + x.other_deduction_fen, 0)) order by w.month) as earlier
          from tax_withholding w left join tax_input x on x.id = w.input_id
         where w.anchor_id = a.id and w.regime = p.regime and left(w.month, 4) = left(${month}, 4)) e on true
     order by a.id`.execute(trx);
  return rows;
}

async function insertWithholdings(
  trx: Trx,
  month: Month,
  kept: readonly Kept[],
  createdBy: string | null,
): Promise<void> {
  if (kept.length === 0) return;
  await sql`
    insert into tax_withholding (anchor_id, month, profile_id, input_id, regime, gross_fen, tax_fen, vat_fen, table_version, working, created_by)
    select k."anchorId", ${month}, k."profileId", k."inputId", k.regime, k."grossFen", k."taxFen", k."vatFen", k."tableVersion", k.working, ${createdBy}
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k("anchorId" int, "profileId" int, "inputId" int, regime text, "grossFen" bigint,
           "taxFen" bigint, "vatFen" bigint, "tableVersion" text, working jsonb)`.execute(trx);
}
