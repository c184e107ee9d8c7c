import type { Rule } from '../rule.ts';

const LEAVE = '(?:解除|终止|解约|退出|离开|离职|辞任|结束(?:合作|本)|中止|提前结束)';

/** 排除主播解除权: the anchor may not leave, whatever happens. */
export const exitLock: Rule = {
  type: 'EXIT_LOCK',
  negotiability: 'must',
  matcher: {
    signals: [
      {
        when: [
          '(?:只有|仅|唯)Ⓒ[^;。]{0,8}(?:能|可|有权|得)[^;。]{0,8}(?:叫停|解除|终止|结束)|(?:接替|接班|顶替)[^;。]{0,24}(?:之前|才能|方可|方得|继续(?:出镜|播|履行))|only Ⓒ may (?:bring|terminate|end|cancel)',
        ],
        unless: ['Ⓐ[^;。]{0,8}(?:可|有权)|病假|请假'],
      },
      {
        when: [
          '(?:解除(?:权|之权)?|解约|退会|离会|离职|离任|离约|离场|退出|要走|辞职|离开)[^;。]{0,40}(?:以|须|需|得|应)[^;。]{0,24}(?:豁免|审议通过|董事会|批准|点头|同意|签字|特批|满意|一致通过)[^;。]{0,30}',
          '未获|未经|否则|方为|为(?:停止|生效)?(?:条件|要件|前提)|不批|缺|拒绝|才|没点头|不点头|未作|不作限',
        ],
        unless: ['无须|无需|不以|不用谁|转让|划转'],
      },
      {
        when: [
          '(?:Ⓒ)[^;。]{0,30}(?:违约|拖欠|欠付|未履行|没有完成|未足额|未到位|怠于|拖了)[^;。]{0,40}(?:不(?:构成|得|能|是)|概不得|也不|亦不|仍须|先)[^;。]{0,24}(?:离|退出|走|终止|解约|解除|出镜|播)',
        ],
        unless: ['Ⓐ(?:可|可以|有权|得)(?:书面|立即|中止|停止)'],
      },
      {
        when: [
          '(?:解约|退出|离职|离会)(?:申请|通知|函)?[^;。]{0,16}(?:不作数|不予受理|不发生效力|不认|作废|每年只|暂未开放|不批的)|(?:抛弃|无|没有|不享有|不得享有)[^;。]{0,14}(?:解除权|叫停的份|提前走人的权利)|不许中途走|(?:唯一|唯有|只有)[^;。]{0,20}(?:届满|期满|Ⓒ(?:能|主动))[^;。]{0,14}(?:离|退出|叫停|终止|解除|结束)|除死亡外|(?:解除之权|解约权)专属Ⓒ',
          'Ⓐ|Ⓒ|合同|申请|期',
        ],
        unless: ['Ⓒ(?:不得|无权)[^;。]{0,10}(?:不认|作废)'],
      },
      {
        when: [
          '(?:only Ⓒ (?:may|can)|no resignation|(?:renounces?|surrenders?|gives up) (?:every|any|all) rights? to (?:terminat|rescind|leav|cancel)|Ⓐ (?:must |has to |have to )?stays? until|not entitle Ⓐ[^.;]{0,40}(?:leave|terminat|suspend)|requests? to leave[^.;]{0,60}(?:once a year|need))[^.;]{0,80}',
        ],
      },
      {
        when: [
          `Ⓐ[^;。]{0,30}(?:不得|无权|不能|不可|不享有|无|没有|放弃|不提出|不再享有|不会|不具有)[^;。]{0,22}${LEAVE}[^;。]{0,8}`,
        ],
      },
      {
        when: [
          `Ⓐ[^;。]{0,14}(?:放弃|不享有|无)[^;。]{0,24}(?:解除权|解约权|终止权|退出途径|退出机制|退出权)|(?:无|没有|不享有)(?:任何)?(?:退出途径|解除权)`,
        ],
      },
      {
        when: [
          `Ⓐ[^;。]{0,24}(?:${LEAVE}|辞)[^;。]{0,16}(?:须|需|应|由)[^;。]{0,8}Ⓒ[^;。]{0,10}(?:审批|批准|同意|许可|决定)[^;。]{0,10}(?:方可|方能|才|后|否则|,|是否)`,
        ],
      },
      {
        when: [
          `未经Ⓒ[^,;。]{0,8}(?:批准|同意|许可)[^;。]{0,10}(?:${LEAVE})[^;。]{0,12}(?:无效|不生效|不发生|不成立)`,
        ],
      },
      {
        when: [
          `(?:无论|不论|不管)[^;。]{0,16}Ⓐ[^;。]{0,10}(?:须|应|仍|必须|继续)[^;。]{0,14}履行[^;。]{0,8}(?:至|到|直)[^;。]{0,8}(?:届满|期满|到期)|Ⓐ(?:则)?(?:须|必须|应当?)(?:继续)?履行至(?:合同)?(?:届满|期满|到期)`,
        ],
      },
      { when: [`(?:不可解除|不得解除)(?:的)?(?:合同|协议)`, 'Ⓐ|合同为'] },
      { when: [`Ⓐ[^;。]{0,16}不(?:得|可|能)以[^;。]{0,24}为由[^;。]{0,10}(?:停止履行|${LEAVE})`] },
      { when: [`Ⓐ[^,;。]{0,6}(?:只能|仅能|仅可)催告`] },
      {
        when: [
          'Ⓐ[^.;]{0,60}(?:no right|may not|shall not|cannot|must not|not entitled|never|waives?|no (?:way|means)|irrevocably waives)[^.;]{0,60}(?:terminat|leav|cancel|withdraw|exit|end (?:this|the)|resign|rescind)',
        ],
      },
      {
        when: [
          '(?:notice of termination|resignation|termination by Ⓐ)[^.;]{0,50}(?:invalid|of no effect|void|only (?:effective|valid)|requires?|subject to)[^.;]{0,30}(?:Ⓒ|$|\\.)',
        ],
      },
      {
        when: [
          'Ⓐ[^.;]{0,40}(?:remain bound|must (?:continue|perform)|shall (?:continue|perform))[^.;]{0,80}(?:until (?:the )?(?:expiry|end)|full term)[^.;]{0,60}',
        ],
      },
      {
        wide: true,
        when: [
          '(?:不准走|不能退(?!货|款)|不许走|走不了|不能提走|不能走|申请(?:即)?(?:作废|视为未提出)|(?:解除|终止|退出|解约|辞职)[^;。]{0,16}(?:不产生[^,;。]{0,4}效力|不予受理|视为未提出|不生效)|没有解约|领导不批|不行使[^;。]{0,14}解除权|不提出(?:离开|解约|退出)|不因Ⓐ单方|(?:也得|都得|必须|仍须|就得)[^,;。]{0,10}(?:播完|播到|直播到|录制完毕|履行完)|会签同意|不放人)',
          'Ⓐ|Ⓒ|合同|申请',
        ],
        unless: ['退货', 'Ⓐ(?:可|有权)'],
      },
    ],
    fair: [
      '不得(?:无故|擅自|随意|无正当理由|任意)|无故|擅自',
      '(?:法律|法定|本合同)(?:另有)?(?:规定|约定|解除)[^,;。]{0,6}(?:除外|情形)|但[^;。]{0,14}(?:除外|可以)|除非(?:Ⓒ|法律)',
      'Ⓐ(?:可|有权|可以|亦可|均可)(?:提前|书面|立即|随时|在)?[^;。]{0,24}(?:解除|终止|退出|解约)',
      'Ⓐ[^,;。]{0,10}可提前|(?:提前(?:\\d+)(?:日|天|个月))[^;。]{0,10}通知[^;。]{0,10}(?:Ⓒ|即可|后)',
      '^[^;]{0,40}(?:Ⓑ|either party|neither party)[^;]{0,20}(?:不得|不能|shall|may not)',
      '(?:不得|无权|不能)[^,;。]{0,10}(?:使用|带走|直播|从事|登录|限制|影响)[^,;。]{0,14}(?:终止|解除)',
      '(?:终止|解除|解约|退出|离开|离职|届满)(?:合同|Ⓒ|合作)?(?:之)?(?:后|时|之日)',
      'without cause|except (?:for|where|in)|unless Ⓒ|may terminate (?:this|if|at|on|upon)',
      '放弃[^,;。]{0,12}(?:署名|报酬|诉|社保|社会保险|肖像|请求|调)',
    ],
  },
  reason: {
    zh: '即使公司违约，你也没有离开的路。因对方根本违约或不可抗力解除合同的权利，法律不允许事先排除。',
    en: 'There is no way out even when the company is in breach. The right to end a contract for fundamental breach or force majeure cannot be taken away beforehand.',
  },
  suggestion: {
    zh: '甲方连续两期逾期付款超过十五日或有其他根本违约的，乙方可书面通知解除；乙方亦可提前六十日申请退出，按附件公式补偿未摊销投入。',
    en: 'If payment is late by fifteen days twice running, or on other fundamental breach, the anchor may end the contract in writing; otherwise with sixty days’ notice against the unamortised outlay by the formula in the annex.',
  },
  question: {
    zh: '如果公司拖欠分成或不提供资源，我怎么退出？',
    en: 'How do I leave if the company does not pay or provides nothing?',
  },
};
