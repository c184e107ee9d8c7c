import type { Reason } from '../error.ts';
import type { RegimeName } from './regime.ts';
import type { TaxStep } from './working.ts';

/** What the agency decides for itself. Both are off until somebody who asked the tax office turns them on. */
export interface TaxSettings {
  /** The agency is itself an internet platform enterprise or its related operator. */
  platformWorkerCumulative: boolean;
  /** Withhold natural persons' VAT: stops every payment while the rule's text is not verified. */
  naturalPersonVat: boolean;
}

export const HOUSE_TAX_SETTINGS: TaxSettings = { platformWorkerCumulative: false, naturalPersonVat: false };

const PLATFORM = {
  zh: '仅当本机构自身是互联网平台企业或其相关运营主体时，才适用平台从业人员累计预扣法；一般 MCN 向签约人员付款仍按劳务报酬按月预扣（由条文推算，请向主管税务机关确认后再开启）。',
  en: 'platform-worker withholding is only for an agency that is itself an internet platform enterprise or its related operator; a plain MCN paying its own contracted persons withholds labour remuneration by the month (derived, not stated: ask the tax office before switching it on)',
};

/** Why a payee's regime may not be used under these settings. */
export function whyNotUseRegime(regime: RegimeName, settings: TaxSettings): Reason | undefined {
  if (regime !== 'platform_worker_cumulative' || settings.platformWorkerCumulative) return undefined;
  return { code: 'platform_regime_off', message: PLATFORM.en };
}

export const tellPlatformSetting = (): TaxStep => ({
  key: 'setting',
  values: { setting: 'platformWorkerCumulative', status: 'D' },
  text: `默认关闭的设置：${PLATFORM.zh}`,
  textEn: `A setting, off by default: ${PLATFORM.en}.`,
});
