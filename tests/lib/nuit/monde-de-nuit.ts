import { enDate } from '@/lib/socle/jour'
import type { DateIso } from '@/lib/socle/temps'
import { ajouterJours, dateAParis, debutDuJour } from '@/lib/socle/temps'
import type { AtelierOuvert } from '@/prisma/seed/fabriques/atelier'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'

/** Partenaires in every state around a day, drawn from the seed of the atelier: something is due for most of them in the days that follow. */
export async function creerMondeDeNuit(atelier: AtelierOuvert, partenaires: number): Promise<void> {
  const { hasard, maintenant } = atelier
  const jour = dateAParis(maintenant)
  const dans = (jours: number) => ajouterJours(jour, jours)
  const caisses = []
  for (let rang = 0; rang < 3; rang += 1)
    caisses.push(
      await fabriqueCaisse(atelier, {
        code: `90${rang}`,
        reglages: {
          preavisRenouvellementMois: hasard.choisir([null, 1, 3]),
          intervalleRevueMois: hasard.choisir([6, 12]),
          revueDelaiJours: hasard.choisir([10, 30]),
          revueSuspensionJours: hasard.choisir([null, 3]),
        },
      }),
    )
  for (const caisse of caisses)
    await fabriqueCompte(atelier, { profil: 'caisse', caisseId: caisse.id, roles: ['referent'] })
  await atelier.tx.parametre.upsert({
    where: { cle: 'mot_de_passe_mois' },
    create: { cle: 'mot_de_passe_mois', valeur: 6 },
    update: { valeur: 6 },
  })
  for (let rang = 0; rang < partenaires; rang += 1) {
    const partenaire = await fabriquePartenaire(atelier, {
      contacts: [{ type: 'referent', nom: 'Direction', courriel: `direction@organisme-${rang}.example` }],
      structures: Array.from({ length: hasard.choisir([1, 1, 2]) }, () => ({
        ouvreLe: hasard.chance(0.5) ? enDate(dans(hasard.entier(-20, 12))) : null,
      })),
    })
    for (const caisse of hasard.quelques(caisses, hasard.choisir([1, 1, 2])))
      await signer(atelier, partenaire.id, caisse.id, dans)
    for (const structure of partenaire.structures) await peupler(atelier, partenaire.id, structure.id, dans)
  }
}

type Dans = (jours: number) => DateIso

async function signer(atelier: AtelierOuvert, partenaireId: string, caisseId: string, dans: Dans): Promise<void> {
  const { hasard } = atelier
  const effet = hasard.choisir([hasard.entier(-6, 12), hasard.entier(-372, -355), hasard.entier(-700, -20)])
  const tacite = hasard.chance(0.6)
  const fin = hasard.chance(0.45) ? dans(hasard.entier(-3, 14)) : null
  const decidee = fin !== null && fin >= dans(effet)
  const etat = decidee
    ? hasard.choisir(['denoncee', 'en_vigueur'])
    : effet > 0
      ? 'signee'
      : hasard.choisir(['en_vigueur', 'signee', 'mise_en_demeure'])
  await fabriqueConvention(atelier, {
    partenaireId,
    effetLe: enDate(dans(effet)),
    taciteReconduction: tacite,
    preavisMois: hasard.choisir([null, 1, 3]),
    caisses: [
      {
        caisseId,
        etat,
        finLe: decidee ? enDate(fin) : null,
        causeFin: decidee ? (etat === 'denoncee' ? 'denonciation' : 'resiliation') : null,
        ...(etat === 'mise_en_demeure' && {
          miseEnDemeureLe: enDate(dans(-20)),
          miseEnDemeureEcheanceLe: enDate(dans(hasard.entier(-5, 8))),
        }),
      },
    ],
  })
}

async function peupler(atelier: AtelierOuvert, partenaireId: string, structureId: string, dans: Dans): Promise<void> {
  const { hasard, tx } = atelier
  const lieu = { partenaireId, structureId }
  const gestionnaires = []
  for (let rang = 0; rang < hasard.entier(1, 2); rang += 1)
    gestionnaires.push(
      await fabriqueCompte(atelier, {
        profil: 'gestionnaire',
        ...lieu,
        creeLe: debutDuJour(dans(-hasard.entier(150, 200))),
        motDePasseHash: '-',
        motDePasseLe: debutDuJour(dans(-hasard.entier(150, 190))),
        inactivationPrevueLe: hasard.chance(0.4) ? enDate(dans(hasard.entier(0, 11))) : null,
      }),
    )
  const premier = gestionnaires[0]
  for (let rang = 0; rang < hasard.entier(1, 3); rang += 1) {
    const etat = hasard.choisir(['actif', 'actif', 'inactif', 'attente_activation'])
    const technicien = await fabriqueCompte(atelier, {
      profil: 'technicien',
      ...lieu,
      creeParId: premier?.id,
      etat,
      creeLe: debutDuJour(dans(-hasard.choisir([3, 5, 180, 364, 370]))),
      inactiveLe: etat === 'inactif' ? debutDuJour(dans(-hasard.entier(172, 190))) : null,
      inactivationPrevueLe: etat === 'actif' && hasard.chance(0.3) ? enDate(dans(hasard.entier(0, 11))) : null,
    })
    if (etat === 'actif' && hasard.chance(0.4))
      await tx.brouillon.create({
        data: {
          id: hasard.uuid(atelier.maintenant),
          compteId: technicien.id,
          ...lieu,
          service: 'contact',
          creeLe: debutDuJour(dans(-30)),
          modifieLe: debutDuJour(dans(-hasard.entier(15, 25))),
        },
      })
  }
  if (hasard.chance(0.4)) {
    const echeance = hasard.entier(-10, 9)
    await tx.revueHabilitation.create({
      data: {
        id: hasard.uuid(atelier.maintenant),
        ...lieu,
        ouverteLe: debutDuJour(dans(echeance - 30)),
        echeanceLe: enDate(dans(echeance)),
      },
    })
  }
}
