import type { Rule } from '../rule.ts';

const WORKS =
  '(?:作品|视频|内容|文案|脚本|素材|成果|切片|节目|知识产权|著作权|版权|表演者权|歌曲|文字|创作|选题|创意|人设|录像)';
const TO_COMPANY =
  '(?:归(?:属于|属)?Ⓒ|属(?:于)?Ⓒ|由Ⓒ[^,;。]{0,10}(?:所有|享有|取得|拥有|独享)|转让给Ⓒ|Ⓒ[^,;。]{0,10}(?:独家享有|独享|所有|无偿取得|取得著作权|享有)|(?:授予|许可|授权)Ⓒ|Ⓒ(?:仍|均|可|有权)[^,;。]{0,8}(?:使用|修改|改编)|永久归Ⓒ)';
const TOO_MUCH =
  '(?:<forever>|<free>|不得(?:主张|要求)[^,;。]{0,8}(?:报酬|收益|费用|权利|分享)|不享有署名|不参与分配|一次性转让|已包含|业余|合作期(?:内)?外|期(?:内)?外|过去|将来|不论是否|无论是否|离职后|终止后|解约后|个人创作|独享|收益由Ⓒ|不再享有)';

/** 著作权永久无偿归公司: everything the anchor makes, for ever and for nothing. */
export const ipPerpetual: Rule = {
  type: 'IP_PERPETUAL',
  negotiability: 'must',
  matcher: {
    signals: [
      { when: [`${WORKS}[^;。]{0,60}${TO_COMPANY}`, TOO_MUCH] },
      { when: [`${TO_COMPANY}[^;。]{0,50}${WORKS}`, '<forever>|<free>', 'Ⓐ'], unless: ['肖像|声音|姓名'] },
      {
        when: [
          'Ⓐ[^;。]{0,14}(?:放弃|不享有|不再享有|不得(?:主张|要求)|不保留)[^;。]{0,16}(?:署名权?|修改权|保护作品完整|获得报酬|报酬权|著作人格|表明身份)',
        ],
      },
      { when: [`Ⓒ[^;。]{0,20}(?:<forever>)[^;。]{0,24}(?:使用|改编|修改|传播|利用)[^;。]{0,20}${WORKS}`] },
      {
        when: [
          'Ⓐ[^.;]{0,120}(?:assign|transfer|grant|licen[cs]e)[^.;]{0,200}(?:copyright|works?|content|intellectual|recordings?|materials|everything)',
          '<forever>|<free>|irrevocabl|during or after|ever (?:produced|created)|outside the term',
        ],
      },
      {
        when: [
          'Ⓒ[^.;]{0,60}(?:receives?|owns?|obtains?|is granted|shall own|has)[^.;]{0,160}(?:copyright|works?|content|intellectual)',
          '<forever>|<free>|ever (?:produced|created)',
        ],
        unless: ['likeness|voice|image'],
      },
      {
        when: [
          '(?:copyright|intellectual property|works?|content)[^.;]{0,120}(?:belongs? to|vests? in|owned by|property of) Ⓒ',
          '<forever>|<free>|outside|before or after|in or out of',
        ],
      },
      { when: ['Ⓐ[^.;]{0,40}waives?[^.;]{0,60}(?:moral rights|attribution|credit|remuneration)'] },
      {
        wide: true,
        when: [
          '(?:版权|著作|作品|段子|歌|视频|脚本|创意|稿件|署名|剪辑|口播稿|内容|文案)',
          '是Ⓒ的|归Ⓒ|给Ⓒ|就?算Ⓒ|让渡|不行使其署名|Ⓒ(?:单独|得无期限|取得)|转让予?Ⓒ|属Ⓒ|——Ⓒ|-Ⓒ|Ⓒ想',
          '零对价|一分钱|不另|不用分|无期限|全部对价|永远|单独所有|无偿|永久|最长期限|不行使其署名|一直|不再享有|不得自行|以前|不给钱|不付|随意',
        ],
        unless: ['(?:肖像|形象|照片|声音)(?![^;。]{0,30}版权)', '账号'],
      },
    ],
    fair: [
      'Ⓐ(?:享有|保留|仍享有)[^,;。]{0,10}(?:署名|收益|分成|著作权)|保留Ⓐ[^,;。]{0,4}署名',
      'Ⓒ[^,;。]{0,8}(?:出资|提供|委托|自有|注册)[^,;。]{0,14}(?:制作|的视频|商标|脚本|素材)(?!.{0,30}(?:Ⓐ[^,;。]{0,10}(?:不得|放弃)))',
      '非独家|共有|归Ⓐ(?:所有)?|存档|每条\\d+元|支付(?:稿酬|报酬|制作费)',
      'Ⓒ(?:不得|无权)|未经Ⓐ',
      '商业秘密',
      'Ⓐ keeps|non-exclusive|retains? (?:the )?copyright|funded by Ⓒ|credit(?:ed)? Ⓐ',
    ],
  },
  reason: {
    zh: '你创作的内容被永久或无偿归公司，连署名和报酬都没有。',
    en: 'What you create goes to the company for ever or for nothing, without credit or pay.',
  },
  suggestion: {
    zh: '合作期内甲方出资制作的视频著作权归甲方，乙方享有署名权及收益分成；乙方其他作品归乙方，甲方在合作期内及期后六个月享有非独家使用权，用于已发布内容存档。',
    en: 'Videos paid for by the company are the company’s, with credit and a share for the anchor; other works stay the anchor’s, with a non-exclusive licence for the term and six months of archive.',
  },
  question: {
    zh: '能否只限合作期内公司出资的作品，并写明报酬和署名？',
    en: 'Can it be limited to works the company paid for during the term, with pay and credit?',
  },
};
