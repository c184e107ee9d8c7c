/**
 * What a clause is about, in the many words people use for it; Chinese first, then English. Only the classifier reads
 * them: a word never seen in training still speaks of its matter.
 */
export const MATTERS: Record<string, readonly [zh: string, en: string]> = {
  tax: [
    '税|扣缴|完税|增值税|发票|开票|票据|税点|避税|申报|稽查',
    'tax\\w*|withh(?:old|eld)\\w*|vat\\b|invoice\\w*|bureau',
  ],
  studio: [
    '工作室|个体户|个体工商户|个人独资|商事主体|园区|洼地|空壳',
    'studio|sole propriet\\w*|shell|tax haven|haven',
  ],
  loan: [
    '贷款|借贷|贷|分期|借款|借据|网贷|信用付|花呗|白条|先学后付|刷卡|放款|授信|小额|消费金融|典当',
    'loans?|lend\\w*|borrow\\w*|credit (?:line|plan)|instal+ments?|financ(?:e|ing)',
  ],
  course: [
    '学费|培训费|课程|研修|孵化(?:服务)?费|入门费|席位费|报名费|入会费|入营|训练营|集训|辅导费|服务费|加盟费|出道|包装费',
    'course|tuition|training|academy|bootcamp|joining fee|onboarding fee|styling package|enrol\\w*',
  ],
  deposit: [
    '保证金|押金|风险金|履约金|质保金|储备|信用金|留存|预留|诚意金|定金|忠诚金|担保金|暂存|扣存|留置',
    'deposit|reserve|security|bond|retain\\w*|retention|held back|hold back|escrow',
  ],
  guarantee: [
    '保底|底薪|最低收入|保障金|保障款|基本酬金|基本收入|固定津贴|出镜费|补贴|预付|预借|垫款|生活费',
    'guarantee\\w*|minimum|retainer|base pay|stipend|advance\\w*|draw\\b',
  ],
  refund: [
    '退货|退款|退回来|售后|逆向物流|运费|邮费|快递费|退单|拒收|运费险|包装费',
    'returns?|refund\\w*|chargeback|freight|shipping|courier|parcel|sent back',
  ],
  goods: [
    '商品|产品|货品|货|选品|质量|假冒|假货|伪劣|三无|食品安全|成分|资质|标签|标识|虚假宣传|广告法|功效|召回',
    'goods|products?|merchandise|counterfeit|fake goods|recall\\w*|quality|defect\\w*|mislabel\\w*',
  ],
  regulator: [
    '行政处罚|罚款|市场监管|工商|处罚|索赔|职业打假|假一赔|三包|主管机关|消费者',
    'fines?|regulat\\w+|penalt\\w+|consumer\\w*|product claims?|authorit\\w+',
  ],
  settle: [
    '结算|结款|结账|结佣|打款|付款|发放|支付日|提现|到账|月结|季结|年结|结清|汇付|清算|冻结期|账期|回款',
    'settl\\w+|payout|paid|remit\\w*|payday|pay date|cash flow|disburs\\w*|transfer',
  ],
  slowtime: [
    '半年|年底|年末|年终|过年|年度|次年|翌年|季度|两个季度|每年|会计年度|压[一二两三四五六七八九十\\d]|审计后|预算|最低支付额|存够|满\\d+元|累积至|顺延|递延|延后|暂缓',
    'once a year|annual\\w*|year-end|next year|quarter\\w*|half-year\\w*|cash flow|until they grow|threshold|balances? below|deferr?\\w*',
  ],
  audit: [
    '明细|账目|账单|报表|后台|流水|数据|凭证|水单|对账|查账|查阅|核对|核查|查验|审计|会计师|总数|底层|异议期|披露|公开',
    'audit\\w*|inspect\\w*|records?|books|statements?|report|accountant|verify|computation|figures?|slip|disclos\\w*|bank slip',
  ],
  secretdata: [
    '商业秘密|内部(?:经营)?信息|保密|机密|秘密|泄露|外传|透露|披露|缄口|不许讲|不准(?:往外)?说',
    'secret\\w*|confiden\\w*|disclos\\w*|tell (?:anyone|nobody)|private',
  ],
  leave: [
    '离开|离职|离任|离会|离场|离约|解约|退出|退会|离岗|辞职|辞任|不干|走人|走的|要走|跑路|散伙|出走|转投|脱离|注销|解绑|分手|清退|另谋',
    'leav\\w+|left|depart\\w*|resign\\w*|quit|walk away|exit|withdraw\\w*|gone|go\\b|out\\b',
  ],
  finish: [
    '解除|终止|终结|取消|撤销|收回|停用|作废|失效|结束|清退|除名|淘汰|换掉|叫停|散|不再聘用|不再是|关闭|赎回',
    'terminat\\w+|cancel\\w*|end(?:s|ed|ing)?\\b|drop\\b|discontinu\\w*|dismiss\\w*|stop|sever\\w*',
  ],
  approval: [
    '审批|批准|点头|豁免|会签|审议|签收|特批|逐级|研究决定|通过|放行|准许',
    'approv\\w+|permission|board|say yes|sign-?off|unanim\\w*',
  ],
  whim: [
    '不看好|看不上|气质|八字|前景|战略|业务规划|改革|撤并|评级|评分|名单|试播|试用|考核|评估|优化|数据不佳|不满意|无因|任意|一句话|一纸通知|讲一声|口头通知',
    'whenever|no reason|convenience|disappoint\\w*|at will|pleasure|trial|not on the list|same day|message|without explanation',
  ],
  renew: [
    '续约|续签|续展|续期|延展|展期|顺延|接续|续聘|自动续|滚|再签|延期|默认|续',
    'renew\\w*|roll(?:s|ed)? over|rollover|extend\\w*|extension|another term|evergreen|silence',
  ],
  period: [
    '合作期|服务期|聘期|期限|签约期|有效期|合同期|合约期|为期|起算|届满|期满|截止|整',
    'term|runs? for|years?|duration|period|expir\\w+|months',
  ],
  exclusive: [
    '独家|专属|排他|独占|唯一|归口|全权代理|一概不得|任何平台|一切活动|其他平台|不得(?:在|为|给|接|参加)',
    'exclusiv\\w*|solely|nobody else|any other platform|anywhere|through us|outside the',
  ],
  pastend: [
    '竞业|冷却期|冷冻期|同行|同业|竞争|竞品|隔壁|别的机构|其他机构|入驻|从事|复出|转行|行业',
    'compet\\w+|rivals?|non-?compete|industry|for anyone|cooling',
  ],
  profile: [
    '账号|帐号|账户|粉丝|频道|实名|换绑|解绑|过户|主页|矩阵|登录凭证|认证|登录|老号|个人号|密码',
    'accounts?|channels?|profiles?|followers?|handles?|verif\\w+|log ?in|credentials?',
  ],
  creation: [
    '作品|著作权|版权|署名|稿酬|稿件|文案|段子|视频|内容|素材|剪辑|切片|改编|成果|表演者',
    'copyright\\w*|works?|content|footage|clips?|videos?|credited|re-?edit\\w*|sketch\\w*|script\\w*|author\\w*',
  ],
  face: [
    '肖像|形象|照片|人脸|声纹|声音|嗓音|数字人|数字分身|虚拟主播|AI主播|克隆|合成语音|人格要素|脸|海报|面容',
    'face|likeness|portrait|voice|cloned?|avatar|digital (?:double|twin|human)|picture|photos?',
  ],
  alias: [
    '艺名|昵称|网名|播音名|名号|称谓|标识|改名|自称|名字|笔名|花名',
    'stage name|screen name|professional name|nickname|character|alias|trade ?mark',
  ],
  rate: [
    '分成|比例|提成|提点|点数|佣金率|费率|系数|点位|分账|权重|档位|返点',
    'percent\\w*|rates?|split|share|schedule|cut\\b|commission',
  ],
  lopsided: [
    '九成|八成|八五|八八|九一|一九|二八|八二|[89]\\d(?:\\.\\d+)?%|1\\d(?:\\.\\d+)?%|[5-9]%|畸低',
    '\\b(?:8|9)\\d ?%|\\b1\\d ?%|\\b(?:8|9)\\d/\\d+',
  ],
  fines: [
    '扣分|积分|罚单|罚|扣发|扣款|扣罚|绩效|处分|负激励|违纪|礼仪|口误|迟到|态度|调整额|估个价|酌情扣',
    'fin(?:e|ed|es)\\b|penal\\w+|docked|deduct\\w*|points|estimates?',
  ],
  papers: [
    '身份证|护照|证件|银行卡|资格证|户口|手机卡|原件|正本|U盾|密码器|押在|收存|保管',
    'passport\\w*|identity card|id card|bank card|sim card|documents?|safe\\b|hold\\w*',
  ],
  grievance: [
    '起诉|诉讼|仲裁|法院|投诉|举报|告|打官司|劳动局|劳动监察|12345|信访|媒体|维权|追诉|诉权|追索|救济|主张权利|反映',
    'sue\\b|lawsuit|court|tribunal|arbitrat\\w+|litigat\\w*|report\\w*|complain\\w*|labou?r bureau|hotline|claims?|releas\\w*|appeal',
  ],
  venue: [
    '住所地|所在地|注册地|签订地|履行地|管辖|老家|境外|总部|指定的?(?:仲裁|法院)|香港|新加坡|专属管辖',
    'domicile|jurisdict\\w*|venue|head office|seat|singapore|hong kong|where you live|registered office',
  ],
  meaning: [
    '解释|说了算|含义|释义|理解|涵义|认定|判断|定义|口径|抵触|疑义|意思|为准',
    'interpret\\w*|constru\\w+|means?|meaning|unclear|conclusive\\w*|reading',
  ],
  bylaws: [
    '制度|规则|规章|细则|守则|规矩|公告|通知|附件|政策|群里|公示|发布|张贴|上墙|更新|修订|版本',
    'rules?|polic\\w+|handbook|notice ?board|bulletin|guideline\\w*|manual|appendix|posted',
  ],
  transfer: [
    '转让|划转|转给|卖给|出让|质押|迁移|继受|受让|转会|承继|移转|作价|抵押|概括',
    'assign\\w*|novat\\w*|sell|sold|transfer\\w*|charge|successor|moved to',
  ],
  hours: [
    '小时|钟头|每日|每天|天天|轮休|休息|排班|时长|在岗|在线|全年无休|休假|通宵|班次|请假|歇',
    'hours?|daily|a day|days? off|rest|roster|shifts?|on air|live\\b|seven days',
  ],
  body: [
    '受伤|伤亡|意外|疾病|伤病|人身|医疗|猝死|生病|身体|摔|砸|保险|残|健康|安全',
    'injur\\w*|death|illness|\\bill\\b|health|medical|accident\\w*|insur\\w*|body|hurt|unsafe|stunts?',
  ],
  escort: [
    '陪酒|敬酒|陪餐|应酬|饭局|酒局|线下见面|会面|约见|私下|擦边|暴露|性暗示|挑逗|清凉|撒娇|大哥|榜一|暧昧|恋人|低俗|大额打赏|陪伴|共餐',
    'dinner|drinks?|flirt\\w*|reveal\\w*|top spender|suggestive|big tippers?|in private|meet a viewer|wardrobe|outfits?',
  ],
  looks: [
    '整形|医美|手术|双眼皮|隆鼻|鼻子|下巴|瘦脸|抽脂|牙齿贴面|体重|体脂|身材|减肥|公斤|胖|瘦|针|热玛吉|微调|容貌|腰围|斤',
    'surgery|cosmetic|nose|jaw|eyelid\\w*|weigh\\w*|kilogram\\w*|kilos?|clinic|slim\\w*|needles?|contour\\w*',
  ],
  fake: [
    '刷单|刷量|刷评|小号|水军|机器人|假单|拍单|虚构|人设|剧本|隐瞒|谎称|冒充|宣称|假装|亲友|托|热度指标|虚假|造假|扮演',
    'fake|friends and family|bots?|made-up|scripted|persona|pretend\\w*|grower|invented|cancel afterwards|bought viewers|wholesale',
  ],
  age: [
    '周岁|未成年|监护人|家长|父母|法定代理人|十四|十五|十六|十七|初中|爸妈|爹妈|出生|小主播|儿童',
    'minor\\w*|under eighteen|guardian\\w*|parents?|fifteen|sixteen|seventeen|fourteen|years old|of age',
  ],
  employ: [
    '劳动关系|雇佣|员工|职工|社保|社会保险|打卡|考勤|坐班|签到|承揽|合作关系|上下班|底薪|劳动合同|指纹|请销假|灵活就业',
    'employ\\w*|staff|social insurance|clock(?:s|ed)? in|independent contractor|freelancer|attendance|wage|roster|supervisor\\w*',
  ],
  mishap: [
    '不可抗力|情势变更|政策|封号|关停|停服|台风|疫情|自然灾害|停电|管控|天灾|停办|突发|监管变动|限流|封禁',
    'force majeure|ban\\b|lockdown|storm|change of law|platform shuts?|hardship|changed circumstances|shut',
  ],
  format: [
    '格式条款|格式合同|格式文本|示范文本|提示|说明义务|勾选|点击|弹窗|逐条|协商拟定|个别磋商|已阅读|充分理解|加粗|反悔|冷静期|预先拟定|按手印|讲解',
    'standard form|negotiat\\w+|explain\\w*|tick\\w*|swip\\w*|click\\w*|box\\b|bold|change your mind|drew attention',
  ],
  spy: [
    '定位|聊天记录|通讯录|摄像头|监控|手机|宿舍|寝室|口令|相册|软件|查看|行踪|隐私|短信|位置',
    'cameras?|location|password\\w*|wechat|phone|dorm\\w*|bedrooms?|surveill\\w*|monitor\\w*|chats?',
  ],
  sum: [
    '违约金|赔偿|赔|离约|买断|解约金|损失费|品牌(?:损失|稀释)|对价|倍|万元|总额|全部收入|流水的',
    'damages|sum\\b|owe|times|million|gross receipts|irrespective of loss|break\\b|penalt\\w*',
  ],
  lower: [
    '调减|酌减|减少|核减|降低|减免|过高|偏高|调整|调低|往下砍|585|请求减|畸高|补足',
    'reduc\\w*|lower\\w*|excessive|too high|585|moderate|adjust\\w*',
  ],
  proof: [
    '实际损失|凭证|发票|举证|证明|书面|提前\\d+|三十日|按比例|折算|上限|不超过|封顶|对等|同等|同一标准|各自|协商一致|自愿|随时撤回|照常|照付|补偿',
    'documented|proven|capped|no more than|pro ?rata|written|either|both|same|notice|consent|as usual|certificate',
  ],
};
