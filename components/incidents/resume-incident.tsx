import { Resume } from '@/components/ui/resume'
import { libellesIncident, libellesSuite, referenceIncident } from '@/lib/incidents/libelles'
import type { IncidentLu } from '@/lib/incidents/queries'
import { nomComplet } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'

/** What was reported, on which account, and what came of it. */
export function ResumeIncident({ incident }: { incident: IncidentLu }) {
  const { compte, type, description, suite, traiteLe, traitePar, inactiveLe, signalePar, signaleLe } = incident
  const lieu = [compte.partenaire?.nom, compte.structure?.nom].filter(
    (nom, rang, noms) => nom && noms.indexOf(nom) === rang,
  )
  return (
    <>
      <Resume
        titre="Le compte"
        lignes={[
          { cle: 'Titulaire', valeur: nomComplet(compte) },
          { cle: 'Identifiant', valeur: compte.identifiant },
          ...(lieu.length > 0 ? [{ cle: 'Organisation', valeur: lieu.join(', ') }] : []),
          {
            cle: 'Inactivé',
            valeur: inactiveLe
              ? `le ${dateEtHeure(inactiveLe)}`
              : compte.etat === 'inactif'
                ? 'avant ce signalement'
                : 'non',
          },
        ]}
      />
      <Resume
        titre="Le signalement"
        lignes={[
          { cle: 'Référence', valeur: referenceIncident(incident.id) },
          { cle: 'Motif', valeur: libellesIncident[type] },
          { cle: 'Reçu', valeur: `le ${dateEtHeure(signaleLe)}${signalePar ? `, de ${signalePar}` : ''}` },
          ...(description === null
            ? []
            : [{ cle: 'Description', valeur: <span className="whitespace-pre-line">{description}</span> }]),
          {
            cle: 'Suite',
            valeur: suite
              ? `${libellesSuite[suite]}${traiteLe ? `, le ${dateEtHeure(traiteLe)}` : ''}${traitePar ? ` par ${traitePar}` : ''}`
              : 'En attente d’une décision de la caisse',
          },
        ]}
      />
    </>
  )
}
