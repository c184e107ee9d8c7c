import { en as agency } from '../agency/en.ts';
import { en as anchors } from '../anchors/en.ts';
import { en as books } from '../books/en.ts';
import { en as brands } from '../brands/en.ts';
import { en as caseSignals } from '../case-signals/en.ts';
import { en as cases } from '../cases/en.ts';
import { en as contractBoard } from '../contract-board/en.ts';
import { en as contractPromises } from '../contract-promises/en.ts';
import { en as contracts } from '../contracts/en.ts';
import { en as dashboard } from '../dashboard/en.ts';
import { en as deals } from '../deals/en.ts';
import { en as disputes } from '../disputes/en.ts';
import { en as imports } from '../imports/en.ts';
import { en as inspections } from '../inspections/en.ts';
import { en as me } from '../me/en.ts';
import { en as notices } from '../notices/en.ts';
import { en as orders } from '../orders/en.ts';
import { en as pay } from '../pay/en.ts';
import { en as payeeChanges } from '../payee-changes/en.ts';
import { en as paymentSettings } from '../payment-settings/en.ts';
import { en as payoutBatches } from '../payout-batches/en.ts';
import { en as payouts } from '../payouts/en.ts';
import { en as photos } from '../photos/en.ts';
import { en as portal } from '../portal/en.ts';
import { en as products } from '../products/en.ts';
import { en as samples } from '../samples/en.ts';
import { en as settlements } from '../settlements/en.ts';
import { en as statements } from '../statements/en.ts';
import { en as streams } from '../streams/en.ts';
import { en as supplierScores } from '../supplier-scores/en.ts';
import { en as tax } from '../tax/en.ts';
import { en as teams } from '../teams/en.ts';
import { en as users } from '../users/en.ts';
import type { Catalogue } from './catalogue-zh.ts';
import { en as shell } from './en.ts';

/** Every English word; what a folder exports stands below `resources.` (react-admin finds labels there). */
export const catalogueEn: Catalogue = {
  ...shell,
  resources: {
    ...anchors,
    ...brands,
    ...products,
    ...deals,
    ...streams,
    ...contracts,
    ...contractBoard,
    ...contractPromises,
    ...users,
    ...teams,
    ...agency,
    ...me,
    ...dashboard,
    ...orders,
    ...imports,
    ...settlements,
    ...statements,
    ...payouts,
    ...disputes,
    ...notices,
    ...pay,
    ...payeeChanges,
    ...paymentSettings,
    ...payoutBatches,
    ...tax,
    ...books,
    ...portal,
    ...photos,
    ...samples,
    ...cases,
    ...caseSignals,
    ...supplierScores,
    ...inspections,
  },
};
