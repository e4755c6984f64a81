import { Chronologie, type EtapeChronologie } from '@/components/ui/chronologie'
import { adresseDemande } from '@/lib/demandes/adresses'
import type { DemandeDePartenaire } from '@/lib/demandes/demande-partenaire'
import { nomComplet } from '@/lib/socle/acteur'
import { dateLongue, dateSansAnnee, heure, pluriel } from '@/lib/socle/format'
import { jourDe } from '@/lib/socle/jour'
import { dateAParis } from '@/lib/socle/temps'

/** «Ce qui va se passer»: what is done, then what is to come and by when. */
export function Suites({ demande, maintenant }: { demande: DemandeDePartenaire; maintenant: Date }) {
  const aujourdhui = dateAParis(maintenant)
  const jour = (instant: Date) => {
    const date = dateAParis(instant)
    return date === aujourdhui
      ? `aujourd’hui, ${heure(instant)}`
      : `${dateSansAnnee(date, aujourdhui)}, ${heure(instant)}`
  }
  const prise = demande.priseEnChargeLe
  const etapes: EtapeChronologie[] = [
    {
      cle: 'recue',
      etat: prise || !demande.ouverte ? 'passe' : 'present',
      fort: true,
      date: jour(demande.deposeeLe),
      titre: 'La caisse a reçu la demande',
      detail: 'L’accusé de réception porte la date et l’heure.',
    },
    prise
      ? {
          cle: 'prise',
          etat: demande.ouverte ? 'present' : 'passe',
          fort: true,
          date: jour(prise),
          titre: `${demande.agent ? nomComplet(demande.agent) : 'Un agent'} a pris la demande en charge`,
        }
      : {
          cle: 'prise',
          etat: 'futur',
          fort: true,
          date: 'd’ici quelques jours',
          titre: 'Un agent prend la demande en charge',
          detail: (
            <>
              Vous verrez son nom. Jusque-là, vous pouvez{' '}
              <a href={adresseDemande(demande.reference, 'annuler')}>annuler la demande</a>.
            </>
          ),
        },
  ]
  if (!demande.ouverte)
    etapes.push({
      cle: 'fin',
      etat: 'present',
      fort: true,
      date: demande.closeLe ? jour(demande.closeLe) : '',
      titre: demande.etat === 'annulee' ? 'La demande a été annulée' : 'La caisse a répondu',
    })
  else etapes.push(complement(demande), reponse(demande, aujourdhui))
  // A demande cancelled at once was never taken.
  return <Chronologie etapes={etapes.filter(({ cle }) => demande.ouverte || cle !== 'prise' || prise)} />
}

function complement({ etat }: DemandeDePartenaire): EtapeChronologie {
  const attendu = etat === 'attente_complement'
  return {
    cle: 'complement',
    etat: 'futur',
    fort: true,
    date: attendu ? 'à vous' : 'si besoin',
    titre: attendu ? 'La caisse attend votre complément' : 'Il demande un complément',
    detail: 'Le délai s’arrête, puis repart à zéro le jour où le dossier est complet.',
  }
}

function reponse({ echeanceLe, delaiJours }: DemandeDePartenaire, aujourdhui: string): EtapeChronologie {
  const date = jourDe(echeanceLe)
  const delai = delaiJours === null ? 'La caisse n’annonce pas de délai pour ce motif.' : ''
  return {
    cle: 'reponse',
    etat: 'futur',
    fort: true,
    date: date ? `d’ici au ${dateSansAnnee(date, aujourdhui)}` : 'ensuite',
    titre: date ? `La caisse répond, au plus tard le ${dateLongue(date)}` : 'La caisse répond',
    detail: `${delai || `${pluriel(delaiJours ?? 0, 'jour')} à partir d’un dossier complet.`} Un courriel vous préviendra, sans aucune donnée sur la personne.`,
  }
}
