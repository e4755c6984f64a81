import { createHash } from 'node:crypto'
import { rangerFichier } from '@/lib/pieces-jointes/coffre'
import { fabriquerPiece } from '../fabrique-pieces'
import { type Atelier, ilYA } from '../fabriques/atelier'

type Nouvelle = {
  national?: boolean
  genre: 'flash_info' | 'reglementaire'
  titre: string
  texte: string
  /** Days since it was published; negative: the days until it is. Null: a draft. */
  jours: number | null
  profils?: string[]
  types?: string[]
  epinglee?: boolean
  corrigee?: boolean
  retiree?: boolean
  /** Opened by the accounts of the demo. */
  lue?: boolean
}

const duPartenaire = ['technicien', 'gestionnaire']

const nouvelles: Nouvelle[] = [
  {
    genre: 'flash_info',
    titre: 'Accueils fermés vendredi après-midi',
    texte:
      'Les accueils de **Vaucreux** et d’**Yssoire** sont fermés vendredi à partir de 13 h.\n\nLe portail reste ouvert : les demandes déposées sont reçues le jour même.\n\n- Une urgence de soins ? Cochez « urgent » et joignez le justificatif.\n- Un rendez-vous prévu ce jour-là est déplacé, et vous en êtes prévenus.',
    jours: 1,
    epinglee: true,
  },
  {
    national: true,
    genre: 'reglementaire',
    titre: 'Complémentaire santé solidaire : les ressources à déclarer',
    texte:
      '## Ce qui change\n\nLes plafonds de ressources sont revalorisés au 1er avril. Les demandes en cours n’ont pas à être refaites.\n\n## Ce que vous avez à faire\n\n1. Vérifiez la date de l’avis d’imposition joint.\n2. Gardez le même formulaire : seule sa notice change.\n\nLe texte est [sur Légifrance](https://www.legifrance.gouv.fr/). Le formulaire à jour est [dans la bibliothèque](/bibliotheque).',
    jours: 4,
    corrigee: true,
  },
  {
    genre: 'flash_info',
    titre: 'Nouvelles dates de formation',
    texte:
      'Deux sessions s’ajoutent au calendrier, dont une à distance. [Voir les formations](/formations).\n\nVotre gestionnaire peut vous inscrire.',
    jours: 12,
    lue: true,
  },
  {
    genre: 'flash_info',
    titre: 'Revue des comptes : ce que nous attendons des gestionnaires',
    texte:
      'Confirmez chaque compte, y compris celui des personnes absentes depuis longtemps. **Dix minutes suffisent.**',
    jours: 20,
    profils: ['gestionnaire'],
    lue: true,
  },
  {
    national: true,
    genre: 'reglementaire',
    titre: 'Aide médicale de l’État : justificatifs de résidence acceptés',
    texte:
      'La liste des justificatifs est précisée.\n\n- Attestation d’hébergement de moins de trois mois\n- Quittance d’hôtel\n- Attestation d’une association agréée',
    jours: 45,
    lue: true,
  },
  {
    genre: 'flash_info',
    titre: 'Consigne de tri pour les dossiers AME',
    texte: 'Pendant deux semaines, les dossiers AME sont pris par l’équipe Droits.',
    jours: 3,
    profils: ['agent', 'referent'],
  },
  {
    genre: 'flash_info',
    titre: 'Horaires d’été de la plate-forme',
    texte: 'La plate-forme répond de 8 h 30 à 16 h 30 du 7 juillet au 29 août.',
    jours: 160,
    retiree: true,
    lue: true,
  },
  {
    genre: 'flash_info',
    titre: 'Questionnaire annuel : il arrive lundi',
    texte: 'Dix questions, pour vos gestionnaires. **Vos réponses orientent le prochain COPIL.**',
    jours: -6,
  },
  {
    genre: 'reglementaire',
    titre: 'Accompagnement des jeunes majeurs',
    texte: 'À compléter avec le service juridique.',
    jours: null,
    types: ['ase', 'departement'],
  },
]

type Notice = {
  national?: boolean
  genre: 'formulaire' | 'depliant' | 'guide'
  titre: string
  description: string
  theme: string
  services?: string[]
  motif?: string
  versions: number
  lien?: string
  retire?: boolean
}

const notices: Notice[] = [
  {
    national: true,
    genre: 'formulaire',
    titre: 'Demande de complémentaire santé solidaire',
    description: 'Le formulaire à remplir et à signer avec la personne, avec sa notice.',
    theme: 'Complémentaire santé',
    motif: 'c2s',
    versions: 3,
  },
  {
    genre: 'guide',
    titre: 'Un dossier complet du premier coup',
    description: 'Les pièces à joindre selon la situation, et les erreurs qui font revenir un dossier.',
    theme: 'Déposer une demande',
    services: ['dossier'],
    versions: 2,
  },
  {
    national: true,
    genre: 'formulaire',
    titre: 'Demande d’aide médicale de l’État',
    description: 'Première demande et renouvellement.',
    theme: 'Aide médicale de l’État',
    motif: 'ame',
    versions: 1,
  },
  {
    genre: 'depliant',
    titre: 'Renoncer à se soigner : qui peut aider ?',
    description: 'À remettre à la personne : la Mission accompagnement santé, en deux pages et en mots simples.',
    theme: 'Accès aux soins',
    services: ['signalement'],
    versions: 1,
  },
  {
    genre: 'depliant',
    titre: 'Préparer son rendez-vous à la caisse',
    description: 'Ce qu’il faut apporter, comment venir, qui peut accompagner.',
    theme: 'Rendez-vous',
    services: ['rendez_vous'],
    versions: 1,
  },
  {
    national: true,
    genre: 'guide',
    titre: 'Carte Vitale perdue ou volée : la déclaration en ligne',
    description: 'La page du service public qui explique la démarche, pas à pas.',
    theme: 'Carte Vitale',
    services: ['document'],
    versions: 1,
    lien: 'https://demarches.exemple.fr/carte-vitale',
  },
  {
    genre: 'guide',
    titre: 'Guide du portail, première édition',
    description: 'Remplacé par l’aide intégrée.',
    theme: 'Déposer une demande',
    versions: 1,
    retire: true,
  },
]

