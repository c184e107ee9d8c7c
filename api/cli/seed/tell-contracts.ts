import { ANCHORS } from '../../../db/seed/anchors.ts';
import { AFTER_SHARES, BEFORE_SHARES } from '../../../db/seed/contract-clauses.ts';
import {
  CONTRACTS,
  type DemoContract,
  type DemoPartyKey,
  type DemoRule,
} from '../../../db/seed/contracts.ts';
import { PARTIES } from '../../../db/seed/parties.ts';
import { activateVersion } from '../../contracts/activate-version.ts';
import { createContract } from '../../contracts/create-contract.ts';
import { createVersion } from '../../contracts/create-version.ts';
import { saveDraft } from '../../contracts/save-draft.ts';
import { tellAgreement } from './tell-agreement.ts';
import { brandIdOf, productIdOf } from './tell-goods.ts';
import { actAs, anchorIdOf, type Teller } from './teller.ts';

/** Contracts with their versions: written by the operator, brought into force by compliance. */
export async function tellContracts(teller: Teller): Promise<void> {
  for (const contract of CONTRACTS) {
    const id = teller.told.contracts.get(contract.no) ?? (await tellContract(teller, contract));
    for (const index of contract.versions.keys()) await tellVersion(teller, { id, contract }, index);
  }
}

async function tellContract(
  teller: Teller,
  { anchorKey, versions: _, ...values }: DemoContract,
): Promise<number> {
  const anchorId = anchorIdOf(teller, anchorKey);
  const { id } = await createContract(teller.services, actAs(teller, 'operator'), { ...values, anchorId });
  return id;
}

async function tellVersion(
  teller: Teller,
  { id: contractId, contract }: { id: number; contract: DemoContract },
  index: number,
): Promise<void> {
  const { services, told } = teller;
  const { effectiveFrom, summary, shares, rules, isDraft, signedOn } = contract.versions[index]!;
  const operator = actAs(teller, 'operator');
  const begun = told.versions.get(`${contract.no} ${index + 1}`);
  if (begun && begun.status !== 'draft') return;
  const draft = begun ?? (await createVersion(services, operator, contractId, { effectiveFrom, summary }));
  const place = { contractId, versionId: draft.id };
  if (draft.stage === 'draft')
    await saveDraft(services, operator, place, {
      effectiveFrom,
      effectiveTo: null,
      summary,
      clauses: [...BEFORE_SHARES, ...shares, ...AFTER_SHARES],
      rules: rules.map((rule) => ruleOf(teller, contract.anchorKey, rule)),
      rowVersion: draft.rowVersion,
    });
  if (isDraft) return;
  const signerName = ANCHORS.find(({ key }) => key === contract.anchorKey)!.realName;
  await tellAgreement(teller, place, { signerName, signedOn: signedOn ?? contract.signedOn! });
  await activateVersion(services, actAs(teller, 'compliance'), place);
}

function ruleOf(teller: Teller, anchorKey: string, rule: DemoRule) {
  return {
    clauseNo: rule.clauseNo,
    platform: rule.platform ?? null,
    brandId: rule.brandKey === undefined ? null : brandIdOf(teller, rule.brandKey),
    productId: rule.productKey === undefined ? null : productIdOf(teller, rule.productKey),
    streamId: null,
    base: rule.base ?? ('commission' as const),
    tierOnRefund: rule.tierOnRefund ?? ('frozen' as const),
    effectiveFrom: null,
    effectiveTo: null,
    tiers: rule.tiers.map(({ fromFen, toFen, parts }) => ({
      fromFen,
      toFen,
      parts: parts.map(({ party, rateBps, takesFrom }) => ({
        partyId: partyIdOf(teller, anchorKey, party),
        takesFrom: takesFrom ?? ('base' as const),
        rateBps,
      })),
    })),
  };
}

/** The agency and the platform are parties since the first migration, under these names. */
const BORN = { agency: '本机构', platform: '平台技术服务费' } as const;

function partyIdOf(teller: Teller, ownKey: string, party: DemoPartyKey): number {
  const id = teller.told.parties.get(nameOf(teller, ownKey, party));
  if (id === undefined) throw new Error(`the demo has no party ${party}`);
  return id;
}

function nameOf(teller: Teller, ownKey: string, party: DemoPartyKey): string {
  if (party === 'agency' || party === 'platform') return BORN[party];
  if (party === 'anchor') return `anchor ${anchorIdOf(teller, ownKey)}`;
  const [kind, key] = party.split(':') as [string, string];
  if (kind === 'anchor') return `anchor ${anchorIdOf(teller, key)}`;
  return PARTIES.find((each) => each.key === key)!.name;
}
