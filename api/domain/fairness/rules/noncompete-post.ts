import type { Rule } from '../rule.ts';

const WORK =
  '(?:直播|开播|复播|从事|签约|加入|入驻|合作|出镜|露面|带货|行业|竞争|竞品|同类|类似|平台|机构|经纪|业务|服务|短视频|任职|就业|演艺|演出|露脸|出现)';
const AFTER =
  '(?:(?:终止|解除|届满|期满|到期|解约|结束|离职|退出|离开|离约|分手|散伙|终结|合作关系)[^,;。]{0,8}(?:后|之日起|起|时|以后|日起|之后|的\\d+)|离开Ⓒ|后\\d+(?:年|个月)内|解约后|期后|终止后|竞业限制期|静默期|冷却期|脱密期|空窗)';

/** 期后竞业限制: what the anchor may not do after the end. */
export const noncompetePost: Rule = {
  type: 'NONCOMPETE_POST',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          `${AFTER}[^;。]{0,40}(?:不得|不可|禁止|不能|不允许|不再|无权|严禁|须空窗|方可|不准|应回避|避免)[^;。]{0,40}${WORK}`,
          'Ⓐ|Ⓒ|离职',
        ],
        unless: [
          '(?:不得|禁止|不能)(?:再|继续|以任何形式)?(?:使用|登录|运营|泄露|披露|带走|以[^,;。]{0,6}(?:名|名义)|诋毁|主张|要求|冒用|发布|删除)',
          '方可(?:支付|结算|返还|领取|退还)',
        ],
      },
      {
        when: [
          `(?:不得|不可|禁止|不能)[^;。]{0,30}(?:同类|类似|相同|同样)[^,;。]{0,10}(?:风格|内容|形式|业务|品类)`,
          AFTER,
        ],
      },
      {
        when: [
          `${AFTER}[^;。]{0,40}${WORK}[^;。]{0,30}(?:须|应|需)[^;。]{0,16}(?:收入|收益|补偿|分成|赔偿)[^;。]{0,14}(?:交|归|支付|给)?[^;。]{0,6}Ⓒ`,
        ],
      },
      { when: ['(?:竞业限制|竞业禁止|静默期|冷却期)[^;。]{0,40}(?:\\d+(?:年|个月)|永久)'] },
      {
        when: [
          '(?:after (?:the )?(?:termination|expiry|end)|following (?:the )?(?:termination|expiry)|after leaving|post-term|upon (?:termination|expiry)|for \\d+ (?:years|months) after|from the (?:end|termination))[^.;]{0,120}(?:shall not|may not|must not|not|barred|prohibited|refrain)[^.;]{0,120}(?:stream|platform|agency|compet|broadcast|commerce|business|industry|brand|perform|work)',
        ],
        unless: ['trademark|confidential|disclos|shall not be entitled|not restrict|logo'],
      },
      {
        when: [
          'Ⓐ[^.;]{0,60}(?:shall not|may not|must not|not|barred|prohibited)[^.;]{0,120}(?:stream|agency|compet|commerce|business|industry|brand|perform|work)[^.;]{0,100}(?:after (?:the )?(?:termination|expiry|end|leaving)|following (?:termination|expiry)|\\d+ (?:years|months) (?:after|following))',
        ],
      },
      {
        wide: true,
        when: [
          '(?:不准去别家|不能(?:做|当)(?:Ⓐ|主播)|停止[^;。]{0,8}更新|不能播|不准播|别急着找|不得(?:开播|加入|从事)|取得Ⓒ书面许可|停更|不准(?:开播|签|直播)|封杀|不许(?:播|去))',
          '从Ⓒ走|离开|离职|终止后|解约|结束后|走的人|走了|不干了|退出后',
          '\\d+(?:年|个月)|永远|永久|补偿|不发钱|许可',
        ],
        unless: ['登录|使用Ⓒ|不得(?:继续)?使用'],
      },
    ],
    fair: [
      '(?:Ⓒ)[^;。]{0,14}(?:按月|每月)[^;。]{0,12}(?:支付|给予|补偿)[^;。]{0,24}(?:%|补偿|\\d)',
      '可自由|自由(?:选择|从业|签约|择业)|不受(?:任何)?限制|不负竞业|不承担竞业|无竞业|不限制Ⓐ|Ⓒ不得(?:限制|阻挠|干涉)',
      '(?:商业秘密|注册商标|商标)[^,;。]{0,8}$|不得(?:继续)?使用Ⓒ[^,;。]{0,6}(?:商业秘密|商标)',
      'is free to|pays? Ⓐ? ?(?:a )?monthly|paid monthly|may freely',
    ],
  },
  reason: {
    zh: '合同结束后仍不让你直播或换公司，却没有补偿或期限过长。',
    en: 'After the end you may not stream or join another agency, without pay or for too long.',
  },
  suggestion: {
    zh: '合同终止后乙方可自由从业，但不得使用甲方商业秘密；确需限制的，不超过六个月，限于附件所列竞品，甲方每月支付不低于终止前十二个月平均收入百分之三十的补偿。',
    en: 'After the end the anchor works freely but may not use trade secrets; a restriction, if needed, lasts six months at most, covers the rivals listed, and is paid monthly with at least 30 % of the average income.',
  },
  question: {
    zh: '限制期间公司每月付我多少补偿？能否缩到六个月、只限几家竞品？',
    en: 'What am I paid each month while restricted, and can it be six months and a short list of rivals?',
  },
};
