/** Tells whether letters can be a Vietnamese syllable: how text in a wrong encoding gives itself away. */

const ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x";

/** Every rime without its tone, after the tables of quốc ngữ orthography; rimes of loan words are not among them. */
const RIMES = `a ai ao au ay ac ach am an ang anh ap at
ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet oi om on ong ooc oong op ot oc
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyt uyp uyu uyên uyêt uôc uôi uôm uôn uông uôt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu yt ynh ăng`;

/** Rimes after “qu”, whose u is their glide. */
const AFTER_QU = `a ai an ang anh ao at au ay ac ach am ăc ăm ăn ăng ăp ăt ân âng ât ây â
e en eo et ê ên ênh êt êch i y ynh yt yên yêt yêu ych in inh it iên ơ ôc ơn ap`;

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));
const onsets = [...list(ONSETS)].sort((a, b) => b.length - a.length);
const rimes = list(RIMES);
const afterQu = list(AFTER_QU);

/** Grave, acute, tilde, hook above, dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** A syllable that ends in a stop has the acute tone or the dot. */
const STOPPED = /(?:p|t|c|ch)$/u;

/** Whether a word, in either case and any normal form, keeps the spelling rules of a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const split = word.normalize("NFD").toLowerCase();
  const tones = split.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const letters = split.replace(TONES, "").normalize("NFC");
  if (!/^[a-zăâêôơưđ]{1,7}$/u.test(letters)) return false;
  if (STOPPED.test(letters) && tones.length === 1 && !/[\u0301\u0323]/u.test(tones[0]!)) return false;
  return rimes.has(letters) || onsets.some((onset) => letters.startsWith(onset) && takes(onset, letters));
}

function takes(onset: string, letters: string): boolean {
  const rest = letters.slice(onset.length);
  if (onset === "qu") return afterQu.has(rest);
  // In “gì” and “giếng” one i is written for two.
  if (onset === "gi") return rest === "" || rimes.has(rest);
  return rimes.has(rest);
}
