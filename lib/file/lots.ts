import type { z } from 'zod'
import { cloreDemande } from '@/lib/demandes/clore-demande'
import type { Service } from '@/lib/demandes/modele'
import { prendreEnCharge } from '@/lib/demandes/prendre-en-charge'
import { exigerActe } from '@/lib/demandes/transition'
import { attribuerDemande, type Destinataire } from '@/lib/equipes/attribuer-demande'
import { equipesDeLaCaisse } from '@/lib/equipes/queries'
import { type Cadre, executerLot, lireLignes } from '@/lib/file/lot'
import type { attribuerLotSchema, cloreLotSchema, prendreLotSchema } from '@/lib/file/schema'
import { finDuRetrait } from '@/lib/messages/envoi'
import { nomComplet, perimetre } from '@/lib/socle/acteur'
import type { Contexte, Suite } from '@/lib/socle/action'
import { avecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

const CHANGEE = 'Elle a changé depuis que vous l’avez cochée\u00A0: aucune réponse n’a été envoyée. Relisez-la.'

const uniques = <T>(liste: T[], cle: (element: T) => string): Map<string, T> =>
  new Map(liste.map((element) => [cle(element), element]))

/** «La caisse s’en occupe» waits as an answer does: a lot undone at once leaves no word of it. */
const apresRepentir = ({ maintenant }: Cadre) => ({ pasAvantLe: finDuRetrait(maintenant) })

/** «Je m’en occupe», on all that is ticked. */
export async function prendreLot({ lot, ids }: z.output<typeof prendreLotSchema>, cadre: Cadre): Promise<void> {
  const demandes = [...new Set(ids)]
  await executerLot(
    cadre,
    { id: lot, type: 'prendre', total: demandes.length, journal: 'demande.prise_en_charge', demandes },
    (contexte, { id }) => prendreEnCharge(contexte, { id }, apresRepentir(cadre)),
  )
}

/** «Attribuer à…»: to a colleague, to a team, or back to the queue; refused for what has changed since it was read. */
export async function attribuerLot(
  { lot, lignes, a }: z.output<typeof attribuerLotSchema>,
  cadre: Cadre,
): Promise<void> {
  const lues = uniques(lignes, ({ id }) => id)
  const details = { a: await nomDuDestinataire(cadre, a) }
  await executerLot(
    cadre,
    { id: lot, type: 'attribuer', total: lues.size, details, journal: 'demande.attribuee', demandes: [...lues.keys()] },
    (contexte, { id }) =>
      attribuerDemande(contexte, { id, version: lues.get(id)?.version, a: a as Destinataire }, apresRepentir(cadre)),
  )
}

async function nomDuDestinataire({ acteur }: Cadre, a: string): Promise<string> {
  if (a === 'personne') return 'la file'
  if (a === 'commune') return 'la file commune'
  const [nature, id = ''] = a.split(':')
  const nom = await avecPerimetre(perimetre(acteur), async (tx) => {
    if (nature === 'equipe')
      return (await equipesDeLaCaisse(tx, acteur.caisse?.id ?? '')).find((equipe) => equipe.id === id)?.nom
    const agent = await tx.compte.findFirst({
      where: { id, caisseId: acteur.caisse?.id, etat: 'actif', roles: { has: 'agent' } },
    })
    return agent && nomComplet(agent)
  })
  if (!nom) throw new ErreurMetier('saisie', undefined, { a: 'Choisissez un collègue ou une équipe' })
  return nom
}

/** «Clore…»: one answer for all, one outcome for each service; refused for what has changed since it was read. */
export async function cloreLot(saisie: z.output<typeof cloreLotSchema>, cadre: Cadre): Promise<void> {
  const { lot, lignes, issues, texte, texte__sante } = saisie
  const lues = uniques(lignes, ({ id }) => id)
  await exigerIssues(cadre, [...lues.keys()], issues)
  await executerLot(
    cadre,
    {
      id: lot,
      type: 'clore',
      total: lues.size,
      details: { issues },
      journal: 'demande.traitee',
      demandes: [...lues.keys()],
    },
    async (contexte, demande) => {
      const { id, service, version } = demande
      // Open, as for «passer»: the words of «clore» speak of a text that is still on the screen.
      await exigerActe(contexte, demande, 'passer')
      if (version !== lues.get(id)?.version) throw new ErreurMetier('etat_change', CHANGEE)
      return cloreDemande(contexte, { id, version, issue: issues[service] ?? '', texte, texte__sante })
    },
  )
}

/** A service without an outcome is said before anything is closed, at its field. */
async function exigerIssues({ acteur }: Cadre, ids: string[], issues: Record<string, string>): Promise<void> {
  const services = await avecPerimetre(perimetre(acteur), (tx) =>
    tx.demande.findMany({
      where: { id: { in: ids }, ouverte: true },
      select: { service: true },
      distinct: ['service'],
    }),
  )
  const manquants = services.map(({ service }) => service as Service).filter((service) => !issues[service])
  if (manquants.length > 0)
    throw new ErreurMetier(
      'saisie',
      undefined,
      Object.fromEntries(manquants.map((service) => [`issues.${service}`, 'Choisissez le résultat'])),
    )
}

/** Where a lot leads once it is done, and what the journal keeps of it. */
export async function rendreCompte({ tx, acteur }: Contexte, id: string): Promise<Suite> {
  const lot = await tx.actionGroupee.findFirst({ where: { id, compteId: acteur.compteId } })
  if (!lot) throw new ErreurMetier('introuvable')
  const lignes = lireLignes(lot.lignes)
  const faites = lignes.filter(({ fait }) => fait).length
  return {
    vers: `/caisse/file/lot/${id}`,
    donnees: { faites, refusees: lignes.length - faites },
    journal: {
      objetType: 'action_groupee',
      objetId: id,
      details: { type: lot.type, faites, refusees: lignes.length - faites },
    },
  }
}
