import { type Folded, replaceIn } from './folded.ts';

/** The signs that stand for the parties in a canonical text. */
export const COMPANY = 'Ⓒ';
export const ANCHOR = 'Ⓐ';
export const BOTH = 'Ⓑ';

export interface Parties {
  /** Names of this document (甲方, 星途, "Manager") in folded form, besides the general words. */
  company: string[];
  anchor: string[];
  /** Whether the definitions of the document said so, or the usual sides were assumed. */
  isDefined: boolean;
}

const COMPANY_WORD =
  '公司|机构|MCN|mcn|经纪方|传媒|工作室|公会|运营方|用人单位|企业|agency|company|manager|network|guild|studio|inc|ltd|llc';
const ANCHOR_WORD =
  '主播|达人|艺人|博主|红人|网红|表演者|演艺人员|自然人|个人|劳动者|员工|签约人|up主|talent|artist|creator|streamer|host|anchor|influencer|performer|individual|employee';
const SIDE = '(甲方|乙方|丙方|party a|party b)';

/** Who is the company and who the anchor in this document; 甲方 alone means the company unless the text says otherwise. */
export function readParties(text: string): Parties {
  const folded = foldForNames(text);
  const sides = new Map<string, 'company' | 'anchor'>();
  for (const [pattern, sideAt, wordAt] of DEFINITIONS)
    for (const match of folded.matchAll(pattern)) {
      const role = roleOf(match[wordAt]!);
      const side = match[sideAt]!;
      if (role && !sides.has(side)) sides.set(side, role);
    }
  for (const [side, other] of [
    ['甲方', '乙方'],
    ['乙方', '甲方'],
    ['party a', 'party b'],
    ['party b', 'party a'],
  ] as const)
    if (sides.has(side) && !sides.has(other))
      sides.set(other, sides.get(side) === 'company' ? 'anchor' : 'company');
  const isDefined = sides.size > 0;
  for (const [side, role] of [
    ['甲方', 'company'],
    ['乙方', 'anchor'],
    ['party a', 'company'],
    ['party b', 'anchor'],
  ] as const)
    if (!sides.has(side)) sides.set(side, role);
  const parties: Parties = { company: [], anchor: [], isDefined };
  for (const [side, role] of sides) parties[role].push(side);
  for (const match of folded.matchAll(ALIAS)) {
    const role = roleOf(match[1]!);
    const alias = match[2]!.trim();
    if (role && !/^(甲方|乙方|丙方|party|公司|主播|本?合同|本?协议)/.test(alias)) parties[role].push(alias);
  }
  return parties;
}

/** Every mention of a party becomes its sign; 双方, 任何一方 and 违约方 become the sign of both. */
export function signParties(folded: Folded, parties: Parties): Folded {
  let signed = replaceIn(folded, BOTH_SIDES, () => BOTH);
  const { company, anchor } = patternsOf(parties);
  signed = replaceIn(signed, company, () => COMPANY);
  signed = replaceIn(signed, anchor, () => ANCHOR);
  return replaceIn(signed, /ⒸⒸ+|ⒶⒶ+|Ⓐ ?(?:\(Ⓐ\))|Ⓒ ?(?:\(Ⓒ\))/g, (match) => match[0][0]);
}

