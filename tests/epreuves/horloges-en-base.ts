import fc from 'fast-check'
import { expect } from 'vitest'
import { joursDuDelai } from '@/components/traitement/delai'
import { changerUrgence } from '@/lib/demandes/changer-urgence'
import { cloreDemande } from '@/lib/demandes/clore-demande'
import { envoyerComplement, recevoirComplement } from '@/lib/demandes/completer-demande'
import { corrigerMotif } from '@/lib/demandes/corriger-motif'
import { demanderComplement } from '@/lib/demandes/demander-complement'
import { envoyerMessage } from '@/lib/demandes/envoyer-message'
import type { Etat } from '@/lib/demandes/modele'
import { actePossible, cleDeTri } from '@/lib/demandes/regles'
import { transfererDemande } from '@/lib/demandes/transferer-demande'
import { jourDe } from '@/lib/socle/jour'
import { motifNational } from '@/prisma/seed/catalogue'
import type { Atelier } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import { fabriquePartenariat } from '@/prisma/seed/fabriques/partenariat'
import { acteurDe, agir } from '@/tests/contexte'
import { type Fait, simuler } from './oracle-horloges'

const JOUR = 86_400_000
const prestations = (delais: Record<string, number>) =>
  Object.entries(delais).map(([prestation, delaiJours]) => ({ prestation, delaiJours, seuilAlerteJours: 5 }))

/** Two caisses that have nothing in common: delays by prestation, and that of what is urgent. */
const reglages = [
  { delais: { puma: 30, c2s: 45, ame: 20 } as Record<string, number>, urgent: 10 },
  { delais: { puma: 21, ame: 60 } as Record<string, number>, urgent: 7 },
]
const motifs = ['puma', 'c2s', 'ame', 'aide_financiere']

const histoire = fc.record({
  motif: fc.integer({ min: 0, max: motifs.length - 1 }),
  urgent: fc.boolean(),
  /** Minutes before today: 120 to 300 days. */
  avant: fc.integer({ min: 172_800, max: 432_000 }),
  actes: fc.array(
    fc.record({
      type: fc.constantFrom('complement', 'recu', 'envoye', 'urgence', 'motif', 'transfert', 'clore', 'rouvrir'),
      /** Minutes since the act before: up to twelve days. */
      apres: fc.integer({ min: 1, max: 17_280 }),
      motif: fc.integer({ min: 0, max: motifs.length - 1 }),
    }),
    { maxLength: 8 },
  ),
})

