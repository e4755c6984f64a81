import { libellesCivilite } from '@/lib/demandes-habilitation/libelles'
import { dureeEnMots, ouSession, quandSession } from '@/lib/formations/libelles'
import type { Participation } from '@/lib/formations/queries-partenaire'
import { La, la } from '@/lib/notifications/modeles/avis/commun'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee } from '@/lib/socle/format'
import { majuscule } from '@/lib/socle/francais'
import { feuillePdf } from '@/lib/socle/pdf'
import { couleurs } from '@/lib/socle/pdf-cadre'
import { dateAParis } from '@/lib/socle/temps'

/** Certificate that a person was present at a session: one A4 page, tagged. */
export function attestationDePresence({ compte, partenaire, formation }: Participation): Promise<Buffer> {
  const { caisse, termineeLe } = formation
  const options = {
    titre: 'Attestation de participation à une formation',
    sujet: formation.theme,
    pied: `${caisse.nom}, ${caisse.adresse}, ${caisse.codePostal} ${caisse.ville}`,
    creeLe: termineeLe ?? formation.finLe,
  }
  return feuillePdf(options, (feuille) => {
    feuille.titre1('Attestation de participation')
    feuille.bandeau(() => {
      feuille.paragraphe(`${La(caisse.nom)} atteste que`, { avant: 2 })
      feuille.paragraphe(`${libellesCivilite[compte.civilite] ?? ''} ${nomComplet(compte)}`.trim(), {
        police: 'gras',
        corps: 20,
        avant: 0,
        lignes: 1,
      })
      feuille.paragraphe('a suivi la session de formation décrite ci-dessous.', { couleur: couleurs.encre2, avant: 3 })
    })
    feuille.titre2('La personne')
    feuille.faits([
      ['Fonction', compte.fonction],
      ['Organisation', partenaire.nom],
    ])
    feuille.titre2('La session')
    feuille.faits([
      ['Thème', formation.theme],
      ['Date', majuscule(quandSession(formation))],
      ['Durée', dureeEnMots(formation)],
      ['Lieu', ouSession(formation)],
    ])
    feuille.paragraphe(
      `Présence enregistrée dans le portail par ${la(caisse.nom)} le ${dateAvecAnnee(dateAParis(options.creeLe))}. L’attestation est éditée par le portail\u00A0: elle n’est pas signée à la main.`,
      { avant: 14 },
    )
  })
}
