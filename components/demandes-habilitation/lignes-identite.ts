import type { LigneResume } from '@/components/ui/resume'
import { libellesCivilite } from '@/lib/demandes-habilitation/libelles'
import { libellesChamps } from '@/lib/habilitations/libelles'
import { champsIdentite, type Identite } from '@/lib/habilitations/schema'
import { telephoneEspace } from '@/lib/socle/format'

type Valeurs = Record<keyof Identite, string | null>

/** A value of an identity as it is read: «Madame», a telephone in pairs. */
export function valeurLue(champ: keyof Identite, valeur: string | null): string {
  if (!valeur) return 'non renseigné'
  if (champ === 'civilite') return libellesCivilite[valeur] ?? valeur
  return champ === 'telephone' ? telephoneEspace(valeur) : valeur
}

export function lignesIdentite(identite: Valeurs): LigneResume[] {
  return champsIdentite.map((champ) => ({ cle: libellesChamps[champ], valeur: valeurLue(champ, identite[champ]) }))
}