/** Plays histories through the use cases, at the dates they tell, and holds the row of each demande against the count day by day. */
export async function jouerEnBase(atelier: Atelier, numRuns: number): Promise<void> {
  const monde = await fabriquePartenariat(atelier, {
    caisse: { delais: prestations(reglages[0]?.delais ?? {}), reglages: { delaiUrgentJours: reglages[0]?.urgent } },
  })
  const autre = await fabriqueCaisse(atelier, {
    delais: prestations(reglages[1]?.delais ?? {}),
    reglages: { delaiUrgentJours: reglages[1]?.urgent },
  })
  await fabriqueConvention(atelier, { partenaireId: monde.partenaire.id, caisses: [{ caisseId: autre.id }] })
  const collegue = await fabriqueCompte(atelier, { profil: 'caisse', caisseId: autre.id, roles: ['agent'] })
  const agents = [await acteurDe(monde.agent.id), await acteurDe(collegue.id)] as const
  const technicien = await acteurDe(monde.technicien.id)
  const caisses = [monde.caisse.id, autre.id] as const
  const cadre = { ...monde.cadre, delais: prestations(reglages[0]?.delais ?? {}) }
  const fin = new Date()

  await fc.assert(
    fc.asyncProperty(histoire, async ({ motif, urgent: demandee, avant, actes }) => {
      const debut = new Date(Math.floor(fin.getTime() / 60_000 - avant) * 60_000)
      const { id, urgent: urgentAuDepot } = await fabriqueDemande(atelier, cadre, {
        motif: motifs[motif],
        urgent: demandee,
        deposeeLe: debut,
        dernierActeLe: debut,
      })
      let lieu: 0 | 1 = 0
      let [courant, urgent, instant] = [motif, urgentAuDepot, debut]
      let closeLe: Date | null = null
      const cible = () => ({
        urgent,
        ordinaire: reglages[lieu]?.delais[motifs[courant] ?? ''] ?? null,
        urgentJours: reglages[lieu]?.urgent ?? 0,
      })
      const faits: Fait[] = [{ type: 'depot', le: debut, ...cible() }]
      for (const { type, apres, motif: vers } of actes) {
        instant = new Date(instant.getTime() + apres * 60_000)
        const le = instant
        const { version, etat: lu, motifId } = await atelier.tx.demande.findUniqueOrThrow({ where: { id } })
        const etat = lu as Etat
        const agent = agents[lieu]
        const acte = { id, version, texte: 'Bonjour.' }
        if (type === 'complement' && actePossible('demander_complement', etat)) {
          await agir(agent, (c) => demanderComplement(c, acte), le)
          faits.push({ type: 'complement', le })
        } else if (type === 'recu' && actePossible('recevoir_complement', etat)) {
          await agir(agent, (c) => recevoirComplement(c, { id }), le)
          faits.push({ type: 'recu', le })
        } else if (type === 'envoye' && actePossible('envoyer_complement', etat)) {
          await agir(technicien, (c) => envoyerComplement(c, acte), le)
          faits.push({ type: 'recu', le })
        } else if (type === 'urgence' && actePossible('corriger', etat)) {
          const sens = urgent ? ('retirer' as const) : ('donner' as const)
          await agir(agent, (c) => changerUrgence(c, { id, version, sens, raison: 'Essai.' }), le)
          urgent = !urgent
          faits.push({ type: 'cible', le, ...cible() })
        } else if (type === 'motif' && actePossible('corriger', etat)) {
          const { id: choisi, variantes = [] } = motifNational(motifs[vers] ?? '')
          if (choisi === motifId) continue
          const saisie = { id, version, motif: { motifId: choisi, variante: variantes[0]?.code ?? null } }
          await agir(agent, (c) => corrigerMotif(c, saisie), le)
          courant = vers
          faits.push({ type: 'cible', le, ...cible() })
        } else if (type === 'transfert' && fin.getTime() - le.getTime() < 60_000 && actePossible('corriger', etat)) {
          // The database takes a transfer at its own clock only: those of the past are left to the tests of the use case.
          const ailleurs: 0 | 1 = lieu === 0 ? 1 : 0
          const saisie = { id, version, caisse: caisses[ailleurs], motif: null, raison: 'Essai.' }
          await agir(agent, (c) => transfererDemande(c, saisie), le)
          lieu = ailleurs
          faits.push({ type: 'cible', le, ...cible() })
        } else if (type === 'clore' && actePossible('clore', etat)) {
          await agir(agent, (c) => cloreDemande(c, { ...acte, issue: 'orientation' }), le)
          closeLe = le
          faits.push({ type: 'clore', le })
        } else if (type === 'rouvrir' && closeLe && le.getTime() - closeLe.getTime() < 29 * JOUR) {
          await agir(technicien, (c) => envoyerMessage(c, { ...acte, nature: 'reponse' }), le)
          closeLe = null
          faits.push({ type: 'rouvrir', le })
        }
      }
      const demande = await atelier.tx.demande.findUniqueOrThrow({ where: { id } })
      const oracle = simuler(faits, instant)
      const { ecoules, suspendus } = joursDuDelai(demande, oracle.aujourdhui)
      expect(suspendus).toBe(oracle.attente)
      expect(demande).toMatchObject({ deposeeLe: debut, caisseId: caisses[lieu], urgent })
      if (closeLe) return
      const echeanceLe = jourDe(demande.echeanceLe)
      expect(echeanceLe).toBe(oracle.echeanceLe)
      expect(ecoules).toBe(oracle.ecoules)
      expect(demande.triLe).toEqual(cleDeTri({ echeanceLe, suspendueLe: demande.suspendueLe }, debut))
    }),
    { numRuns, endOnFailure: true },
  )
}
