import type { Structure } from '@/lib/socle/prisma/client'
import { type Atelier, ilYA } from '../fabriques/atelier'
import { fabriqueConvention, fabriquePartenaire } from '../fabriques/partenaire'
import type { CaisseDeDemo, NomCaisse } from './caisses'
import { type CleStructure, type PartenaireDeDemo, partenairesDeDemo } from './partenaires'

/** A structure, the caisses it files at, and between which days. */
export type StructureInstallee = Structure & {
  partenaire: PartenaireDeDemo
  parts: { caisse: CaisseDeDemo; nomCaisse: NomCaisse; habilite: boolean; depuis: Date; jusqua: Date }[]
}

export type Structures = Record<CleStructure, StructureInstallee>

export async function installerPartenaires(
  atelier: Atelier,
  caisses: Record<NomCaisse, CaisseDeDemo>,
): Promise<Structures> {
  const installees: Partial<Structures> = {}
  for (const partenaire of partenairesDeDemo as PartenaireDeDemo[])
    for (const [cle, structure] of await installer(atelier, caisses, partenaire))
      installees[cle as CleStructure] = structure
  return installees as Structures
}

async function installer(atelier: Atelier, caisses: Record<NomCaisse, CaisseDeDemo>, demo: PartenaireDeDemo) {
  const { tx, hasard } = atelier
  const effet = joursDEffet(atelier, demo)
  const referent = { type: 'referent', fonction: 'Référent de la convention', courriel: `direction@${demo.domaine}` }
  const partenaire = await fabriquePartenaire(atelier, {
    nom: demo.nom,
    type: demo.type,
    codePostal: '00500',
    ville: demo.ville,
    courriel: `accueil@${demo.domaine}`,
    site: `https://www.${demo.domaine}`,
    nombreMembres: demo.membres,
    domaines: [demo.domaine],
    creeLe: ilYA(atelier, effet + 60),
    contacts: [
      { ...referent, nom: 'Direction' },
      { type: 'dpo', nom: 'Délégué à la protection des données', courriel: `dpo@${demo.domaine}` },
    ],
    structures: demo.structures.map(({ nom, nombreMembres, ouverture }) => ({
      ...(nom && { nom }),
      ...(nombreMembres && { nombreMembres }),
      ouvreLe: ouverture === undefined ? null : ilYA(atelier, ouverture),
    })),
  })
  await fabriqueConvention(atelier, {
    partenaireId: partenaire.id,
    effetLe: ilYA(atelier, effet),
    preavisMois: 3,
    dureeMois: demo.dureeMois ?? 12,
    taciteReconduction: !demo.sansReconduction && demo.parts.every(({ etat }) => etat !== 'echue'),
    signataires: demo.signataire ? [{ organisme: demo.signataire, qualite: 'Troisième signataire' }] : [],
    caisses: demo.parts.map((part) => ({
      caisseId: caisses[part.caisse].id,
      etat: part.etat ?? 'en_vigueur',
      finLe: part.fin === undefined ? null : ilYA(atelier, part.fin),
      motifFin: part.motifFin,
      habiliteDocuments: part.habilite ?? false,
      miseEnDemeureLe: part.miseEnDemeure && ilYA(atelier, part.miseEnDemeure.le),
      miseEnDemeureEcheanceLe: part.miseEnDemeure && ilYA(atelier, part.miseEnDemeure.echeance),
    })),
  })
  for (const { caisse, suspendue } of demo.parts)
    if (suspendue)
      await tx.suspension.create({
        data: {
          id: hasard.uuid(atelier.maintenant),
          caisseId: caisses[caisse].id,
          partenaireId: partenaire.id,
          motif: suspendue.motif,
          debutLe: ilYA(atelier, suspendue.depuis),
        },
      })
  return partenaire.structures.map((structure, rang): [string, StructureInstallee] => [
    demo.structures[rang]?.cle ?? '',
    {
      ...structure,
      partenaire: demo,
      parts: demo.parts.map((part) => ({
        caisse: caisses[part.caisse],
        nomCaisse: part.caisse,
        habilite: part.habilite ?? false,
        depuis: ilYA(atelier, demo.structures[rang]?.ouverture ?? effet),
        jusqua: ilYA(atelier, Math.max(part.fin ?? 0, part.suspendue?.depuis ?? 0, 0)),
      })),
    },
  ])
}

/** Days since the effect of the convention. */
function joursDEffet({ maintenant }: Atelier, { effet = 600, anniversaire }: PartenaireDeDemo): number {
  if (!anniversaire) return effet
  const jour = new Date(maintenant.toISOString().slice(0, 10))
  const prochain = new Date(jour.getTime() + anniversaire.dans * 86_400_000)
  const debut = new Date(prochain)
  debut.setUTCMonth(debut.getUTCMonth() - anniversaire.mois)
  return Math.round((jour.getTime() - debut.getTime()) / 86_400_000)
}