const DEFINITIONS: [RegExp, number, number][] = [
  // The head of the contract says it best.
  [new RegExp(`(?:^|\\n)\\s*${SIDE}\\s*[:：]\\s*([^\\n]{1,60})`, 'g'), 1, 2],
  [new RegExp(`${SIDE}\\s*[(（]([^)）]{1,30})[)）]`, 'g'), 1, 2],
  [
    new RegExp(
      `(${COMPANY_WORD}|${ANCHOR_WORD})[^。;；\\n甲乙]{0,40}[(（](?:以下|下|本合同)?(?:中)?(?:简|合)?(?:称|作|为)?[“"「]?${SIDE}[”"」]?[)）]`,
      'g',
    ),
    2,
    1,
  ],
  [
    new RegExp(
      `(${COMPANY_WORD}|${ANCHOR_WORD})[^。;；\\n甲乙]{0,16}(?:以下|下)(?:简|合)?称(?:为)?[“"「]?${SIDE}`,
      'g',
    ),
    2,
    1,
  ],
  [
    new RegExp(
      `${SIDE}(?:即|系|是|指|为|作为|is|means|being)[ ]?(?:the |a |an )?(?:一名|本合同|签约|平台|网络|独立)?(${COMPANY_WORD}|${ANCHOR_WORD})(?=[,，。；;、:()（）]|$|的?一方|本人|, )`,
      'g',
    ),
    1,
    2,
  ],
  [
    new RegExp(
      `(?:^|[\\n,，;；。(（])(?:本合同中|本协议中)?(${COMPANY_WORD}|${ANCHOR_WORD})(?:为|是|系|即|作为)${SIDE}`,
      'g',
    ),
    2,
    1,
  ],
];
const ALIAS =
  /([^\n。;；]{2,60}?)[(（](?:以下|下|hereinafter)?(?:简|合)?(?:称|referred to as|called)?(?:为| the)?\s*[“"「]\s*(?:the )?([^”"」]{1,14})[”"」][^)）]{0,12}[)）]/g;
const BOTH_SIDES =
  /甲、?乙(?:双|两)?方|甲方(?:和|与|及|、)乙方(?:双方)?|双方(?:当事人)?|各方|(?:任何|任意|任|每|无论哪|其中)一?方|任一(?:当事)?方|一方(?!面)|违约方|守约方|非违约方|过错方|无过错方|彼此|当事人|either party|both parties|each party|neither party|any party|one party|the other party|the parties|the (?:non-)?(?:breaching|defaulting) party|breaching party|mutually|mutual|whichever of us|both of us|咱俩|两边|咱们两个|either of us|both sides|either side|each side/g;
const GENERAL_COMPANY =
  '老板(?!娘)|店里|厂里|厂方|集团公司|[本我]集团|运营公司|孵化方|签约公司|[我本]台|台里|档口|我(?:公)?司|我方|我们|本公司|本机构|(?:签约|经纪|传媒|所属|机构)?(?<!关联|子|母|分|其他|第三方|贷款|小贷|保险|金融|物流|快递|支付|科技|外部|他家|别家|其它|新|另一家?|医美|银行|同行|竞争|品牌|合作|供应链|投资|集团|境外)公司(?!法)|(?<!仲裁|金融|医疗|调解|监管|鉴定|检测|第三方|审计|医美|培训|司法|评估|公证|国家|测评|贷款|放贷|信贷|服务|执法|行政|专业|独立|其他|竞争|别的|其它|新|另一家?|外部|会计|上级|美容|整形|合作|公共|检验|体检|融资|投资|认证|权威|同类)(?:经纪|签约)?机构(?!投资)|经纪(?:公司|方|机构)|mcn(?:机构|公司|方)?|公会(?:方)?|运营方|用人单位|管理方|经纪人(?:公司)?(?!员)|(?:我们|咱们)(?:这边|这里|这儿)';
const GENERAL_ANCHOR =
  '(?:签约|带货|带教|受聘|网络)?(?<!虚拟|其他|他|旗下|头部|数字人|同类|别的|其它|竞品|各|所有)主播(?!团队|行业)(?:本人)?|达人(?:方)?|艺人(?:方)?|博主|红人|网红(?!经济)|演艺人员|表演者(?!权)|劳动者|签约人|签约者|签约方|创作者|学员|新人(?!奖)|主持人(?!团队)|练习生|出镜人|up主|您|你方|你(?!们之间)|本人';
const ENGLISH_COMPANY =
  "(?:the )?(?:agency|company|mcn|manager|management company|guild|party a|firm|employer|we|us(?!\\$)|our)(?:'s)?";
const ENGLISH_ANCHOR =
  "(?:(?:the|a|any|each|every|no) host(?:'s)?\\b|(?:the )?(?:talent|artist|creator|streamer|live-?streamer|host(?='| (?:shall|must|may|will|agrees|is|hereby|cannot|can|waives|has|acknowledges))|anchor|influencer|performer|presenter|broadcaster|trainee|recruit|party b|you|your|employee|signee)(?:'s)?)";

const patterns = new WeakMap<Parties, { company: RegExp; anchor: RegExp }>();

/** Made once a document: its clauses name the same parties. */
function patternsOf(parties: Parties): { company: RegExp; anchor: RegExp } {
  let found = patterns.get(parties);
  if (!found) {
    found = {
      company: namesPattern(parties.company, GENERAL_COMPANY),
      anchor: namesPattern(parties.anchor, GENERAL_ANCHOR),
    };
    patterns.set(parties, found);
  }
  return found;
}

function namesPattern(own: string[], general: string): RegExp {
  const english = general === GENERAL_COMPANY ? ENGLISH_COMPANY : ENGLISH_ANCHOR;
  const names = [...own]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return /^[a-z]/.test(name) ? `\\b(?:the )?${escaped}(?:'s)?\\b` : escaped;
    });
  return new RegExp([...names, general, `\\b${english}\\b(?!-)`].join('|'), 'g');
}

function roleOf(words: string): 'company' | 'anchor' | undefined {
  const company = new RegExp(COMPANY_WORD).test(words.replaceAll(/(?:主播|艺人|演艺|表演|网红)经纪/g, ''));
  const anchor = new RegExp(`${ANCHOR_WORD}|身份证|先生|女士`).test(
    words.replaceAll(/(?:主播|艺人|达人|网红|个人)(?:经纪|管理|孵化|服务|机构)/g, ''),
  );
  if (company === anchor) return undefined;
  return company ? 'company' : 'anchor';
}

function foldForNames(text: string): string {
  return text.slice(0, 200_000).toLowerCase().replaceAll('：', ':');
}
