import type { ComponentType } from 'react';
import { agency } from '../agency/index.ts';
import { anchors } from '../anchors/index.ts';
import { books } from '../books/index.ts';
import { brands } from '../brands/index.ts';
import { caseSignals } from '../case-signals/index.ts';
import { cases } from '../cases/index.ts';
import { contractBoard } from '../contract-board/index.ts';
import { contractPromises } from '../contract-promises/index.ts';
import { contracts } from '../contracts/index.ts';
import { deals } from '../deals/index.ts';
import { disputes } from '../disputes/index.ts';
import { imports } from '../imports/index.ts';
import { inspections } from '../inspections/index.ts';
import { notices } from '../notices/index.ts';
import { orders } from '../orders/index.ts';
import { dealFees, payAdjustments, payFines, recoupItems } from '../pay/index.ts';
import { payeeChanges } from '../payee-changes/index.ts';
import { paymentSettings } from '../payment-settings/index.ts';
import { payoutBatches } from '../payout-batches/index.ts';
import { payouts } from '../payouts/index.ts';
import { portal } from '../portal/index.ts';
import { products } from '../products/index.ts';
import { ownSamples, samples } from '../samples/index.ts';
import { settlements } from '../settlements/index.ts';
import { silenceTerms, statements } from '../statements/index.ts';
import { streams } from '../streams/index.ts';
import { supplierScores } from '../supplier-scores/index.ts';
import { tax, taxInputs, taxProfiles, taxWithholdings } from '../tax/index.ts';
import { teams } from '../teams/index.ts';
import { users } from '../users/index.ts';
import type { Me } from './me-context.ts';
import type { ResourceEntry } from './resource-entry.ts';

/** The staff's resources in the order of the menu. A folder's `index.ts` says the rest. */
export const staffResources: readonly ResourceEntry[] = [
  anchors,
  contracts,
  contractBoard,
  contractPromises,
  brands,
  products,
  deals,
  samples,
  inspections,
  cases,
  caseSignals,
  supplierScores,
  streams,
  orders,
  imports,
  settlements,
  statements,
  recoupItems,
  dealFees,
  payFines,
  payAdjustments,
  disputes,
  payoutBatches,
  payouts,
  payeeChanges,
  tax,
  taxProfiles,
  taxInputs,
  taxWithholdings,
  books,
  users,
  teams,
  agency,
  paymentSettings,
  silenceTerms,
  notices,
];

/** An anchor gets the portal's screens where the portal has them. */
export function resourcesFor(me: Pick<Me, 'role' | 'can'>): readonly ResourceEntry[] {
  const own = me.role === 'anchor' ? [...portal.resources, ownSamples] : [];
  const names = new Set(own.map((entry) => entry.name));
  return [...own, ...staffResources.filter((entry) => !names.has(entry.name))].filter((entry) =>
    me.can.includes(entry.action ?? `${entry.name}.list`),
  );
}

/** The first page after signing in. */
export const loadHome = (me: Pick<Me, 'role'>): Promise<{ Home: ComponentType }> =>
  me.role === 'anchor' && portal.home ? portal.home() : import('../dashboard/Home.tsx');
