import { type Fen, fen } from './money.ts';

/** How surely a row is known: its text read, or read about. Nothing from memory is in the table. */
export type OutcomeStatus = 'verified' | 'verified-secondary';

/**
 * What became of a penalty elsewhere. An amount is null when the source does not name it; a row without an award still
 * tells what was asked of an anchor who earned how much.
 */
export interface CourtOutcome {
  id: string;
  /** `2025-07`, or the year alone; null where no date was found. */
  reportedOn: string | null;
  matter: string;
  matterEn: string;
  claimedFen: Fen | null;
  earnedFen: Fen | null;
  awardedFen: Fen | null;
  /** What the source says of the court's way of reckoning; null: it says nothing. */
  reckoning: string | null;
  reckoningEn: string | null;
  source: string;
  status: OutcomeStatus;
}

const yuan = (amount: number): Fen => fen(amount * 100);

/** Published outcomes to read a penalty beside: sourced rows only, never a forecast. */
export const COURT_OUTCOMES: readonly CourtOutcome[] = [
  {
    id: 'guiding-189',
    reportedOn: null,
    matter: '最高人民法院指导案例189号：主播违反独家（排他）约定',
    matterEn: 'Supreme People’s Court guiding case 189: a streamer’s breach of an exclusive',
    claimedFen: null,
    earnedFen: null,
    awardedFen: null,
    reckoning: '排他约定有效；违约金以主播实际收益为基础，结合平台前期投入、流量与个体商业价值酌定',
    reckoningEn:
      'The exclusive held; the penalty was set from what the streamer had really earned, with investment, traffic and personal commercial value considered',
    source: '指导案例189号（60200875.com；cblco.cn/198）',
    status: 'verified-secondary',
  },
  {
    id: 'nandu-2025-07',
    reportedOn: '2025-07',
    matter: '主播播出 12 天、收入 200 元，被索赔 2 万元；合同约定违约金为总收入的 8 倍、每月至少直播 20 天',
    matterEn:
      'A streamer of 12 days who earned 200 yuan was asked for 20,000; the contract named 8 times all income, and 20 days a month',
    claimedFen: yuan(20_000),
    earnedFen: yuan(200),
    awardedFen: null,
    reckoning: null,
    reckoningEn: null,
    source: '南方都市报·N视频 2025-07（cjbk.net）',
    status: 'verified-secondary',
  },
  {
    id: 'laodong-guancha-2025-09',
    reportedOn: '2025-09',
    matter: '合同期五年、佣金四成、违约金 200 万元，因账号手机号解绑发生争议',
    matterEn:
      'Five years, 40 % commission, a penalty of 2,000,000 yuan; the dispute began over the account’s telephone number',
    claimedFen: yuan(2_000_000),
    earnedFen: null,
    awardedFen: null,
    reckoning: null,
    reckoningEn: null,
    source: '劳动观察 2025-09-30（51ldb.com）',
    status: 'verified-secondary',
  },
  {
    id: 'zhicheng-library',
    reportedOn: null,
    matter: '致诚律所案例库约 1,000 件：68.3% 的案件争议违约金过高',
    matterEn:
      'A law firm’s library of some 1,000 cases: the size of the penalty is disputed in 68.3 % of them',
    claimedFen: null,
    earnedFen: null,
    awardedFen: null,
    reckoning: '法院考量过错程度、履行情况与预期利益',
    reckoningEn: 'Courts weigh fault, performance and expected profit',
    source: '致诚律所案例库（creatorslaw.cn）',
    status: 'verified-secondary',
  },
  {
    id: 'lu11-2020-2577',
    reportedOn: '2020',
    matter: '（2020）鲁11民终2577号：合同终止后的竞业约定获支持',
    matterEn: '(2020) Lu 11 Min Zhong 2577: a non-compete after the end of the contract was upheld',
    claimedFen: null,
    earnedFen: null,
    awardedFen: null,
    reckoning: '违约金为一次性补偿，支付后主播不再受限',
    reckoningEn: 'The penalty was compensation once and for all: after paying it the streamer was free',
    source: '（2020）鲁11民终2577号（c.mxgxt.com）',
    status: 'verified-secondary',
  },
];

/** The amount divided by what was earned, in hundredths, whichever the source names: awarded before claimed. */
export function outcomeRatio(
  outcome: Pick<CourtOutcome, 'claimedFen' | 'earnedFen' | 'awardedFen'>,
): { of: 'awarded' | 'claimed'; hundredths: number } | undefined {
  const { claimedFen, earnedFen, awardedFen } = outcome;
  const amountFen = awardedFen ?? claimedFen;
  if (amountFen === null || earnedFen === null || earnedFen <= 0) return undefined;
  const hundredths = Number((BigInt(amountFen) * 200n + BigInt(earnedFen)) / (2n * BigInt(earnedFen)));
  return { of: awardedFen === null ? 'claimed' : 'awarded', hundredths };
}
