import { randomUUID } from 'node:crypto'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import { fabriqueConvention, fabriquePartenaire, siretFictif } from '@/prisma/seed/fabriques/partenaire'
import type { Cas, Monde, Profil } from './monde'

const seulReferent: readonly Profil[] = ['référent']
/** What binds nobody yet is open to the référents of every caisse. */
const referents: readonly Profil[] = ['référent', 'référent d’une autre caisse']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const { tx, hasard } = atelier
  const identite = () => ({
    siret: siretFictif(hasard),
    nom: `CCAS de Bellegarde ${hasard.chiffres(6)}`,
    type: 'ccas',
    adresse: '3 rue du Lavoir',
    codePostal: '00600',
    ville: 'Bellegarde',
    telephone: '',
    courriel: '',
    site: '',
    nombreMembres: '12',
    domaines: 'ccas-bellegarde.example',
  })
  /** A partenaire under convention with the caisse, made afresh. */
  const partenaire = async () => {
    const cree = await fabriquePartenaire(atelier)
    await fabriqueConvention(atelier, { partenaireId: cree.id, caisses: [{ caisseId: ici.caisse.id }] })
    return cree
  }
  const personne = (domaine = '') => ({
    civilite: 'madame',
    nom: 'Aubry',
    prenom: 'Lise',
    fonction: 'Directrice',
    telephone: '05 00 00 12 34',
    courriel: `lise.aubry@${domaine}`,
  })
  const gestionnaire = async (etat: string) => {
    const { id: partenaireId, structure, domaines } = await partenaire()
    const lieu = { partenaireId, structureId: structure.id, profil: 'gestionnaire' as const }
    await fabriqueCompte(atelier, lieu)
    const compte = await fabriqueCompte(atelier, { ...lieu, etat })
    return { compte, domaine: domaines[0] }
  }
  const compteEn = (etat: string) => async () => ({ compteId: (await gestionnaire(etat)).compte.id })
  return {
    actionCreerPartenaire: { permis: referents, champs: async () => ({ id: randomUUID(), ...identite() }) },
    actionRattacherPartenaire: {
      permis: referents,
      champs: async () => ({ siret: (await fabriquePartenaire(atelier)).siret }),
    },
    actionModifierPartenaire: {
      permis: seulReferent,
      champs: async () => ({ id: (await partenaire()).id, version: '1', ...identite() }),
    },
    actionEnregistrerContactPartenaire: {
      permis: seulReferent,
      champs: async () => ({
        partenaireId: (await partenaire()).id,
        type: 'dpo',
        nom: 'Lise Aubry',
        courriel: 'dpo@ccas.example',
      }),
    },
    actionSupprimerContactPartenaire: {
      permis: seulReferent,
      champs: async () => {
        const { id: partenaireId } = await partenaire()
        const { id } = await tx.contactPartenaire.create({ data: { partenaireId, type: 'dpo', nom: 'Lise Aubry' } })
        return { partenaireId, id }
      },
    },
    actionCreerStructure: {
      permis: seulReferent,
      champs: async () => ({
        partenaireId: (await partenaire()).id,
        version: '1',
        nom: 'Unité Nord',
        nombreMembres: '4',
        'premiere.nom': 'Siège',
        'premiere.nombreMembres': '4',
      }),
    },
    actionModifierStructure: {
      permis: seulReferent,
      champs: async () => {
        const { id: partenaireId, structure } = await partenaire()
        return { id: structure.id, partenaireId, version: '1', courriel: 'social@ccas.example' }
      },
    },
    actionDeplacerOuverture: {
      permis: seulReferent,
      champs: async () => {
        const { id: partenaireId, structure } = await partenaire()
        const ouvreLe = { 'ouvreLe.jour': '2', 'ouvreLe.mois': '5', 'ouvreLe.annee': '2098' }
        return { id: structure.id, partenaireId, version: '1', ...ouvreLe }
      },
    },
    actionCreerGestionnaire: {
      permis: seulReferent,
      champs: async () => {
        const { structure, domaines } = await partenaire()
        return { structureId: structure.id, ...personne(domaines[0]) }
      },
    },
    actionModifierGestionnaire: {
      permis: seulReferent,
      champs: async () => {
        const { compte, domaine } = await gestionnaire('actif')
        return { compteId: compte.id, version: String(compte.version), ...personne(domaine) }
      },
    },
    actionInactiverGestionnaire: {
      permis: seulReferent,
      champs: async () => ({ ...(await compteEn('actif')()), motif: 'depart' }),
    },
    actionRetablirGestionnaire: { permis: seulReferent, champs: compteEn('inactif') },
    actionRenvoyerLienGestionnaire: { permis: seulReferent, champs: compteEn('attente_activation') },
    actionRemettreLienGestionnaire: { permis: seulReferent, champs: compteEn('attente_activation') },
  }
}
