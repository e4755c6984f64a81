import { z } from 'zod'
import { type Service, services } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { brouillons, demandesOuvertes, selon } from '@/lib/reglages/libelles'
import { lireReglages } from '@/lib/reglages/lire-reglages'
import type { Effet } from '@/lib/reglages/modele'
import { lireMotifs } from '@/lib/reglages/motifs'
import { type Portee, total } from '@/lib/reglages/portee'
import type { Valeurs } from '@/lib/reglages/sections/definition'
import type { Transaction } from '@/lib/socle/base'
import { ErreurMetier } from '@/lib/socle/erreurs'

type Choix = { id: string; libelle: string; ouvert: boolean }

/** A service the caisse offers, and whether this partenaire has it; its motifs likewise. */
export type ServiceDuPartenaire = { service: Service; ouvert: boolean; motifs: Choix[] }

/** What a caisse offers to one partenaire, out of what it offers to all. */
export async function lireServicesDuPartenaire(tx: Transaction, caisseId: string, partenaireId: string) {
  // A convention that has opened nothing yet may be set all the same: its services are ready on its first day.
  const lien = await tx.conventionCaisse.findFirst({ where: { caisseId, partenaireId }, select: { id: true } })
  const partenaire = await tx.partenaire.findUnique({ where: { id: partenaireId }, select: { id: true, nom: true } })
  if (!lien || !partenaire) throw new ErreurMetier('introuvable')
  const { version, reglages } = await lireReglages(tx, caisseId)
  const fermes = await tx.servicePartenaire.findMany({ where: { caisseId, partenaireId, actif: false } })
  const motifsFermes = await tx.motifPartenaire.findMany({ where: { caisseId, partenaireId, actif: false } })
  const offerts: ServiceDuPartenaire[] = []
  for (const { service, actif } of reglages.services) {
    if (!actif) continue
    const { motifs } = await lireMotifs(tx, caisseId, service)
    offerts.push({
      service,
      ouvert: !fermes.some((ferme) => ferme.service === service),
      motifs: motifs
        .filter((motif) => motif.actif)
        .map(({ id, libelle, libelleDeBase }) => ({
          id,
          libelle: libelle || libelleDeBase,
          ouvert: !motifsFermes.some(({ motifId }) => motifId === id),
        })),
    })
  }
  return { partenaire, version, offerts, fermesParLaCaisse: reglages.services.filter(({ actif }) => !actif) }
}

export const servicesPartenaireSchema = z.looseObject({
  partenaireId: z.uuid({ error: 'Ce partenaire n’existe pas.' }),
  version: z.coerce.number({ error: 'Rechargez la page' }).int(),
  services: z.array(z.enum(services, { error: 'Choisissez les services dans la liste' })).default([]),
  motifs: z.array(z.uuid()).default([]),
})

export type ServicesTapes = Pick<z.output<typeof servicesPartenaireSchema>, 'services' | 'motifs'>

/** What was ticked, applied; an open service keeps at least one motif. */
export function appliquer(offerts: ServiceDuPartenaire[], { services: ouverts, motifs }: ServicesTapes) {
  const apres = offerts.map((offert) => ({
    ...offert,
    ouvert: ouverts.includes(offert.service),
    motifs: offert.motifs.map((motif) => ({ ...motif, ouvert: motifs.includes(motif.id) })),
  }))
  const erreurs = Object.fromEntries(
    apres
      .filter(({ ouvert, motifs: siens }) => ouvert && !siens.some((motif) => motif.ouvert))
      .map(({ service }) => [
        `motifs-${service}`,
        `« ${definitionDe(service).libelleCourt} » : laissez au moins un motif, ou fermez le service`,
      ]),
  )
  return { apres, erreurs: Object.keys(erreurs).length > 0 ? erreurs : undefined }
}

export function valeursDuPartenaire(offerts: ServiceDuPartenaire[]): Valeurs {
  return {
    'services[]': offerts.filter(({ ouvert }) => ouvert).map(({ service }) => service),
    'motifs[]': offerts.flatMap(({ motifs }) => motifs.filter(({ ouvert }) => ouvert).map(({ id }) => id)),
  }
}

const enMots = (ouvert: boolean) => (ouvert ? 'ouvert' : 'fermé pour ce partenaire')

export function lignesDuPartenaire(offerts: ServiceDuPartenaire[]) {
  return offerts.flatMap(({ service, ouvert, motifs }) => [
    { cle: definitionDe(service).libelleCourt, valeur: enMots(ouvert) },
    ...motifs.map((motif) => ({
      cle: `${definitionDe(service).libelleCourt} : ${motif.libelle}`,
      valeur: enMots(motif.ouvert),
    })),
  ])
}

/** Closing leaves what was filed; drafts must take another way. */
export function effetsSurLePartenaire(
  avant: ServiceDuPartenaire[],
  apres: ServiceDuPartenaire[],
  portee: Portee,
): Effet[] {
  const touche = (nom: string, garde: (ligne: { service: string; motifId: string }) => boolean): Effet => {
    const deposees = total(portee.demandes.filter(garde))
    const enCours = total(portee.brouillons.filter(garde))
    return {
      texte: `« ${nom} » : ${demandesOuvertes(deposees)} de ce partenaire ${selon(deposees, 'suit son cours', 'suivent leur cours')} ; ${brouillons(enCours)} ne ${selon(enCours, 'pourra', 'pourront')} plus être transmis ainsi.`,
    }
  }
  return apres.flatMap(({ service, ouvert, motifs }): Effet[] => {
    const ancien = avant.find((candidat) => candidat.service === service)
    if (ancien?.ouvert && !ouvert)
      return [touche(definitionDe(service).libelleCourt, (ligne) => ligne.service === service)]
    const fermes = motifs.filter(
      ({ id, ouvert: reste }) => !reste && ancien?.motifs.some((motif) => motif.id === id && motif.ouvert),
    )
    return fermes.map(({ id, libelle }) => touche(libelle, (ligne) => ligne.motifId === id))
  })
}
