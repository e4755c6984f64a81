import { randomUUID } from 'node:crypto'
import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCompte } from '@/prisma/seed/fabriques/compte'
import type { Cas, Monde, Profil } from './monde'

const seulAdministrateur: readonly Profil[] = ['administrateur']
/** The référent of the caisse, or an administrateur: not the référent of another caisse. */
const quiGereLesComptes: readonly Profil[] = ['référent', 'administrateur']

let rang = 0

const identite = () => ({
  civilite: 'madame',
  nom: 'Kervella',
  prenom: 'Anaïs',
  fonction: 'Agent',
  telephone: '0102030405',
  courriel: `matrice${(rang += 1)}@cpam-matrice.example`,
})

const caisse = () => ({
  nom: `CPAM de la matrice ${(rang += 1)}`,
  adresse: '1 rue Haute',
  codePostal: '14000',
  ville: 'Orvelle',
  'departements[]': ['14'],
  calendrier: 'france',
})

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const { tx } = atelier
  const agent = async (etat = 'attente_activation') => {
    const { id, version } = await fabriqueCompte(atelier, {
      profil: 'caisse',
      caisseId: ici.caisse.id,
      roles: ['agent'],
      etat,
    })
    return { compteId: id, version: String(version) }
  }
  const administrateur = async () => {
    const { id, version } = await fabriqueCompte(atelier, { profil: 'administrateur' })
    return { compteId: id, version: String(version) }
  }
  /** A version in preparation: the one before goes, since there is one at a time. */
  const cgu = async (publieeLe: Date | null = null) => {
    await tx.versionCgu.deleteMany({ where: { OR: [{ publieeLe: null }, { publieeLe: { gt: new Date() } }] } })
    const id = randomUUID()
    await tx.versionCgu.create({
      data: { id, numero: 1_000 + (rang += 1), texte: 'Texte', resume: 'Résumé', publieeLe },
    })
    return { id, version: '1' }
  }
  const motif = async () => {
    const { id, version } = await tx.motif.findUniqueOrThrow({ where: { id: motifNational('ceam').id } })
    return { id, version: String(version) }
  }
  const motifTape = () => ({ libelle: `Motif ${(rang += 1)}`, libelleCourt: 'Motif', aide: '', ordre: '10' })
  return {
    actionCreerCaisse: {
      permis: seulAdministrateur,
      champs: async () => ({ ...caisse(), code: String(600 + (rang += 1)) }),
    },
    actionModifierCaisse: {
      permis: seulAdministrateur,
      champs: async () => {
        const { id, version, code } = await tx.caisse.findUniqueOrThrow({ where: { id: ici.caisse.id } })
        return { ...caisse(), id, version: String(version), code }
      },
    },
    actionCreerCompteCaisse: {
      permis: quiGereLesComptes,
      champs: async () => ({ ...identite(), caisseId: ici.caisse.id, 'roles[]': ['agent', 'dpo'] }),
    },
    actionModifierCompteCaisse: {
      permis: quiGereLesComptes,
      champs: async () => ({ ...identite(), ...(await agent()), 'roles[]': ['agent'] }),
    },
    actionInactiverCompteCaisse: {
      permis: quiGereLesComptes,
      champs: async () => ({ ...(await agent('actif')), motif: 'Départ' }),
    },
    actionRetablirCompteCaisse: { permis: quiGereLesComptes, champs: () => agent('inactif') },
    actionRemettreLienCaisse: { permis: quiGereLesComptes, champs: () => agent() },
    actionRenvoyerActivationCaisse: { permis: quiGereLesComptes, champs: () => agent() },
    actionCreerAdministrateur: { permis: seulAdministrateur, champs: async () => identite() },
    actionModifierAdministrateur: {
      permis: seulAdministrateur,
      champs: async () => ({ ...identite(), ...(await administrateur()) }),
    },
    actionRedigerCgu: {
      permis: seulAdministrateur,
      champs: async () => ({ ...(await cgu()), texte: 'Autre texte', resume: 'Ce qui change' }),
    },
    // Planned, not published: the accounts of this matrix accept nothing in between.
    actionPublierCgu: {
      permis: seulAdministrateur,
      champs: async () => ({ ...(await cgu()), quand: 'date', 'le.jour': '1', 'le.mois': '1', 'le.annee': '2099' }),
    },
    actionRetirerPublicationCgu: { permis: seulAdministrateur, champs: () => cgu(new Date('2099-01-01')) },
    actionSupprimerBrouillonCgu: { permis: seulAdministrateur, champs: () => cgu() },
    actionCreerMotif: {
      permis: seulAdministrateur,
      champs: async () => ({ ...motifTape(), service: 'document', assureRequis: 'oui' }),
    },
    actionModifierMotif: { permis: seulAdministrateur, champs: async () => ({ ...motifTape(), ...(await motif()) }) },
    actionActiverMotif: {
      permis: seulAdministrateur,
      champs: async () => {
        await tx.motif.update({ where: { id: motifNational('ceam').id }, data: { actif: false } })
        return { ...(await motif()), actif: 'oui' }
      },
    },
    actionEnregistrerPiece: {
      permis: seulAdministrateur,
      champs: async () => {
        const { id: motifId, version } = await motif()
        return { motifId, version, libelle: `Pièce ${(rang += 1)}`, aide: '', exigence: 'suggeree', ordre: '10' }
      },
    },
    actionEnregistrerAttestation: {
      permis: seulAdministrateur,
      champs: async () => ({
        code: 'information_accord',
        condition: 'assure',
        service: '',
        texte: 'J’atteste que la personne est d’accord.',
        aide: '',
        ordre: '10',
        actif: 'oui',
      }),
    },
    actionReglerParametres: { permis: seulAdministrateur, champs: async () => ({ dureeMois: '12' }) },
  }
}
