import { motsDecision, motsDecisionSignee, motsProfil } from '@/lib/revues/libelles'
import type { Revue } from '@/lib/revues/queries'
import type { Feuille } from '@/lib/socle/tableur'

const colonnes: Feuille['colonnes'] = [
  { titre: 'Organisme' },
  { titre: 'Nom' },
  { titre: 'Prénom' },
  { titre: 'Identifiant' },
  { titre: 'Profil', largeur: 14 },
  { titre: 'Fonction' },
  { titre: 'Courriel', largeur: 36 },
  { titre: 'Dernière connexion', type: 'instant' },
  { titre: 'Décision', largeur: 34 },
  { titre: 'Décidée le', type: 'instant' },
  { titre: 'Décidée par' },
  { titre: 'Revue ouverte le', type: 'instant' },
  { titre: 'À signer avant la fin du', type: 'jour', largeur: 24 },
  { titre: 'Signée le', type: 'instant' },
  { titre: 'Signée par' },
]

/** The table of a revue, open or signed, as a sheet that stands by itself. */
export function feuilleDeLaRevue(revue: Revue): Feuille {
  const mots = revue.signeeLe ? motsDecisionSignee : motsDecision
  return {
    feuille: 'Revue des habilitations',
    colonnes,
    lignes: revue.lignes.map(({ compte, decision, decideeLe, decideePar }) => [
      revue.organisme,
      compte.nom,
      compte.prenom,
      compte.identifiant,
      motsProfil[compte.profil] ?? compte.profil,
      compte.fonction,
      compte.courriel,
      compte.connecteLe,
      decision ? mots[decision] : 'À confirmer',
      decideeLe,
      decideePar,
      revue.ouverteLe,
      revue.echeanceLe,
      revue.signeeLe,
      revue.signeePar,
    ]),
  }
}
