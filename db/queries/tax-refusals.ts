/** Why a month's tax cannot be reckoned, with what a person does about it; the code is the rule's own. */
export function tellRefusal(
  code: string,
  message: string,
): { code: string; message: string; whatToDo: { zh: string; en: string } } {
  return { code, message, whatToDo: WHAT_TO_DO[code] ?? ASK };
}

const ASK = {
  zh: '请按提示更正税务资料后重新计算',
  en: 'Correct the tax data as the message says and reckon again',
};

const WHAT_TO_DO: Record<string, { zh: string; en: string }> = {
  no_tax_profile: {
    zh: '在主播档案中登记计税方式及其生效月份和来源',
    en: 'Record the anchor’s tax regime with the month it begins in and where it is known from',
  },
  platform_regime_off: {
    zh: '改登劳务报酬等计税方式，或经主管税务机关确认后由管理员开启平台从业人员设置',
    en: 'Record another regime, or have an admin switch platform workers on after asking the tax office',
  },
  natural_person_vat_unverified: {
    zh: '条文未核实：请关闭自然人增值税代扣开关并人工申报，或在核实正式条文后再开启',
    en: 'The rule’s text is not verified: switch natural persons’ VAT off and declare by hand, or have the official text entered',
  },
  tax_no_table: {
    zh: '该日期没有已录入的税率表：请补录后再计算',
    en: 'No table covers that day: have one entered first',
  },
};
