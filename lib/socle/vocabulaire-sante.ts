// Words that say something of a person's health, without accents and in lower case: each entry is a piece of regular
// expression, matched as whole words. The list is meant to be read and completed by people of the field.

const MALADIES = [
  'cancers?|cancereu(?:x|se)s?|tumeurs?|metastases?|leucemies?|lymphomes?|melanomes?|carcinomes?|oncologie',
  'diabete|diabetiques?|hypertension|infarctus|avc|accident vasculaire cerebral|insuffisan(?:ce|t|te) (?:renale?|cardiaque|respiratoire|hepatique)',
  'vih|sida|seropositi(?:f|ve|vite)|hepatites?(?: [abce])?|tuberculose|syphilis|covid(?: long|-19)?|meningite|gale',
  'asthme|asthmatiques?|bpco|mucoviscidose|emphyseme|apnees? du sommeil|pneumonie|bronchite chronique',
  'alzheimer|parkinson|epilepsie|epileptiques?|sclerose en plaques|fibromyalgie|migraines?|demence|trisomie|drepanocytose',
  'arthrose|polyarthrite|lombalgies?|sciatique|hernie discale|canal carpien|tendinites?|osteoporose|spondylarthrite',
  'crohn|cirrhose|endometriose|lupus|psoriasis|eczema|obesite|anorexie|boulimie|thyroide|anemie',
  'maladies? (?:chroniques?|graves?|rares?|orphelines?|genetiques?|mentales?|psychiques?|psychiatriques?|cardiaques?|de lyme|auto-?immunes?)',
  'fractures?|entorses?|amputations?|amput(?:e|ee)s?|brulures?|traumatisme cranien|paraplegi(?:e|que)s?|tetraplegi(?:e|que)s?|hemiplegi(?:e|que)s?',
  'aveugles?|malvoyante?s?|cecite|surdite|sourde?s?|malentendante?s?|glaucome|cataracte',
]

const PSYCHISME = [
  'depressions?|depressi(?:f|ve)s?|burn-?out|bipolaires?|bipolarite|schizophren(?:ie|e)s?|psychoses?|psychotiques?|paranoia',
  "autis(?:me|te)s?|tdah|phobies?|anxiete|angoisses|crises? d'angoisse|stress post-traumatique|troubles? (?:psychiques?|psychiatriques?|mentaux|bipolaires?|anxieux|du comportement|alimentaires?|cognitifs?)",
  'handicaps? (?:psychique|mental|moteur|visuel|auditif|cognitif)|deficien(?:ce|t|te)s? (?:intellectuelle?|mentale?|visuelle?|auditive)',
  'suicid(?:e|es|aire|aires)|tentatives? de suicide|scarifications?|automutilations?',
  'psychiatr(?:e|es|ie|ique|iques)|psychotherapie|suivi psychologique|soins sans consentement|cmp',
  'alcooli(?:sme|que|ques)|toxicoman(?:e|es|ie)|addictions?|addict(?:e|s|es)?|sevrage|overdose|cure de desintoxication|csapa',
]

const MATERNITE = [
  'grossesses?|enceintes?|fausses? couches?|ivg|interruption (?:volontaire|medicale) de grossesse|accouche(?:ment|e)?s?|cesarienne|pma|fiv|sterilite',
]

const SOINS = [
  'chimio(?:therapie)?s?|radiotherapie|immunotherapie|dialys(?:e|ee?s?)|greff(?:e|es|ee?s?)|transfusions?|stomie|prothese de (?:hanche|genou)',
  'hospitalis(?:ee?|ees?|es|ation) (?:pour|suite a|a la suite|a cause|en raison|en psychiatrie|en cardiologie|en oncologie|en reanimation|en soins)',
  'oper(?:ee?|ees?|es) (?:du|de la|de l|des|a coeur|pour|en urgence)|operation (?:chirurgicale|du coeur|du dos|du genou|de la hanche)|intervention chirurgicale',
  'diagnostics? (?:de|du|medical)|diagnosti(?:quee?s?)|pathologies?|symptomes?|handicapee? a \\d+ ?%|en phase terminale|soins palliatifs|pronostic vital',
  "atteinte?s? d(?:e|u|es|'une?)|souffr(?:e|ent|ant|ait) d(?:e|u|es|'une?)|ald (?:pour|suite|n ?° ?\\d+|\\d{1,2}(?!\\d))",
  'irm|scanner cerebral|biopsie|mammographie|coloscopie|echographie|electrochocs?|bilan sanguin',
]

const MEDICAMENTS = [
  'insuline|metformine|levothyrox|methadone|subutex|buprenorphine|suboxone|morphine|tramadol|cortisone|lithium|ritaline|depakine|lyrica|seroplex|xanax|lexomil|valium|prozac|zoloft|temesta|stilnox|tercian|risperdal|abilify|ventoline|doliprane|ozempic|keytruda|truvada',
  '\\p{L}{3,}(?:prazole|cilline|mycine|sartan|zepam|zolam|statine|oxetine|triptyline|ximab|zumab)',
  'antidepresseurs?|anxiolytiques?|neuroleptiques?|antipsychotiques?|antibiotiques?|anticoagulants?|tri-?therapie|antiretrovirau?x?|somniferes?|chimiotherapies?',
  '\\d+ ?mg (?:par|/|matin|midi|soir|de)|\\d+ (?:comprimes?|gelules?)(?: par| matin| soir)?',
]

/** What the job says every day with the same words: blanked out before the search. */
export const HORS_SANTE =
  /(?<!\p{L})(?:(?:l'|une |cette )enceinte|fractures? (?:numeriques?|sociales?)|depistages?(?: organise)?(?: du| des| de)? cancers?(?: du sein| colorectal| du col)?|ligue contre le cancer|campagnes? de \p{L}+ contre (?:le|la|l'|les) ?\p{L}+|(?:conge|assurance|indemnites?|prestations?) (?:de )?(?:maternite|paternite)|maladies? professionnelles?|longue maladie|pass(?:e|age)? covid|aide a la \p{L}+ sourde)(?!\p{L})/gu

export const MOTS_SANTE = new RegExp(
  `(?<![\\p{L}\\d])(?:${[...MALADIES, ...PSYCHISME, ...MATERNITE, ...SOINS, ...MEDICAMENTS].join('|')})(?![\\p{L}])`,
  'gu',
)

/** «F32.1», or a code announced as such («CIM-10 F32», «diagnostic : E11»). Upper case only: it is looked for as written. */
export const CODE_CIM10 =
  /(?<![\p{L}\d.-])(?:[A-TV-Z]\d{2}\.\d{1,2}(?![\p{L}\d.])|(?<=(?:CIM|cim)(?:[- ]?10)?[ :]{1,3}|[Dd]iagnostic[ :\u00a0]{1,3})[A-Z]\d{2}(?![\p{L}\d]))/gu
