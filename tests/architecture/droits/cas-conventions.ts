import { enDate, jourDe } from '@/lib/socle/jour'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'
import { fabriqueConvention, fabriquePartenaire } from '@/prisma/seed/fabriques/partenaire'
import type { Cas, Monde, Profil } from './monde'

const seulReferent: readonly Profil[] = ['référent']

const date = (nom: string, jour: string) => {
  const [annee = '', mois = '', j = ''] = jour.split('-')
  return { [`${nom}.jour`]: j, [`${nom}.mois`]: mois, [`${nom}.annee`]: annee }
}

/** Each case acts on a convention of its own, with a partenaire of its own: conventions of one caisse may not overlap. */
export function cas({ atelier, ici }: Monde): Record<string, Cas> {
  const aujourdhui = dateAParis(atelier.maintenant)
  const dans = (jours: number) => ajouterJours(aujourdhui, jours)
  type Part = Parameters<typeof fabriqueConvention>[1]['caisses'][number]
  const convention = async (part: Partial<Part> = {}, effet = -100) => {
    const partenaire = await fabriquePartenaire(atelier)
    const creee = await fabriqueConvention(atelier, {
      partenaireId: partenaire.id,
      effetLe: enDate(dans(effet)),
      preavisMois: 3,
      caisses: [{ caisseId: ici.caisse.id, ...part }],
    })
    return { id: creee.id, version: '1', partenaireId: partenaire.id, effetLe: jourDe(creee.effetLe) ?? '' }
  }
  const brouillon = (effet = 30) =>
    convention({ etat: 'brouillon', signeeLe: null, utilisationSigneeLe: null, utilisationEffetLe: null }, effet)
  const enDemeure = () =>
    convention({
      etat: 'mise_en_demeure',
      miseEnDemeureLe: enDate(dans(-40)),
      miseEnDemeureEcheanceLe: enDate(dans(-10)),
    })
  const texte = {
    intitule: 'Accès aux droits',
    dureeMois: '12',
    taciteReconduction: 'oui',
    preavisMois: '3',
    tiers: '',
    referentId: '',
  }
  return {
    actionCreerConvention: {
      permis: seulReferent,
      champs: async () => ({ partenaireId: (await brouillon()).partenaireId, ...texte, ...date('effetLe', dans(60)) }),
    },
    actionModifierConvention: {
      permis: seulReferent,
      champs: async () => ({ ...(await brouillon()), ...texte, ...date('effetLe', dans(60)) }),
    },
    actionSignerConvention: {
      permis: seulReferent,
      champs: async () => ({
        ...(await brouillon()),
        ...date('partenaireSigneLe', aujourdhui),
        ...date('signeeLe', aujourdhui),
        ...date('utilisationSigneeLe', aujourdhui),
        ...date('utilisationEffetLe', dans(30)),
      }),
    },
    actionAbandonnerConvention: { permis: seulReferent, champs: brouillon },
    actionDenoncer: {
      permis: seulReferent,
      champs: async () => {
        const { effetLe, ...reste } = await convention({}, -30)
        const [annee = '', suite = ''] = [effetLe.slice(0, 4), effetLe.slice(4)]
        const finLe = ajouterJours(`${Number(annee) + 1}${suite}`, -1)
        return { ...reste, par: 'caisse', finLe, motif: 'Réorganisation.', ...date('le', aujourdhui) }
      },
    },
    actionRetirerDenonciation: {
      permis: seulReferent,
      champs: async () => ({
        ...(await convention({ etat: 'denoncee', finLe: enDate(dans(60)), causeFin: 'denonciation' })),
        motif: 'Accord trouvé.',
      }),
    },
    actionMettreEnDemeure: {
      permis: seulReferent,
      champs: async () => ({
        ...(await convention()),
        regime: 'portail',
        motif: 'Revue non signée.',
        ...date('le', aujourdhui),
      }),
    },
    actionLeverMiseEnDemeure: {
      permis: seulReferent,
      champs: async () => ({ ...(await enDemeure()), motif: 'Revue signée.' }),
    },
    actionResilier: {
      permis: seulReferent,
      champs: async () => ({ ...(await enDemeure()), motif: 'Sans réponse.', ...date('effetLe', dans(5)) }),
    },
    actionAjouterAvenant: {
      permis: seulReferent,
      champs: async () => ({
        ...(await convention()),
        objet: 'Rendez-vous ouverts',
        dureeMois: '',
        preavisMois: '',
        taciteReconduction: '',
        ...date('signeLe', aujourdhui),
        ...date('effetLe', dans(3)),
      }),
    },
    actionSignerAvenant: {
      permis: seulReferent,
      champs: async () => {
        const { id, version } = await convention()
        const avenant = await atelier.tx.avenant.create({
          data: {
            conventionId: id,
            objet: 'Préavis',
            signeLe: enDate(aujourdhui),
            effetLe: enDate(aujourdhui),
            preavisMois: 2,
          },
        })
        return { id, version, avenantId: avenant.id }
      },
    },
    actionHabiliterDocuments: {
      permis: seulReferent,
      champs: async () => ({ ...(await convention()), habilite: 'oui' }),
    },
  }
}
