import { expect, it } from 'vitest'
import { enregistrerContact, retirerContact } from '@/lib/reglages/enregistrer-contact'
import { enregistrerMotifPropre } from '@/lib/reglages/enregistrer-motif-propre'
import { enregistrerMotifs } from '@/lib/reglages/enregistrer-motifs'
import { enregistrerReglages } from '@/lib/reglages/enregistrer-reglages'
import { reglagesEnMots, sectionAModifier, verifierSection } from '@/lib/reglages/queries'
import { contactAModifier, contactsDeLaCaisse } from '@/lib/reglages/queries-contacts'
import { motifPropre, motifsAModifier, motifsDeLaCaisse, verifierMotifs } from '@/lib/reglages/queries-motifs'
import type { Contexte } from '@/lib/socle/action'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { baseDeTest } from '@/tests/base-de-test'
import { acteurDe, agir, atelierDeTest } from '@/tests/contexte'

const atelier = await atelierDeTest(await baseDeTest())
const ici = await fabriquePartenariat(atelier)
const ailleurs = await fabriquePartenariat(atelier)
const caisseId = ici.caisse.id
const acteurs = {
  'the référent of another caisse': await acteurDe(ailleurs.referent.id),
  'an agent of another caisse': await acteurDe(ailleurs.agent.id),
}
const administrateur = await acteurDe((await fabriqueCompte(atelier, { profil: 'administrateur' })).id)
const referent = await acteurDe(ici.referent.id)
const { id } = await atelier.tx.contactCaisse.create({
  data: { caisseId, type: 'theme', theme: 'Rendez-vous', telephone: '0500001234' },
})
const { version } = await atelier.tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId } })

type Qui = typeof referent
const lectures: Record<string, (acteur: Qui) => Promise<unknown>> = {
  reglagesEnMots: (acteur) => reglagesEnMots(acteur, caisseId),
  sectionAModifier: (acteur) => sectionAModifier(acteur, caisseId, 'delais'),
  verifierSection: (acteur) => verifierSection(acteur, { caisseId, section: 'delais', valeurs: {} }),
  contactsDeLaCaisse: (acteur) => contactsDeLaCaisse(acteur, caisseId),
  contactAModifier: (acteur) => contactAModifier(acteur, caisseId, id),
  motifsDeLaCaisse: (acteur) => motifsDeLaCaisse(acteur, caisseId),
  motifsAModifier: (acteur) => motifsAModifier(acteur, caisseId, 'dossier'),
  verifierMotifs: (acteur) => verifierMotifs(acteur, { caisseId, service: 'dossier', valeurs: {} }),
  motifPropre: (acteur) => motifPropre(acteur, caisseId),
}

type Acte<S> = (contexte: Contexte, saisie: S) => Promise<unknown>
const ecrire =
  <S>(acte: Acte<S>, saisie: object) =>
  (acteur: Qui) =>
    agir(acteur, (contexte) => acte(contexte, { caisseId, version, ...saisie } as S))
const ecritures: Record<string, (acteur: Qui) => Promise<unknown>> = {
  enregistrerReglages: ecrire(enregistrerReglages, { section: 'statistiques', periodiciteStatistiques: 'annuelle' }),
  enregistrerContact: ecrire(enregistrerContact, { type: 'theme', theme: 'Essai', courriel: 'a@essai.example' }),
  retirerContact: ecrire(retirerContact, { id }),
  enregistrerMotifs: ecrire(enregistrerMotifs, { service: 'dossier', motifs: {} }),
  enregistrerMotifPropre: ecrire(enregistrerMotifPropre, {
    service: 'dossier',
    libelle: 'Essai',
    libelleCourt: 'Essai',
    pieces: [],
  }),
}

it.each(
  Object.entries({ ...lectures, ...ecritures }),
)('%s: the settings of a caisse do not exist for another one', async (_nom, acte) => {
  for (const acteur of Object.values(acteurs)) await expect(acte(acteur)).rejects.toMatchObject({ code: 'introuvable' })
})

it.each(Object.entries(lectures))('%s: its own référent and an administrateur read them', async (_nom, lire) => {
  for (const acteur of [referent, administrateur]) expect(await lire(acteur)).toEqual(expect.anything())
})
