import { libellesIncident, libellesSuite, motifsIncident, referenceIncident } from '@/lib/incidents/libelles'
import type { IncidentLu } from '@/lib/incidents/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { feuillePdf } from '@/lib/socle/pdf'
import { couleurs } from '@/lib/socle/pdf-cadre'

/** Dated proof, for the partenaire, that an account was inactivated: one A4 page, tagged. Null while it is not. */
export function preuveDInactivation(incident: IncidentLu): Promise<Buffer> | null {
  const { inactiveLe, compte } = incident
  if (!inactiveLe) return null
  const reference = referenceIncident(incident.id)
  const options = {
    titre: `Attestation d’inactivation du compte ${compte.identifiant}`,
    sujet: `Signalement ${reference}`,
    pied: `Attestation ${reference}. Elle nomme une personne\u00A0: gardez-la en lieu sûr.`,
    creeLe: inactiveLe,
  }
  return feuillePdf(options, (feuille) => {
    feuille.titre1('Attestation d’inactivation')
    feuille.bandeau(() => {
      feuille.paragraphe('Compte inactivé', { avant: 2 })
      feuille.paragraphe(compte.identifiant, { police: 'gras', corps: 20, avant: 0, lignes: 1 })
      feuille.paragraphe(`Le ${dateEtHeure(inactiveLe)}`, { couleur: couleurs.encre2, avant: 3 })
    })
    feuille.titre2('Le compte')
    feuille.faits([
      ['Titulaire', nomComplet(compte)],
      ['Fonction', compte.fonction],
      ...(compte.partenaire ? [['Organisation', compte.partenaire.nom] as const] : []),
      ...(compte.structure && compte.structure.nom !== compte.partenaire?.nom
        ? [['Structure', compte.structure.nom] as const]
        : []),
    ])
    feuille.titre2('Le signalement')
    feuille.faits([
      ['Référence', reference],
      ['Reçu', dateEtHeure(incident.signaleLe)],
      ['Par', incident.signalePar ?? 'Une personne habilitée'],
      ['Motif', libellesIncident[incident.type]],
      ...(incident.suite
        ? [
            [
              'Suite',
              `${libellesSuite[incident.suite]}${incident.traiteLe ? `, ${dateEtHeure(incident.traiteLe)}` : ''}`,
            ] as const,
          ]
        : []),
    ])
    feuille.titre2('Ce que cela veut dire')
    feuille.paragraphe(
      `Le compte est inactivé\u00A0: ${motifsIncident[incident.type]}. Les sessions ouvertes ont été fermées, et les liens en attente ne servent plus.`,
      { avant: 3 },
    )
    feuille.paragraphe('Cette attestation ne dit rien de la personne. L’acte est inscrit au journal du portail.', {
      avant: 3,
    })
  })
}
