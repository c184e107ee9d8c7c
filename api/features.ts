import type { OpenAPIHono } from '@hono/zod-openapi';
import { accrualRoutes } from './accruals/accruals.route.ts';
import { agencyRoutes } from './agency/agency.route.ts';
import { anchorRoutes } from './anchors/anchors.route.ts';
import { bookRoutes } from './books/books.route.ts';
import { brandRoutes } from './brands/brands.route.ts';
import { caseRoutes } from './cases/cases.route.ts';
import { ownHoldRoutes } from './cases/own-holds.route.ts';
import { casePaperRoutes } from './cases/papers.route.ts';
import { signalRoutes } from './cases/signals.route.ts';
import { caseStepRoutes } from './cases/steps.route.ts';
import { supplierRoutes } from './cases/suppliers.route.ts';
import { contractRoutes } from './contracts/contracts.route.ts';
import { dashboardRoutes } from './dashboard/dashboard.route.ts';
import { dealRoutes } from './deals/deals.route.ts';
import { documentRoutes } from './documents/documents.route.ts';
import type { Env } from './http/context.ts';
import { inspectionRoutes } from './inspections/inspections.route.ts';
import { meRoutes } from './me/me.route.ts';
import { noticeRoutes } from './notices/notices.route.ts';
import { importRoutes } from './orders/imports.route.ts';
import { orderRoutes } from './orders/orders.route.ts';
import { partyRoutes } from './parties/parties.route.ts';
import { payFactRoutes } from './pay-facts/pay-facts.route.ts';
import { batchRoutes } from './payouts/batches/batches.route.ts';
import { returnRoutes } from './payouts/batches/returns.route.ts';
import { payeeChangeRoutes } from './payouts/payee-change.route.ts';
import { paymentSettingRoutes } from './payouts/payment-settings.route.ts';
import { payoutRoutes } from './payouts/payouts.route.ts';
import { productRoutes } from './products/products.route.ts';
import { sampleRoutes } from './samples/samples.route.ts';
import { settlementRoutes } from './settlements/settlements.route.ts';
import { confirmRoutes } from './statements/confirm.route.ts';
import { disputeRoutes } from './statements/dispute.route.ts';
import { previewRoutes } from './statements/preview.route.ts';
import { statementRoutes } from './statements/statements.route.ts';
import { taxPreviewRoutes } from './statements/tax-preview.route.ts';
import { streamRoutes } from './streams/streams.route.ts';
import { taxRoutes } from './taxes/taxes.route.ts';
import { teamRoutes } from './teams/teams.route.ts';
import { userRoutes } from './users/users.route.ts';
import { verifyRoutes } from './verify/verify.route.ts';

/** Every feature's routes, mounted under /api: the one place that knows them all. */
export const features: readonly OpenAPIHono<Env>[] = [
  userRoutes,
  teamRoutes,
  agencyRoutes,
  meRoutes,
  brandRoutes,
  productRoutes,
  dealRoutes,
  anchorRoutes,
  partyRoutes,
  streamRoutes,
  contractRoutes,
  documentRoutes,
  sampleRoutes,
  inspectionRoutes,
  settlementRoutes,
  confirmRoutes,
  disputeRoutes,
  statementRoutes,
  previewRoutes,
  accrualRoutes,
  noticeRoutes,
  orderRoutes,
  importRoutes,
  payFactRoutes,
  payoutRoutes,
  payeeChangeRoutes,
  batchRoutes,
  returnRoutes,
  paymentSettingRoutes,
  caseRoutes,
  caseStepRoutes,
  casePaperRoutes,
  ownHoldRoutes,
  signalRoutes,
  supplierRoutes,
  bookRoutes,
  dashboardRoutes,
  taxRoutes,
  taxPreviewRoutes,
  verifyRoutes,
];
