import { randomUUID } from 'node:crypto'
import { sectionAModifier } from '@/lib/reglages/queries'
import { motifsAModifier } from '@/lib/reglages/queries-motifs'
import { servicesDuPartenaire } from '@/lib/reglages/queries-partenaire'
import { acteurDe } from '@/tests/contexte'
import type { Cas, Monde, Profil } from './monde'

const regleurs: readonly Profil[] = ['référent', 'administrateur']

export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const caisseId = ici.caisse.id
  const referent = () => acteurDe(ici.referent.id)
  const version = async () =>
    String((await atelier.tx.reglagesCaisse.findUniqueOrThrow({ where: { caisseId } })).version)
  const contact = async (cible: 'caisse' | 'partenaire') => {
    const id = randomUUID()
    if (cible === 'caisse')
      await atelier.tx.contactCaisse.create({
        data: { id, caisseId, type: 'theme', theme: 'Essai', courriel: 'a@b.fr' },
      })
    else
      await atelier.tx.contactPartenaire.createMany({
        data: [id, randomUUID()].map((cle) => ({
          id: cle,
          partenaireId: ici.partenaire.id,
          type: 'referent',
          nom: 'Anaïs Kervella',
          courriel: 'a@b.fr',
        })),
      })
    return id
  }
  return {
    actionEnregistrerReglages: {
      permis: regleurs,
      champs: async () => {
        const lu = await sectionAModifier(await referent(), caisseId, 'conservation')
        return { ...lu.valeurs, caisseId, section: 'conservation', version: String(lu.version) }
      },
    },
    actionEnregistrerMotifs: {
      permis: regleurs,
      champs: async () => {
        const lu = await motifsAModifier(await referent(), caisseId, 'document')
        return { ...lu.valeurs, caisseId, service: 'document', version: String(lu.version) }
      },
    },
    actionEnregistrerMotifPropre: {
      permis: regleurs,
      champs: async () => ({
        caisseId,
        version: await version(),
        service: 'dossier',
        libelle: 'Fonds d’action locale',
        libelleCourt: 'Fonds local',
        assureRequis: 'oui',
      }),
    },
    actionEnregistrerContactCaisse: {
      permis: regleurs,
      champs: async () => ({
        caisseId,
        version: await version(),
        type: 'theme',
        theme: 'Invalidité',
        courriel: 'invalidite@essai.example',
      }),
    },
    actionRetirerContactCaisse: {
      permis: regleurs,
      champs: async () => ({ caisseId, version: await version(), id: await contact('caisse') }),
    },
    actionEnregistrerServicesPartenaire: {
      permis: ['référent'],
      champs: async () => {
        const lu = await servicesDuPartenaire(await referent(), ici.partenaire.id)
        return { ...lu?.valeurs, partenaireId: ici.partenaire.id, version: await version() }
      },
    },
    actionEnregistrerContactAnnuaire: {
      // Of one's own partenaire, whichever gestionnaire asks: the form names none.
      permis: ['gestionnaire', 'gestionnaire d’un autre partenaire'],
      champs: async () => ({ type: 'dpo', nom: 'Anaïs Kervella', courriel: 'dpo@essai.example' }),
    },
    actionRetirerContactAnnuaire: {
      permis: ['gestionnaire'],
      champs: async () => ({ id: await contact('partenaire') }),
    },
  }
}
