import { language } from "./language.ts";

type Pair = readonly [zh: string, en: string];
const pick = (pair: Pair): string => pair[language === "zh" ? 0 : 1];

const factTypes: Record<string, Pair> = {
  position: ["任职", "Position"], participation: ["参加", "Participation"], appointment: ["任免", "Appointment"], statement: ["讲话", "Statement"],
  credit: ["署名", "Credit"], project_count: ["项目数", "Project count"], statistic: ["统计数", "Statistic"], investment: ["投资", "Investment"],
  target: ["目标", "Target"], agreement: ["协议", "Agreement"], honor: ["荣誉", "Honour"], establishment: ["成立", "Establishment"],
};

const entityTypes: Record<string, Pair> = {
  PER: ["人物", "Person"], TITLE: ["职务", "Title"], ORG: ["机构", "Organisation"], ZONE: ["开发区", "Development zone"], GPE: ["地区", "Place"],
  LOC: ["地理", "Geography"], FAC: ["设施", "Facility"], EVENT: ["活动", "Event"], PROJECT: ["项目", "Project"], HONOR: ["荣誉", "Honour"],
  WORK: ["文件与作品", "Document"], DATE: ["日期", "Date"], MONEY: ["金额", "Money"], PERCENT: ["百分比", "Share"], QUANTITY: ["数量", "Quantity"],
};

const roles: Record<string, Pair> = {
  person: ["人物", "person"], title: ["职务", "title"], organization: ["机构", "organisation"], action: ["方式", "action"], event: ["活动", "event"],
  date: ["日期", "date"], place: ["地点", "place"], speaker: ["讲话人", "speaker"], verb: ["说法", "verb"], content: ["内容", "content"],
  role: ["身份", "role"], stage: ["阶段", "stage"], count: ["个数", "count"], approx: ["约数", "about"], scope: ["范围", "scope"],
  occasion: ["场合", "occasion"], investment: ["投资额", "investment"], output: ["产值", "output"], subject: ["主体", "subject"], indicator: ["指标", "indicator"],
  value: ["数值", "value"], min: ["至少", "at least"], max: ["至多", "at most"], unit: ["单位", "unit"], period: ["时期", "period"], change: ["变化", "change"],
  investor: ["投资方", "investor"], target: ["投向", "goes into"], currency: ["币种", "currency"], deadline: ["期限", "deadline"], parties: ["签约方", "parties"],
  agreement: ["协议", "agreement"], topic: ["事项", "topic"], recipient: ["获得者", "recipient"], honor: ["荣誉", "honour"], by: ["由", "by"],
};

const choices: Record<string, Pair> = {
  attend: ["出席", "attends"], speak: ["讲话", "speaks"], chair: ["主持", "chairs"], announce: ["宣布", "announces"], report: ["汇报", "reports"], inspect: ["调研", "inspects"],
  appointed: ["任命", "appointed"], elected: ["当选", "elected"], removed: ["免去", "removed"],
  author: ["作者", "author"], photographer: ["摄影", "photographer"], correspondent: ["通讯员", "correspondent"], editor: ["编辑", "editor"],
  signed: ["签约", "signed"], started: ["开工", "started"], production: ["投产", "in production"], completed: ["竣工", "completed"],
  under_construction: ["在建", "under construction"], planned: ["计划", "planned"], implemented: ["实施", "implemented"],
  about: ["约", "about"], over: ["超过", "over"], under: ["不足", "under"], up: ["增长", "up"], down: ["下降", "down"],
};

const currencies: Record<string, Pair> = {
  CNY: ["元", "yuan"], USD: ["美元", "US dollars"], EUR: ["欧元", "euros"], HKD: ["港元", "HK dollars"], MOP: ["澳门元", "patacas"], TWD: ["新台币", "NT dollars"], JPY: ["日元", "yen"], GBP: ["英镑", "pounds"],
};

const units: Record<string, Pair> = {
  元: ["元", "yuan"], 美元: ["美元", "US dollars"], 欧元: ["欧元", "euros"], 港元: ["港元", "HK dollars"], 日元: ["日元", "yen"], 个百分点: ["个百分点", "percentage points"], 公里: ["公里", "km"],
};

const modalities: Record<string, Pair> = { planned: ["计划中", "planned"], expected: ["预计", "expected"], negated: ["否定", "negated"] };
const reviews: Record<string, Pair> = { accepted: ["已确认", "accepted"], edited: ["已更正", "edited"], added: ["人工补充", "added"], rejected: ["已剔除", "rejected"] };

const reasons: Record<string, Pair> = {
  "same-name": ["同名", "same name"], "full-form": ["全称", "full form"], "place-given-by-source": ["依出处所在地", "place given by the source"], "declared-alias": ["文中说明的简称", "declared alias"],
  "short-name": ["简称", "short name"], "same-organisation": ["同一机构", "same organisation"], "same-post": ["同一职务", "same post"], "same-place": ["同一地方", "same place"],
  "named-together": ["常在一起提到", "named together"], "by-hand": ["人工决定", "decided by a person"],
};

const kinds: Record<string, Pair> = {
  headline: ["标题", "Headline"], kicker: ["引题", "Kicker"], subhead: ["副题", "Subhead"], byline: ["署名", "Byline"], body: ["正文", "Body"], heading: ["小标题", "Heading"],
  caption: ["图片说明", "Caption"], furniture: ["版面", "Furniture"], jump: ["转版", "Jump"],
};

const reader = (labels: Record<string, Pair>) => (name: string): string => { const pair = Object.hasOwn(labels, name) ? labels[name] : undefined; return pair ? pick(pair) : name; };

/** What a user's own types are called is what they call them. */
export const factType = reader(factTypes);
export const entityType = reader(entityTypes);
export const roleName = reader(roles);
export const choice = reader(choices);
/** A unit as it is read: codes of currencies by their names, all else as printed; in English what many figures have is told in English. */
export const unitName = reader({ ...currencies, ...units });
/** A rise or fall: shares grow and fall, amounts become more or less. */
export const changeName = (change: string, unit: string | undefined): string =>
  language !== "zh" || !unit || /%|‰|百分点|千分点/.test(unit) ? choice(change) : change === "up" ? "增加" : change === "down" ? "减少" : choice(change);
export const modality = reader(modalities);
export const review = reader(reviews);
/** Why two articles' names are one (docs/entities.md). */
export const linkReason = reader(reasons);
export const paragraphKind = reader(kinds);
export const entityTypeNames: readonly string[] = Object.keys(entityTypes);
/** The types whose mentions name one thing, which is linked over articles. */
export const linkedTypes: readonly string[] = ["PER", "ORG", "ZONE", "GPE", "LOC", "FAC", "EVENT", "PROJECT", "HONOR", "WORK"];
