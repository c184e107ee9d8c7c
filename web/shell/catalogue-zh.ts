import { zh as agency } from '../agency/zh.ts';
import { zh as anchors } from '../anchors/zh.ts';
import { zh as books } from '../books/zh.ts';
import { zh as brands } from '../brands/zh.ts';
import { zh as caseSignals } from '../case-signals/zh.ts';
import { zh as cases } from '../cases/zh.ts';
import { zh as contractBoard } from '../contract-board/zh.ts';
import { zh as contractPromises } from '../contract-promises/zh.ts';
import { zh as contracts } from '../contracts/zh.ts';
import { zh as dashboard } from '../dashboard/zh.ts';
import { zh as deals } from '../deals/zh.ts';
import { zh as disputes } from '../disputes/zh.ts';
import { zh as imports } from '../imports/zh.ts';
import { zh as inspections } from '../inspections/zh.ts';
import { zh as me } from '../me/zh.ts';
import { zh as notices } from '../notices/zh.ts';
import { zh as orders } from '../orders/zh.ts';
import { zh as pay } from '../pay/zh.ts';
import { zh as payeeChanges } from '../payee-changes/zh.ts';
import { zh as paymentSettings } from '../payment-settings/zh.ts';
import { zh as payoutBatches } from '../payout-batches/zh.ts';
import { zh as payouts } from '../payouts/zh.ts';
import { zh as photos } from '../photos/zh.ts';
import { zh as portal } from '../portal/zh.ts';
import { zh as products } from '../products/zh.ts';
import { zh as samples } from '../samples/zh.ts';
import { zh as settlements } from '../settlements/zh.ts';
import { zh as statements } from '../statements/zh.ts';
import { zh as streams } from '../streams/zh.ts';
import { zh as supplierScores } from '../supplier-scores/zh.ts';
import { zh as tax } from '../tax/zh.ts';
import { zh as teams } from '../teams/zh.ts';
import { zh as users } from '../users/zh.ts';
import { zh as shell } from './zh.ts';

/** Every Chinese word; what a folder exports stands below `resources.` (react-admin finds labels there). */
export const catalogueZh = {
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

export type Catalogue = typeof catalogueZh;
