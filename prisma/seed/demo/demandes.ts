import type { Compte } from '@/lib/socle/prisma/client'
import { dateAParis } from '@/lib/socle/temps'
import { motifNational } from '../catalogue'
import type { Atelier } from '../fabriques/atelier'
import { type CadreDemande, formerDepot } from '../fabriques/demande'
import type { Hasard } from '../fabriques/hasard'
import type { Depot, LignesDemande } from '../fabriques/lignes'
import { fabriquePersonne } from '../fabriques/personne'
import { Recit } from '../fabriques/recit'
import { jouer } from '../fabriques/scenario'
import { absences } from '../fabriques/textes'
import type { Comptes } from './comptes'
import type { Numeros } from './numeros'
import { type DemandePrevue, instantOuvre, preparerAnneesPassees, preparerPlan } from './plan'
import type { StructureInstallee, Structures } from './structures'

/** A demande as told. `phare`: by hand, with files of its own. */
export type DemandeContee = LignesDemande & { depot: Depot; auteur: Compte; phare?: boolean }

export function cadreDe(
  structure: StructureInstallee,
  part: StructureInstallee['parts'][number],
  auteur: Compte,
): CadreDemande {
  const { caisse } = part
  const {
    delaiUrgentJours = 10,
    rendezVousRestreint = false,
    rendezVousModes = ['sur_place', 'telephone'],
  } = caisse.reglages ?? {}
  const modes = Array.isArray(rendezVousModes) ? rendezVousModes : []
  return {
    caisse,
    structure,
    auteur,
    reglages: { delaiUrgentJours, rendezVousRestreint, rendezVousModes: modes },
    delais: caisse.delais,
  }
}

/** Tells the 400 demandes of the plan, in the order of their filing, then those of the months before that fill the bilans. */
export function conterDemandes(
  atelier: Atelier,
  structures: Structures,
  comptes: Comptes,
  numeros: Numeros,
): DemandeContee[] {
  const hasard = atelier.hasard.branche('demandes')
  const demandes: DemandeContee[] = []
  for (const prevue of preparerPlan(atelier, structures))
    demandes.push(conter(atelier, hasard, prevue, comptes, demandes, numeros.prendre(prevue.deposeeLe)))
  const passe = atelier.hasard.branche('demandes passees')
  for (const prevue of preparerAnneesPassees(atelier, structures))
    demandes.push(conter(atelier, passe, prevue, comptes, demandes, numeros.prendre(prevue.deposeeLe)))
  return demandes
}

function conter(
  atelier: Atelier,
  hasard: Hasard,
  prevue: DemandePrevue,
  comptes: Comptes,
  precedentes: DemandeContee[],
  numero: number,
): DemandeContee {
  const { structure, cle, part, etat, urgent, deposeeLe } = prevue
  // An account files while it is active.
  const techniciens = comptes.techniciens[cle].filter(
    (compte) => compte.activeLe && (!compte.inactiveLe || compte.inactiveLe > deposeeLe),
  )
  const auteur = hasard.choisir(techniciens)
  const agent = hasard.choisir(comptes.agents[part.nomCaisse])
  const reprise =
    prevue.motif.service === 'contact' && hasard.chance(0.3) ? precedente(hasard, prevue, precedentes) : null
  const motif = reprise ? motifNational('dossier_transmis') : prevue.motif
  const depot = formerDepot(hasard, cadreDe(structure, part, auteur), {
    deposeeLe,
    numero,
    motif,
    variante: reprise ? null : prevue.variante,
    urgent,
    personne: reprise
      ? personneDe(reprise.depot)
      : fabriquePersonne(hasard, { departement: part.caisse.departements[0] }),
    piecesAbsentes: motif.code === 'c2s' && hasard.chance(0.3) ? [sansHebergement(hasard)] : [],
    liee: reprise?.depot,
  })
  const recit = new Recit(hasard, depot)
  const instants = (nombre: number) => dater(atelier, hasard, prevue, nombre)
  jouer(recit, hasard, {
    etat,
    agent,
    auteur,
    service: motif.service,
    habilite: part.habilite,
    debut: deposeeLe,
    fin: atelier.maintenant,
    bavarde: true,
    instants,
  })
  lire(atelier, hasard, recit, auteur, agent)
  return { ...recit.lignes(), depot, auteur }
}

