import { motifNational } from '@/prisma/seed/catalogue'
import { fabriqueCaisse } from '@/prisma/seed/fabriques/caisse'
import { fabriqueDemande } from '@/prisma/seed/fabriques/demande'
import { fabriqueConvention } from '@/prisma/seed/fabriques/partenaire'
import type { Cas, Monde, Profil } from './monde'

const seulTechnicien: readonly Profil[] = ['technicien']
const seulAgent: readonly Profil[] = ['agent']

export function cas({ atelier, ici, deLaStructure }: Monde): Record<string, Cas> {
  const demandeEn = async (valeurs: Parameters<typeof fabriqueDemande>[2] & object = {}) => {
    const valeursDeBase = { agent: ici.agent, motif: 'puma', etat: 'prise_en_charge' as const }
    const demande = await fabriqueDemande(atelier, ici.cadre, { ...valeursDeBase, ...valeurs })
    return { id: demande.id, reference: demande.reference, version: String(demande.version) }
  }
  const autreCaisse = async () => {
    const caisse = await fabriqueCaisse(atelier)
    await fabriqueConvention(atelier, { partenaireId: ici.partenaire.id, caisses: [{ caisseId: caisse.id }] })
    return caisse.id
  }
  const paire = async () => {
    const [a, b] = [await demandeEn(), await demandeEn()]
    return { id: a.id, reference: b.reference }
  }
  const brouillon = async () => {
    const { id } = await atelier.tx.brouillon.create({
      data: {
        compteId: ici.technicien.id,
        ...deLaStructure,
        service: 'contact',
        caisseId: ici.caisse.id,
        motifId: motifNational('autre_contact').id,
      },
    })
    return id
  }
  return {
    actionContinuerQuandMeme: { permis: seulTechnicien, champs: async () => ({ id: await brouillon() }) },
    actionChangerUrgence: {
      permis: seulAgent,
      champs: async () => ({ ...(await demandeEn({ urgent: true })), sens: 'retirer', raison: 'Rien de pressé.' }),
    },
    actionCorrigerMotif: {
      permis: seulAgent,
      champs: async () => ({ ...(await demandeEn()), motif: `${motifNational('c2s').id}.premiere` }),
    },
    actionTransferer: {
      permis: seulAgent,
      champs: async () => ({ ...(await demandeEn()), caisse: await autreCaisse(), raison: 'Elle a déménagé.' }),
    },
    actionLier: { permis: seulAgent, champs: paire },
    actionDelier: { permis: seulAgent, champs: paire },
    actionNoterProcedure: {
      permis: seulAgent,
      champs: async () => ({ ...(await demandeEn()), possible: 'oui', raison: '' }),
    },
  }
}