/** News and documents of a caisse and of the national support, with what the accounts of the demo have opened. */
export async function publier(atelier: Atelier, caisseId: string): Promise<void> {
  const cadre = { ...atelier, hasard: atelier.hasard.branche('publications') }
  const referent = await cadre.tx.compte.findFirst({
    where: { caisseId, roles: { has: 'referent' }, etat: 'actif' },
    orderBy: { identifiant: 'asc' },
  })
  const national = await cadre.tx.compte.findFirst({
    where: { profil: 'administrateur' },
    orderBy: { identifiant: 'asc' },
  })
  if (!referent || !national) return
  const de = (lu: { national?: boolean }) =>
    lu.national ? { caisseId: null, auteur: national.id } : { caisseId, auteur: referent.id }
  for (const nouvelle of nouvelles) await ecrire(cadre, nouvelle, de(nouvelle))
  for (const notice of notices) await ranger(cadre, notice, de(notice))
}

type De = { caisseId: string | null; auteur: string }

async function ecrire(atelier: Atelier, nouvelle: Nouvelle, { caisseId, auteur }: De): Promise<void> {
  const { tx, hasard, maintenant } = atelier
  const { jours } = nouvelle
  const publieeLe = jours !== null && jours >= 0 ? ilYA(atelier, jours) : null
  const creeeLe = ilYA(atelier, Math.max(jours ?? 0, 0) + 1)
  const id = hasard.uuid(creeeLe)
  await tx.actualite.create({
    data: {
      id,
      caisseId,
      genre: nouvelle.genre,
      titre: nouvelle.titre,
      texte: nouvelle.texte,
      caisses: [],
      profils: nouvelle.profils ?? duPartenaire,
      types: nouvelle.types ?? [],
      epinglee: nouvelle.epinglee ?? false,
      etat: nouvelle.retiree ? 'retiree' : publieeLe ? 'publiee' : jours === null ? 'brouillon' : 'programmee',
      publierLe: jours !== null && jours < 0 ? new Date(maintenant.getTime() - jours * 86_400_000) : null,
      publieeLe,
      corrigeeLe: nouvelle.corrigee && publieeLe ? new Date(publieeLe.getTime() + 86_400_000) : null,
      retireeLe: nouvelle.retiree ? ilYA(atelier, 60) : null,
      creeeLe,
      creeeParId: auteur,
    },
  })
  if (!publieeLe || !nouvelle.lue) return
  const comptes = await tx.compte.findMany({
    where: { profil: { in: duPartenaire }, etat: 'actif' },
    select: { id: true },
  })
  await tx.lectureActualite.createMany({
    data: comptes.map((compte) => ({ actualiteId: id, compteId: compte.id, lueLe: publieeLe })),
  })
}

async function ranger(atelier: Atelier, notice: Notice, { caisseId, auteur }: De): Promise<void> {
  const { tx, hasard } = atelier
  const creeLe = ilYA(atelier, notice.versions * 90)
  const documentId = hasard.uuid(creeLe)
  const motif = notice.motif && (await tx.motif.findFirst({ where: { code: notice.motif, caisseId: null } }))
  await tx.documentBibliotheque.create({
    data: {
      id: documentId,
      caisseId,
      genre: notice.genre,
      titre: notice.titre,
      description: notice.description,
      theme: notice.theme,
      services: notice.services ?? [],
      motifs: motif ? [motif.id] : [],
      profils: duPartenaire,
      etat: notice.retire ? 'retire' : 'publie',
      creeLe,
      creeParId: auteur,
      publieLe: creeLe,
      retireLe: notice.retire ? ilYA(atelier, 30) : null,
    },
  })
  for (let numero = 1; numero <= notice.versions; numero += 1) {
    const ajouteeLe = ilYA(atelier, (notice.versions - numero) * 90 + 5)
    const version = { id: hasard.uuid(ajouteeLe), documentId, caisseId, numero, ajouteeLe, ajouteeParId: auteur }
    await tx.versionDocument.create({
      data: notice.lien
        ? { ...version, lien: notice.lien }
        : { ...version, pieceJointeId: await fichier(atelier, notice, { numero, auteur, ajouteeLe }) },
    })
  }
}

async function fichier(
  { tx, hasard }: Atelier,
  { titre }: Notice,
  { numero, auteur, ajouteeLe }: { numero: number; auteur: string; ajouteeLe: Date },
): Promise<string> {
  const { contenu, ...piece } = await fabriquerPiece({
    type: 'bibliotheque',
    nom: titre,
    graine: numero,
    format: 'pdf',
  })
  const id = hasard.uuid(ajouteeLe)
  await tx.pieceJointe.create({
    data: {
      id,
      ...piece,
      ...(await rangerFichier(id, flux(contenu))),
      sens: 'sortante',
      code: 'bibliotheque',
      taille: contenu.length,
      empreinte: createHash('sha256').update(contenu).digest('hex'),
      etat: 'saine',
      analyseeLe: ajouteeLe,
      deposeeParId: auteur,
      deposeeLe: ajouteeLe,
    },
  })
  return id
}

async function* flux(contenu: Buffer): AsyncGenerator<Uint8Array> {
  yield contenu
}