const sansHebergement = (hasard: Hasard) => ({
  code: 'attestation_hebergement',
  libelle: 'Attestation d’hébergement',
  raison: hasard.choisir(absences),
})

/** An earlier demande of the same structure at the same caisse, about somebody. */
function precedente(hasard: Hasard, { structure, part }: DemandePrevue, precedentes: DemandeContee[]) {
  const candidates = precedentes.filter(
    ({ demande }) =>
      demande.structureId === structure.id && demande.caisseId === part.caisse.id && demande.service === 'dossier',
  )
  return candidates.length ? hasard.choisir(candidates.slice(-20)) : null
}

function personneDe({ colonnes }: Depot) {
  const { civilite, nomNaissance, nomUsage, prenom, dateNaissance, departement } = colonnes
  return {
    civilite: civilite === 'monsieur' ? ('monsieur' as const) : ('madame' as const),
    nomNaissance: nomNaissance ?? '',
    nomUsage: nomUsage ?? '',
    prenom: prenom ?? '',
    dateNaissance: new Date(dateNaissance ?? 0).toISOString().slice(0, 10),
    departement: departement ?? '',
  }
}

/** Increasing instants for the acts: the clock's own act on its day, the others in between, agents on working days. */
function dater({ maintenant }: Atelier, hasard: Hasard, prevue: DemandePrevue, nombre: number): Date[] {
  const { deposeeLe, pivotLe, closeLe, etat } = prevue
  const hier = new Date(maintenant.getTime() - 3_600_000)
  const fin =
    closeLe ?? pivotLe ?? new Date(Math.min(deposeeLe.getTime() + hasard.entier(1, 9) * 86_400_000, hier.getTime()))
  const debut = deposeeLe.getTime() + 20 * 60_000
  const borne = Math.max(fin.getTime(), debut + nombre * 900_000)
  const aujourdhui = dateAParis(maintenant)
  const tires = Array.from({ length: nombre }, () => debut + hasard.reel() * (borne - debut)).sort((a, b) => a - b)
  if (nombre > 0 && (closeLe || pivotLe)) tires[nombre - 1] = borne
  let dernier = deposeeLe.getTime()
  return tires.map((tire, rang) => {
    const pivot = rang === nombre - 1 && Boolean(closeLe || pivotLe)
    const ouvre =
      pivot || etat === 'annulee' ? new Date(tire) : instantOuvre(hasard, dateAParis(new Date(tire)), aujourdhui)
    // Two acts keep their order, even on one day.
    dernier = Math.max(ouvre.getTime(), dernier + hasard.entier(4, 70) * 60_000)
    return new Date(Math.min(dernier, maintenant.getTime() - (nombre - rang) * 60_000))
  })
}

/** Both sides open the demande after its last act; some recent messages stay unread. */
function lire({ maintenant }: Atelier, hasard: Hasard, recit: Recit, auteur: Compte, agent: Compte): void {
  const { majLe } = recit.lignes().demande
  const dernier = new Date(majLe ?? maintenant)
  const age = (maintenant.getTime() - dernier.getTime()) / 86_400_000
  const plusTard = new Date(
    Math.min(dernier.getTime() + hasard.entier(1, 30) * 3_600_000, maintenant.getTime() - 30_000),
  )
  if (age > 12 || hasard.chance(0.6)) recit.consulter(auteur, 'partenaire', plusTard)
  if (recit.agent && (age > 12 || hasard.chance(0.55))) recit.consulter(agent, 'caisse', plusTard)
  else if (recit.etat === 'transmise' && hasard.chance(0.3)) recit.consulter(agent, 'caisse', plusTard)
}
