import { Clock } from '@/components/ui/icones'
import { LigneAttente } from '@/components/ui/ligne-attente'
import { PastilleNouveautes } from '@/components/ui/pastille'
import { adresseBrouillon, adresseDemande } from '@/lib/demandes/adresses'
import type { Attente } from '@/lib/demandes/ce-qui-attend'
import { nomPersonne } from '@/lib/demandes/libelles'
import type { Service } from '@/lib/demandes/modele'
import { definitionDe } from '@/lib/demandes/registre'
import { nomComplet } from '@/lib/socle/acteur'
import { pluriel, relatif } from '@/lib/socle/format'
import { dateAParis, joursEntre } from '@/lib/socle/temps'

/** Days a draft is kept after its last change. */
const CONSERVATION = 30
/** From this many days left, the end of a draft is pressing. */
const BIENTOT = 3

/** «Ce qui vous attend»: compléments to send, answers to read, drafts to take up again. */
export function CeQuiAttend({ attente, maintenant }: { attente: Attente; maintenant: Date }) {
  const { creneaux, complements, reponses, brouillons } = attente
  if (creneaux.length + complements.length + reponses.length + brouillons.length === 0)
    return (
      <p className="mt-4 border-t-2 border-encre pt-4">
        Rien pour l’instant : aucun complément à envoyer, aucune réponse à lire, aucun brouillon.
      </p>
    )
  const aujourdhui = dateAParis(maintenant)
  return (
    <ul className="mt-5 border-t-2 border-encre">
      {creneaux.map((demande) => (
        <LigneAttente
          key={`creneau-${demande.id}`}
          repere={pluriel(demande.creneaux ?? 0, 'créneau proposé', 'créneaux proposés')}
          href={`${adresseDemande(demande.reference)}#rendez-vous`}
          titre={
            nomPersonne(demande)
              ? `Choisir un rendez-vous pour ${nomPersonne(demande)}`
              : `Choisir un rendez-vous : ${demande.objet}`
          }
          verbe="Choisir"
        >
          {demande.objet}, {demande.caisse.nom}. Les créneaux ne sont pas retenus tant que vous n’en avez pas choisi un.
        </LigneAttente>
      ))}
      {complements.map((demande) => (
        <LigneAttente
          key={demande.id}
          repere={
            demande.nonLusPartenaire > 0 ? (
              <PastilleNouveautes nombre={demande.nonLusPartenaire} />
            ) : (
              demande.suspendueLe && `demandé ${ilYA(joursEntre(dateAParis(demande.suspendueLe), aujourdhui))}`
            )
          }
          href={adresseDemande(demande.reference)}
          titre={`Envoyer le complément ${pour(demande)}`}
          verbe="Compléter"
        >
          {demande.objet}. Le délai de la caisse est suspendu jusqu’à votre envoi.
        </LigneAttente>
      ))}
      {reponses.map((demande) => (
        <LigneAttente
          key={demande.id}
          repere={<PastilleNouveautes nombre={demande.nonLusPartenaire} />}
          href={`${adresseDemande(demande.reference)}#echanges`}
          titre={
            nomPersonne(demande) ? `Lire la réponse sur ${nomPersonne(demande)}` : `Lire la réponse : ${demande.objet}`
          }
          verbe="Lire"
        >
          {demande.agent && `${nomComplet(demande.agent)}, `}
          {demande.caisse.nom}, {relatif(demande.majLe, maintenant)}.
        </LigneAttente>
      ))}
      {brouillons.map((brouillon) => (
        <LigneBrouillon key={brouillon.id} brouillon={brouillon} maintenant={maintenant} />
      ))}
    </ul>
  )
}

function LigneBrouillon({ brouillon, maintenant }: { brouillon: Attente['brouillons'][number]; maintenant: Date }) {
  const reste = CONSERVATION - joursEntre(dateAParis(brouillon.modifieLe), dateAParis(maintenant))
  const { personne } = (brouillon.donnees ?? {}) as { personne?: Record<string, unknown> }
  const nom = [personne?.prenom, personne?.nomNaissance].filter((mot) => typeof mot === 'string' && mot).join(' ')
  const service = definitionDe(brouillon.service as Service).libelleCourt
  const quand = reste <= 0 ? 'effacé cette nuit' : reste === 1 ? 'effacé demain' : `effacé dans ${reste}\u00A0jours`
  return (
    <LigneAttente
      repere={
        reste <= BIENTOT ? (
          <span className="echeance echeance--bientot">
            <Clock />
            {quand}
          </span>
        ) : (
          quand
        )
      }
      href={adresseBrouillon(brouillon.id)}
      titre={nom ? `Reprendre le brouillon pour ${nom}` : `Reprendre le brouillon : ${brouillon.motif ?? service}`}
      verbe="Reprendre"
      autre={
        <a href={adresseBrouillon(brouillon.id, 'supprimer')} className="inline-block min-h-6">
          Supprimer<span className="sr-only"> le brouillon{nom && ` pour ${nom}`}</span>
        </a>
      }
    >
      {[brouillon.motif, service].filter(Boolean).join(', ')}. Enregistré {relatif(brouillon.modifieLe, maintenant)}.
    </LigneAttente>
  )
}

const ilYA = (jours: number) => (jours <= 0 ? 'aujourd’hui' : jours === 1 ? 'hier' : `il y a ${jours}\u00A0jours`)

function pour(demande: Parameters<typeof nomPersonne>[0] & { objet: string }): string {
  const nom = nomPersonne(demande)
  return nom ? `pour ${nom}` : `demandé : ${demande.objet}`
}
