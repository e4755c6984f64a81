import { documentsUtiles } from '@/lib/bibliotheque/queries'
import { attestationsDemandees, motifsOuverts, servicesOuverts } from '@/lib/caisses/catalogue'
import { demandesVisibles } from '@/lib/demandes/acces'
import { lireCadreBrouillon } from '@/lib/demandes/cadre-brouillon'
import type { Service } from '@/lib/demandes/modele'
import { enServices, servicesSchema, servicesSql } from '@/lib/demandes/services-ouverts'
import { type Acteur, perimetre } from '@/lib/socle/acteur'
import { avecPerimetre, lireAvecPerimetre } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'
import { estId } from '@/lib/socle/identifiants'
import { Prisma } from '@/lib/socle/prisma/client'

/** Services a technicien can use today, over the caisses open to the partenaire. */
export async function servicesDuTechnicien(acteur: Acteur): Promise<Service[]> {
  const [rang] = await lireAvecPerimetre<{ services: unknown }>(
    perimetre(acteur),
    Prisma.sql`SELECT ${servicesSql(acteur)} AS services`,
  )
  return enServices(acteur, servicesSchema.parse(rang?.services))
}

/** First step: the motifs of a service, by open caisse. */
export function choixDuMotif(acteur: Acteur, service: Service) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const partenaireId = acteur.partenaire?.id ?? ''
    const caisses = []
    for (const caisse of acteur.caissesOuvertes) {
      if (!(await servicesOuverts(tx, { caisseId: caisse.id, partenaireId })).includes(service)) continue
      caisses.push({ ...caisse, motifs: await motifsOuverts(tx, { caisseId: caisse.id, partenaireId, service }) })
    }
    return caisses
  })
}

/** A draft of the acteur with all that its steps show; null when it is not theirs, or not there any more. */
export function brouillonAReprendre(acteur: Acteur, id: string, maintenant = new Date()) {
  return avecPerimetre(perimetre(acteur), async (tx) => {
    if (!estId(id)) return null
    try {
      const cadre = await lireCadreBrouillon({ tx, acteur, maintenant }, id)
      const attestations = await attestationsDemandees(tx, {
        service: cadre.service,
        assureRequis: cadre.motif.assureRequis,
      })
      const documents = await documentsUtiles(tx, acteur, {
        caisseId: cadre.caisse.id,
        service: cadre.service,
        motifId: cadre.motif.id,
      })
      return { ...cadre, attestations, documents }
    } catch (erreur) {
      if (erreur instanceof ErreurMetier && erreur.code === 'introuvable') return null
      throw erreur
    }
  })
}

/** Reference of the demande a draft has become, for someone who comes back to the draft's address. */
export function demandeDuBrouillon(acteur: Acteur, id: string): Promise<string | null> {
  if (!estId(id)) return Promise.resolve(null)
  return avecPerimetre(perimetre(acteur), async (tx) => {
    const demande = await tx.demande.findFirst({
      where: { ...demandesVisibles(acteur), id },
      select: { reference: true },
    })
    return demande?.reference ?? null
  })
}
