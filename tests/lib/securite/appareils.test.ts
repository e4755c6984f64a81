import { expect, it } from 'vitest'
import { hacher } from '@/lib/comptes/hachage'
import { examinerMotDePasse, seConnecter } from '@/lib/comptes/se-connecter'
import { nouveauJetonAppareil, oublierAppareil } from '@/lib/securite/appareils'
import { avecConnexion } from '@/lib/socle/base'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const base = await baseDeTest()
Object.assign(process.env, { URL_PUBLIQUE: 'http://localhost:3000' })
const atelier = await atelierDeTest(base)
const { tx } = atelier
const { structure } = await fabriquePartenariat(atelier)
const motDePasse = 'quatre hérons sur la digue'
const navigateur = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const adresse = '192.0.2.77'
const T0 = new Date()

const nouveau = async () =>
  fabriqueCompte(atelier, {
    profil: 'technicien',
    partenaireId: structure.partenaireId,
    structureId: structure.id,
    motDePasseHash: await hacher(motDePasse),
  })

async function connecter(identifiant: string, jeton: string, essai = motDePasse, maintenant = T0) {
  const saisie = { identifiant, motDePasse: essai, retour: undefined }
  const examen = await examinerMotDePasse(saisie, { adresse, maintenant })
  return avecConnexion((web) =>
    seConnecter({ tx: web, acteur: null, maintenant, adresse, navigateur, jeton }, saisie, examen),
  )
}

const mailsDe = (destinataire: string) =>
  tx.courriel.findMany({ where: { destinataire, modele: 'nouvelle_connexion' } })

it('tells of the first sign-in from a browser, and of no other; without address nor name of anyone', async () => {
  const compte = await nouveau()
  const jeton = nouveauJetonAppareil()
  await connecter(compte.identifiant, jeton)
  await connecter(compte.identifiant, jeton)
  const [mail, ...autres] = await mailsDe(compte.courriel)
  expect(autres).toEqual([])
  expect(JSON.stringify(mail?.donnees)).toContain('Firefox sur Windows')
  expect(JSON.stringify(mail?.donnees)).not.toContain(adresse)
  const evenements = await tx.journal.findMany({
    where: { action: 'connexion.nouvel_appareil', compteId: compte.id },
    select: { details: true },
  })
  expect(evenements).toEqual([{ details: {} }])
  await connecter(compte.identifiant, nouveauJetonAppareil())
  expect(await mailsDe(compte.courriel)).toHaveLength(2)
})

it('remembers nothing of a refused sign-in, and nothing that ties two accounts of one browser', async () => {
  const [un, deux] = [await nouveau(), await nouveau()]
  const jeton = nouveauJetonAppareil()
  await connecter(un.identifiant, jeton, 'faux')
  expect(await tx.appareilConnu.count({ where: { compteId: un.id } })).toBe(0)
  await connecter(un.identifiant, jeton)
  await connecter(deux.identifiant, jeton)
  const rangs = await tx.appareilConnu.findMany({ where: { compteId: { in: [un.id, deux.id] } } })
  expect(new Set(rangs.map(({ empreinte }) => empreinte)).size).toBe(2)
  expect(JSON.stringify(rangs)).not.toContain(jeton)
  expect(await mailsDe(deux.courriel)).toHaveLength(1)
})

it('of ten sign-ins at once, tells once', async () => {
  const compte = await nouveau()
  const jeton = nouveauJetonAppareil()
  await Promise.all(Array.from({ length: 10 }, () => connecter(compte.identifiant, jeton)))
  expect(await mailsDe(compte.courriel)).toHaveLength(1)
})

it('keeps twenty, forgets those unseen for 400 days, and the one asked; never that of somebody else', async () => {
  const [compte, autre] = [await nouveau(), await nouveau()]
  for (let rang = 0; rang < 22; rang += 1) await connecter(compte.identifiant, nouveauJetonAppareil())
  expect(await tx.appareilConnu.count({ where: { compteId: compte.id } })).toBe(20)
  const bienPlusTard = new Date(T0.getTime() + 401 * 86_400_000)
  await connecter(compte.identifiant, nouveauJetonAppareil(), motDePasse, bienPlusTard)
  const [reste, ...autres] = await tx.appareilConnu.findMany({ where: { compteId: compte.id } })
  expect(autres).toEqual([])
  const [sien, voisin] = [await acteurDe(compte.id), await acteurDe(autre.id)]
  const oublier = (acteur: typeof sien) =>
    agir(acteur, (contexte) => oublierAppareil(contexte, { id: reste?.id ?? '' }))
  await expect(oublier(voisin)).rejects.toMatchObject({ code: 'introuvable' })
  await oublier(sien)
  expect(await tx.appareilConnu.count({ where: { compteId: compte.id } })).toBe(0)
})
