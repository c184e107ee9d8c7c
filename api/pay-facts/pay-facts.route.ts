import { router } from '../http/route.ts';
import { adjustmentRoutes } from './adjustments.route.ts';
import { feeRoutes } from './fees.route.ts';
import { fineRoutes } from './fines.route.ts';
import { recoupRoutes } from './recoup.route.ts';

/** What a month's pay is computed from, beside the lines. */
export const payFactRoutes = router();
for (const routes of [feeRoutes, recoupRoutes, fineRoutes, adjustmentRoutes])
  payFactRoutes.route('/', routes);
